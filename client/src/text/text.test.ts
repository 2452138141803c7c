import { expect, it } from 'vitest'
import { messages } from './catalog'
import { roomMessages } from './rooms'
import { text } from './text'

it('says plurals by the catalog', () => {
  expect(text('app.cards', { count: 1 })).toBe('1 card')
  expect(text('app.cards', { count: 2 })).toBe('2 cards')
})
it('keeps a calm voice: no exclamation marks in any text', () => {
  for (const [id, message] of Object.entries({ ...messages, ...roomMessages }))
    expect(`${id} ${JSON.stringify(message)}`).not.toContain('!')
})
