import { expect, it } from 'vitest'
import { looksLikeInvitation } from './invitation-link'

it('takes only codes that could be invitations', () => {
  expect(looksLikeInvitation('https://a.example/join#e.ABCDEFGHIJKLMNOPQRSTUVWXYZ')).toBe(true)
  expect(looksLikeInvitation('https://a.example/#elsewhere')).toBe(false)
  expect(looksLikeInvitation('https://a.example/t/team/board/one?stop=st1')).toBe(false)
  expect(looksLikeInvitation('WIFI:S:guest;;')).toBe(false)
})
