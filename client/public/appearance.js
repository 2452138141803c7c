// Puts the chosen theme, contrast, size and motion on the page before the first paint, so that nothing flashes.
// The rule is that of src/design/appearance.ts; a test holds the two together.
{
  const { document, localStorage, matchMedia } = globalThis
  let chosen = {}
  try {
    chosen = JSON.parse(localStorage.getItem('yokoten.appearance') ?? '{}') ?? {}
  } catch {
    // Nothing readable is kept: the system's wishes hold.
  }
  const prefers = (query) => matchMedia(query).matches
  const oneOf = (value, options) => (options.includes(value) ? value : undefined)
  const root = document.documentElement
  root.setAttribute(
    'data-theme',
    oneOf(chosen.theme, ['light', 'dark']) ?? (prefers('(prefers-color-scheme: dark)') ? 'dark' : 'light'),
  )
  root.setAttribute(
    'data-contrast',
    oneOf(chosen.contrast, ['more', 'normal']) ?? (prefers('(prefers-contrast: more)') ? 'more' : 'normal'),
  )
  root.setAttribute(
    'data-motion',
    chosen.motion === 'less' || prefers('(prefers-reduced-motion: reduce)') ? 'less' : 'normal',
  )
  root.setAttribute('data-size', oneOf(chosen.size, ['glove']) ?? 'normal')
}
