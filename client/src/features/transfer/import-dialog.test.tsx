// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { toasts } from '../../design/toasts'
import { boardThere, choose, json, show } from './test-support/import-dialog'
import { trelloText } from './test-support/trello-file'

afterEach(cleanup)

describe('import dialog', () => {
  it('shows what comes in, makes the board whole, lists it, and leads to it', async () => {
    const { merge, run, onOpenBoard } = show()
    await choose(json(trelloText))
    expect(await screen.findByText('2 cards, 1 of them put away')).toBeTruthy()
    expect(merge).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Bring it in' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Open the board' }))
    const [name] = [...(merge.mock.calls[0]?.[0].keys() ?? [])]
    const id = onOpenBoard.mock.calls[0]?.[0] as string
    expect(name).toBe(`board/${id}`)
    expect(run).toHaveBeenCalledWith(expect.objectContaining({ name: 'team.addDocument' }), {
      id,
      kind: 'board',
      name: 'Paint shop',
    })
  })

  it('says what is wrong with a file and writes nothing', async () => {
    const { merge, run } = show()
    await choose(json('{"name":"x","cards":[]}'))
    expect(await screen.findByText('This is not a Trello board: it has no “lists”.')).toBeTruthy()
    expect(screen.getByText('Nothing was taken in.')).toBeTruthy()
    expect(merge).not.toHaveBeenCalled()
    expect(run).not.toHaveBeenCalled()
  })

  it('refuses a huge file before reading it', async () => {
    const file = json('{}')
    Object.defineProperty(file, 'size', { value: 100_000_000 })
    const read = vi.spyOn(file, 'arrayBuffer')
    show()
    await choose(file)
    expect(await screen.findByText(/^This file is too large: 100 MB, where at most 67 MB/)).toBeTruthy()
    expect(read).not.toHaveBeenCalled()
  })

  it('hands a backup on to where it belongs', async () => {
    const onBackup = vi.fn()
    show({ onBackup })
    const file = json('{"format":"yokoten-backup","version":1')
    await choose(file)
    fireEvent.click(await screen.findByRole('button', { name: 'Use it as a backup' }))
    expect(onBackup).toHaveBeenCalledWith(file)
  })

  it('leaves nothing where it is given up while the board is being made', async () => {
    let goOn: () => void = () => undefined
    const hold = new Promise<void>((resolve) => (goOn = resolve))
    const { merge, run, onClose, unmount } = show({ hold })
    await choose(json(trelloText))
    fireEvent.click(await screen.findByRole('button', { name: 'Bring it in' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(onClose).toHaveBeenCalled()
    unmount()
    goOn()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(merge).not.toHaveBeenCalled()
    expect(run).not.toHaveBeenCalled()
  })

  it('lists no board whose contents could not be kept', async () => {
    const { run } = show({ mergeRefused: { reason: 'cannot-store' } })
    await choose(json(trelloText))
    fireEvent.click(await screen.findByRole('button', { name: 'Bring it in' }))
    await waitFor(() => expect(screen.getByText(/^This device has no room to keep the board/)).toBeTruthy())
    expect(run).not.toHaveBeenCalled()
  })

  it('takes the board away again that was made, and can bring it back', async () => {
    const { run, onClose } = show()
    await choose(json(trelloText))
    fireEvent.click(await screen.findByRole('button', { name: 'Bring it in' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Undo import' }))
    const id = (run.mock.calls[0] as unknown as [unknown, { id: string }])[1].id
    expect(run).toHaveBeenLastCalledWith(expect.objectContaining({ name: 'team.archiveDocument' }), { id })
    expect(onClose).toHaveBeenCalled()
    const [toast] = toasts.get()
    expect(toast?.words).toBe('“Paint shop” is put away again')
    toast?.action?.run()
    expect(run).toHaveBeenLastCalledWith(expect.objectContaining({ name: 'team.restoreDocument' }), { id })
  })

  it('shows what a table means and lets it be corrected before anything is made', async () => {
    const { merge } = show()
    await choose(new File(['Name;Due;Points\nMix;03/04/2026;2\nClean;05/04/2026;x\n'], 'paint.csv'))
    expect((await screen.findByLabelText<HTMLInputElement>('Name of the new board')).value).toBe('paint')
    expect(screen.getByLabelText<HTMLSelectElement>('Meaning of “Name”').value).toBe('title')
    expect(screen.getByLabelText<HTMLSelectElement>('Dates in “Due”').value).toBe('day-first')
    expect(screen.getByText('Day and month could be either way round. Check the order.')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Meaning of “Points”'), { target: { value: 'size' } })
    expect(await screen.findByText('Line 3: “x” in “Points” is not a number.')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Bring it in' }).disabled).toBe(true)
    fireEvent.change(screen.getByLabelText('Meaning of “Points”'), { target: { value: 'ignore' } })
    await waitFor(() =>
      expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Bring it in' }).disabled).toBe(false),
    )
    fireEvent.click(screen.getByRole('button', { name: 'Bring it in' }))
    await screen.findByRole('button', { name: 'Open the board' })
    expect(merge).toHaveBeenCalledTimes(1)
  })

  it('lets it be said what a column is for, so that dates find their place', async () => {
    show()
    await choose(
      new File(['Title,Stage,start date,finish date\nMix,Stage 2,2026-03-02,2026-03-06\n'], 'a.csv'),
    )
    const role = await screen.findByLabelText<HTMLSelectElement>('What Stage 2 is for')
    expect(role.value).toBe('backlog')
    expect(screen.getByText(/^1 card has a date that its state speaks against/)).toBeTruthy()
    fireEvent.change(role, { target: { value: 'done' } })
    await waitFor(() => expect(screen.queryByText(/speaks against/)).toBeNull())
    expect(screen.getByLabelText<HTMLSelectElement>('What Stage 2 is for').value).toBe('done')
  })

  it('brings a table onto a board that is there, with each column matched or placed, and takes it off again', async () => {
    const { small, board, undo } = boardThere()
    const { merge, onClose } = show({ board })
    const before = small.board.cards.size
    await choose(new File(['Title,Status\nGrease,doing\nPaint,Drying\nSweep,To do\n'], 'more.csv'))
    fireEvent.change(await screen.findByLabelText('Where the cards go'), { target: { value: 'b1' } })
    expect(await screen.findByText(/^“doing” goes to “Doing”, which has the same name: 1 card$/)).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Where the cards of “Drying” go'), { target: { value: 'check' } })
    await waitFor(() =>
      expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Bring it in' }).disabled).toBe(false),
    )
    expect(screen.queryByLabelText('Name of the new board')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Bring it in' }))
    expect(await screen.findByText('The cards are on Changeovers')).toBeTruthy()
    expect(merge).not.toHaveBeenCalled()
    expect(small.board.cards.size).toBe(before + 3)
    const titles = (column: string) =>
      small.board.columnsById.get(column)?.doing.map((id) => small.board.cards.get(id)?.title)
    expect(titles('check')).toEqual(['Paint'])
    expect(titles(small.doing)).toEqual(['Grease'])
    fireEvent.click(screen.getByRole('button', { name: 'Undo import' }))
    expect(undo).toHaveBeenCalledOnce()
    expect(onClose).toHaveBeenCalled()
    expect(toasts.get().at(-1)?.words).toBe('The cards are off “Changeovers” again')
  })

  it("brings a tool's cards onto a board that is there as well, as one act", async () => {
    const { small, board, undo } = boardThere()
    const { merge } = show({ board })
    const before = small.board.cards.size
    await choose(json(trelloText))
    fireEvent.change(await screen.findByLabelText('Where the cards go'), { target: { value: 'b1' } })
    await waitFor(() =>
      expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Bring it in' }).disabled).toBe(false),
    )
    expect(screen.getAllByLabelText(/^Where the cards of/).length).toBeGreaterThan(0)
    fireEvent.click(screen.getByRole('button', { name: 'Bring it in' }))
    expect(await screen.findByText('The cards are on Changeovers')).toBeTruthy()
    expect(merge).not.toHaveBeenCalled()
    expect(small.board.cards.size).toBe(before + 2)
    expect(small.board.columns).toHaveLength(4)
    fireEvent.click(screen.getByRole('button', { name: 'Undo import' }))
    expect(undo).toHaveBeenCalledOnce()
  })
})
