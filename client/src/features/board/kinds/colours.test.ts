import { expect, it } from 'vitest'
import { freeKindColour, KIND_COLOURS, kindColour } from './colours'

it('knows its own names and those of other tools, and nothing else', () => {
  for (const colour of KIND_COLOURS) expect(kindColour(colour)).toBe(colour)
  expect(kindColour('sky_dark')).toBe('teal')
  expect(kindColour('red_light')).toBe('red')
  for (const other of [null, '', '#ff0000', 'constructor', 'toString'])
    expect(kindColour(other)).toBeUndefined()
})
it('offers a colour that nobody has, as long as there is one', () => {
  expect(freeKindColour(['red'])).toBe('orange')
  expect(freeKindColour([...KIND_COLOURS])).toBe('blue')
})
