// Hands a file to the browser's downloads.

/** Long enough for the browser to have taken the address up, also on a slow phone. */
const KEEP_MS = 60_000

export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS)
}
