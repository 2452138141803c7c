import { expect, it } from 'vitest'
import { stationOf, stopIn, stopLink, withoutStop } from './stop-link'

it('a station’s link is its board with the station in the query, and nothing else of the address', () => {
  const link = stopLink('https://yokoten.example/t/team/board/one?card=c1#x', 'st 1')
  expect(link).toBe('https://yokoten.example/t/team/board/one?stop=st+1')
  const search = new URL(link).searchParams
  expect(stopIn(search)).toBe('st 1')
  expect(withoutStop(new URLSearchParams('stop=a&card=c1')).toString()).toBe('card=c1')
})

it('a scanned code is a station’s only where it is the link of one', () => {
  const code = stopLink('http://192.168.1.4:8787/t/team/board/one', 'st 1')
  expect(stationOf(code)).toEqual({ board: '/t/team/board/one', station: 'st 1' })
  for (const other of [
    'https://yokoten.example/t/team/board/one?card=c1',
    'https://yokoten.example/t/team/map/one?stop=st1',
    'https://yokoten.example/join#e.ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    'Press 2',
  ])
    expect(stationOf(other)).toBeUndefined()
})
