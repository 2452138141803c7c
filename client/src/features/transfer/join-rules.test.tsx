// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { addColumn } from '@yokoten/shared/board'
import type { PermitFor } from '@yokoten/shared/kernel'
import { boardThere, choose, rules, show } from './test-support/import-dialog'

afterEach(cleanup)

describe("an import onto a board where the team's rules ask for more", () => {
  const csv = (text: string) => new File([text], 'more.csv')
  const bringIn = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Bring it in' })
  const place = (to: string) =>
    fireEvent.change(screen.getByLabelText('Where the cards of “Drying” go'), { target: { value: to } })
  async function look(permit: PermitFor, file: File) {
    const there = boardThere(permit)
    const written = there.small.board.basis.tables.cards.size
    const { agree } = show({ board: there.board, permit })
    await choose(file)
    fireEvent.change(await screen.findByLabelText('Where the cards go'), { target: { value: 'b1' } })
    await screen.findByRole('heading', { name: 'Columns' })
    return { ...there, agree, isUntouched: () => there.small.board.basis.tables.cards.size === written }
  }
  const drying = () => csv('Title,Status\nGrease,Doing\nPaint,Drying\n')
  const rush = () => csv('Title,Status,Class of service\nGrease,Doing,Expedite\nPaint,Doing,\n')

  it('says that new columns are not free, and takes the cards into columns that are there', async () => {
    const { small, proposed, isUntouched } = await look(rules({ 'change-columns': 'consent' }), drying())
    expect(screen.queryByText(/^New columns need/)).toBeNull()
    place('')
    expect(
      await screen.findByText(
        'New columns need the team’s agreement here. Add them first, or send these cards into columns that are there.',
      ),
    ).toBeTruthy()
    expect(bringIn().disabled).toBe(true)
    expect(isUntouched()).toBe(true)
    place('check')
    await waitFor(() => expect(bringIn().disabled).toBe(false))
    fireEvent.click(bringIn())
    expect(await screen.findByText('The cards are on Changeovers')).toBeTruthy()
    expect(small.board.columnsById.get('check')?.doing).toHaveLength(1)
    expect(proposed).toEqual([])
  })

  it('says that they have to wait where the rules cannot be read', async () => {
    await look(rules({ 'change-columns': 'yes' }, { away: 'not-here' }), drying())
    place('')
    expect(await screen.findByText(/^New columns have to wait: the team’s rules cannot be read/)).toBeTruthy()
    expect(bringIn().disabled).toBe(true)
  })

  it('offers to take a rush that is not free in as ordinary cards, and says so', async () => {
    const { small, proposed, told } = await look(rules({ expedite: 'vote' }), rush())
    expect(
      await screen.findByText('1 card is a rush, and a rush needs the team’s agreement here.'),
    ).toBeTruthy()
    expect(bringIn().disabled).toBe(true)
    fireEvent.click(screen.getByLabelText('Bring it in as an ordinary card'))
    expect(await screen.findByText('1 rush as an ordinary card')).toBeTruthy()
    expect(bringIn().disabled).toBe(false)
    fireEvent.click(bringIn())
    expect(await screen.findByText('The cards are on Changeovers')).toBeTruthy()
    expect(screen.getByText('1 rush as an ordinary card')).toBeTruthy()
    const grease = [...small.board.cards.values()].find((card) => card.title === 'Grease')
    expect(grease?.classOfService).toBe('standard')
    expect([proposed, told]).toEqual([[], []])
  })

  it('brings in what others are only told of, and tells them', async () => {
    const { small, told } = await look(rules({ expedite: 'tell', 'change-columns': 'tell' }), rush())
    await waitFor(() => expect(bringIn().disabled).toBe(false))
    expect(screen.queryByLabelText(/ordinary card/)).toBeNull()
    fireEvent.click(bringIn())
    expect(await screen.findByText('The cards are on Changeovers')).toBeTruthy()
    const grease = [...small.board.cards.values()].find((card) => card.title === 'Grease')
    expect(grease?.classOfService).toBe('expedite')
    expect(told).toEqual(['expedite'])
  })

  it('says what rules ask for that arrive while it is shown, and when they are changed back', async () => {
    const { agree } = await look(rules({}), rush())
    await waitFor(() => expect(bringIn().disabled).toBe(false))
    agree(rules({ expedite: 'consent' }))
    expect(screen.getByText(/^1 card is a rush/)).toBeTruthy()
    expect(bringIn().disabled).toBe(true)
    agree(rules({}))
    expect(screen.queryByText(/^1 card is a rush/)).toBeNull()
    expect(bringIn().disabled).toBe(false)
  })

  it('follows the board while it is shown', async () => {
    const { board } = await look(rules({}), drying())
    const places = () =>
      [...screen.getByLabelText<HTMLSelectElement>('Where the cards of “Drying” go').options].map(
        ({ text }) => text,
      )
    expect(places()).not.toContain('Oven')
    act(() => void board.run(addColumn, { column: 'oven', name: 'Oven', after: 'check' }))
    await waitFor(() => expect(places()).toContain('Oven'))
  })

  it('leaves the focus where somebody is choosing a column', async () => {
    await look(rules({}), drying())
    const field = screen.getByLabelText<HTMLSelectElement>('Where the cards of “Drying” go')
    field.focus()
    place('check')
    await waitFor(() => expect(field.value).toBe('check'))
    expect(field.isConnected).toBe(true)
    expect(document.activeElement).toBe(field)
  })

  it('writes nothing where rules arrived before the first part, and shows what they say', async () => {
    let holds = rules({})
    const { proposed, isUntouched } = await look((act) => holds(act), rush())
    await waitFor(() => expect(bringIn().disabled).toBe(false))
    holds = rules({ expedite: 'consent' })
    fireEvent.click(bringIn())
    expect(await screen.findByText(/^1 card is a rush/)).toBeTruthy()
    expect(bringIn().disabled).toBe(true)
    expect([isUntouched(), proposed]).toEqual([true, []])
  })

  it('shows no card and proposes nothing where rules arrived between the parts and the last entry', async () => {
    let holds = rules({})
    const { small, board, proposed, isUntouched } = await look((act) => holds(act), rush())
    const before = small.board.cards.size
    const { run } = board
    board.run = (command, args) => {
      const came = run(command, args)
      holds = rules({ expedite: 'consent' })
      return came
    }
    await waitFor(() => expect(bringIn().disabled).toBe(false))
    fireEvent.click(bringIn())
    expect((await screen.findByRole('alert')).textContent).toBe(
      'The team’s rules have changed meanwhile, so none of the cards is on the board. Choose the file again to see what can come in now.',
    )
    expect(isUntouched()).toBe(false)
    expect(small.board.cards.size).toBe(before)
    expect(proposed).toEqual([])
  })
})
