import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  documentPath,
  pathOfLink,
  placeOf,
  roomPath,
  TEAM_PAGES,
  teamPath,
  valuePaths,
  wallPath,
} from './routes'

it('reads every address that it builds', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' })
  fc.assert(
    fc.property(text, text, text, fc.constantFrom('board', 'map'), (team, document, id, kind) => {
      expect(placeOf(documentPath(team, kind, document))).toEqual({ team, room: kind, id: document })
      expect(placeOf(roomPath(team, kind))).toEqual({ team, room: kind, id: undefined })
      for (const page of TEAM_PAGES)
        expect(placeOf(teamPath(team, page))).toEqual({ team, room: 'team', id: page })
      const { pathname, searchParams } = new URL(valuePaths(team).card(document, id), 'https://x.example')
      expect([placeOf(pathname)?.id, searchParams.get('card')]).toEqual([document, id])
      expect(placeOf(wallPath(team, document))).toEqual({ team, room: 'wall', id: document })
    }),
  )
})
it.each(['/', '/teams', '/t', '/t/', '/t/a/kitchen', '/t/a/board/b/c', '/t/%zz/board', '/join'])(
  '%s leads into no team',
  (path) => expect(placeOf(path)).toBeUndefined(),
)
it('leads a team alone to its board', () => {
  expect(placeOf('/t/a')).toEqual({ team: 'a', room: 'board', id: undefined })
})
it('finds the place in a team that a scanned link leads to, at whatever address it was printed', () => {
  expect(pathOfLink('https://a.example/t/a/board/one?stop=st1#x')).toBe('/t/a/board/one?stop=st1')
  expect(pathOfLink('http://192.168.1.4:8787/t/a/map/two')).toBe('/t/a/map/two')
  for (const other of [
    'https://a.example/join#e.abc',
    'javascript:/t/a/board',
    'WIFI:S:guest;;',
    '/t/a/board',
  ])
    expect(pathOfLink(other)).toBeUndefined()
})
