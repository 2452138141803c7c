// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { lastMonths, YesesChart } from './yeses-chart'

afterEach(cleanup)

it('counts six months up to today, over the turn of a year, empty ones too', () => {
  const months = lastMonths(new Map([['2026-12', { yeses: 3, days: 4.5 }]]), '2027-02-28')
  expect(months.map(({ month, yeses }) => `${month} ${yeses}`)).toEqual([
    '2026-09 0',
    '2026-10 0',
    '2026-11 0',
    '2026-12 3',
    '2027-01 0',
    '2027-02 0',
  ])
})
it('gives its numbers as a table', () => {
  render(<YesesChart months={lastMonths(new Map([['2027-02', { yeses: 2, days: 3 }]]), '2027-02-28')} />)
  const rows = within(screen.getByRole('table')).getAllByRole('row')
  expect(rows).toHaveLength(7)
  expect(
    within(rows[6] as HTMLElement)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['2', '3 days'])
})
