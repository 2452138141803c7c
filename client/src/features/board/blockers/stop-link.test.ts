import { expect, it } from 'vitest'
import { stopIn, stopLink, withoutStop } from './stop-link'

it('a station’s link is its board with the station in the query, and nothing else of the address', () => {
  const link = stopLink('https://yokoten.example/t/team/board/one?card=c1#x', 'st 1')
  expect(link).toBe('https://yokoten.example/t/team/board/one?stop=st+1')
  const search = new URL(link).searchParams
  expect(stopIn(search)).toBe('st 1')
  expect(withoutStop(new URLSearchParams('stop=a&card=c1')).toString()).toBe('card=c1')
})
