// A busy machine is no failure: what a test waits for on the page may take as long as the test itself.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: 30_000 })
}
