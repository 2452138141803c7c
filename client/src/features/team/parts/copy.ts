// Copying a field's text, also where the page is not in a secure context and has no clipboard of its own.

/** False where the browser refuses both ways; the text is selected then, ready to be copied by hand. */
export async function copyFrom(field: HTMLInputElement | null): Promise<boolean> {
  if (!field) return false
  const clipboard: Clipboard | undefined = navigator.clipboard
  try {
    if (clipboard) {
      await clipboard.writeText(field.value)
      return true
    }
  } catch {
    // Refused by a policy or because the page lost focus: the older way may still work.
  }
  field.focus()
  field.select()
  return document.execCommand('copy')
}
