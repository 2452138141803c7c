// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { ListActs } from './list-acts'

afterEach(cleanup)

function List({ onRemove }: { onRemove: () => void }) {
  const [ids, setIds] = useState(['a', 'b', 'c'])
  const move = (id: string, after: string | null) => {
    const others = ids.filter((one) => one !== id)
    const at = after === null ? 0 : others.indexOf(after) + 1
    setIds([...others.slice(0, at), id, ...others.slice(at)])
    return true
  }
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <ListActs id={id} name={id} order={{ ids, move }} onRemove={onRemove} />
        </li>
      ))}
    </ul>
  )
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })
const press = (name: string) =>
  act(() => {
    button(name).focus()
    fireEvent.click(button(name))
  })
const order = () =>
  screen.getAllByRole('button', { name: /^Take off/ }).map((one) => one.getAttribute('aria-label')?.at(-1))

it('moves a row by one place and keeps the keyboard on it, also at the ends', () => {
  render(<List onRemove={vi.fn()} />)
  expect(button('Move up: a').disabled).toBe(true)
  expect(button('Move down: c').disabled).toBe(true)
  press('Move up: c')
  expect(order()).toEqual(['a', 'c', 'b'])
  expect(document.activeElement).toBe(button('Move up: c'))
  press('Move up: c')
  expect(order()).toEqual(['c', 'a', 'b'])
  expect(document.activeElement).toBe(button('Move down: c'))
  press('Move down: c')
  press('Move down: c')
  expect(order()).toEqual(['a', 'b', 'c'])
  expect(document.activeElement).toBe(button('Move up: c'))
})
it('takes a row off the list', () => {
  const onRemove = vi.fn()
  render(<List onRemove={onRemove} />)
  press('Take off the list: b')
  expect(onRemove).toHaveBeenCalledOnce()
})
