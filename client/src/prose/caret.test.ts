// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { caretsOf } from './caret'

it('a caret bears the name and colour of who is behind it, as words and never as markup', () => {
  const { cursorBuilder, selectionBuilder } = caretsOf((client) =>
    client === 7 ? { name: '<b>Bo</b>', colour: '#9a4d12' } : undefined,
  )
  const bo = cursorBuilder({}, 7)
  expect(bo.querySelector('b')).toBeNull()
  expect(bo.querySelector('div')?.textContent).toBe('<b>Bo</b>')
  expect(bo.querySelector('div')?.style.backgroundColor).toBe('#9a4d12')
  expect(selectionBuilder({}, 7).style).toBe('background-color: #9a4d1240')
  expect(cursorBuilder({}, 8).querySelector('div')?.textContent).toBe('Somebody')
})
