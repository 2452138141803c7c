// Hands a file to the browser's downloads, as bytes without a type: nothing in it is ever opened by the page.

/** Long enough for the browser to have taken the address up, also on a slow phone. */
const KEEP_MS = 60_000

export function saveFile(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS)
}
