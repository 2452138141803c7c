// Copying words, also where the page is not in a secure context and has no clipboard of its own.

/** False where the browser refuses both ways. */
export async function copyText(words: string): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard
  try {
    if (clipboard) {
      await clipboard.writeText(words)
      return true
    }
  } catch {
    // Refused by a policy or because the page lost focus: the older way may still work.
  }
  const field = document.createElement('textarea')
  field.value = words
  field.style.position = 'fixed'
  field.style.opacity = '0'
  const before = document.activeElement
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}
