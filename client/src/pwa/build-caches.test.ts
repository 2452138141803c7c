import { expect, it } from 'vitest'
import { PREFIX, buildCacheName, outdatedCaches } from './build-caches'

it('names a build by its files', () => {
  const entries = [{ url: '/index.html', revision: '1' }, '/assets/a.js']
  expect(buildCacheName(entries)).toBe(buildCacheName([...entries]))
  expect(buildCacheName(entries)).not.toBe(
    buildCacheName([{ url: '/index.html', revision: '2' }, '/assets/a.js']),
  )
})
it('keeps this build and the one it replaces, and what is not a build at all', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => PREFIX + name) as [string, string, string]
  expect(outdatedCaches([a, b, c, 'yokoten-active-build', 'other'], c, b)).toEqual([a])
  expect(outdatedCaches([a], a, undefined)).toEqual([])
})
it('does not keep a build that was fetched and never ran', () => {
  const names = ['first', 'never-ran', 'new'].map((name) => PREFIX + name)
  expect(outdatedCaches(names, `${PREFIX}new`, `${PREFIX}first`)).toEqual([`${PREFIX}never-ran`])
})
