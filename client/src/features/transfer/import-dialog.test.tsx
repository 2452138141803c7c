// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { boardDocument } from '@yokoten/shared/board'
import { decideAgreed, ok, refused } from '@yokoten/shared/kernel'
import type { Command, Permit, PermitFor, PermitLevel } from '@yokoten/shared/kernel'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { toasts } from '../../design/toasts'
import type { MergeRefused, TeamSession } from '../../session/api'
import { ImportDialog } from './import-dialog'
import { trelloText } from './test-support/trello-file'
import { createImportJob } from './import-job'
import type { ImportWorker } from './import-worker'

afterEach(cleanup)

/** The worker's part in this thread; `hold` keeps the building from finishing. */
function inThread(hold?: Promise<void>): () => ImportWorker {
  return () => {
    let job: ReturnType<typeof createImportJob> | undefined
    const opened = () => {
      if (!job) throw new Error('Open a file first.')
      return job
    }
    return {
      async open(file, options) {
        job = createImportJob(options)
        return job.open(new Uint8Array(await file.arrayBuffer()), file.name)
      },
      choose: async (index) => opened().choose(index),
      rewrite: async (writing) => opened().rewrite(writing),
      map: async (mapping) => opened().map(mapping),
      async build(onStep) {
        const update = opened().build(onStep)
        await hold
        return update
      },
      match: async (...args) => opened().match(...args),
      join: async (...args) => opened().join(...args),
      part: async (...args) => opened().part(...args),
      end: () => undefined,
    }
  }
}

function show(
  options: {
    mergeRefused?: MergeRefused
    hold?: Promise<void>
    onBackup?: (file: File) => void
    /** A board of the team, named Changeovers. */
    board?: unknown
    permit?: PermitFor
  } = {},
) {
  const merge = vi.fn(async (updates: ReadonlyMap<string, Uint8Array>) =>
    options.mergeRefused
      ? refused(options.mergeRefused)
      : ok({ added: [...updates.keys()], changed: [], unchanged: [] }),
  )
  const run = vi.fn(() => ok(undefined))
  const directory = {
    documents: options.board === undefined ? [] : ['b1'],
    documentsById: new Map([['b1', { id: 'b1', kind: 'board', name: 'Changeovers' }]]),
    values: [],
  }
  const team = {
    person: { get: () => 'ann' },
    mergeDocuments: merge,
    directory: { run, get: () => directory, subscribe: () => () => undefined },
    open: () => Promise.resolve(options.board),
  } as unknown as TeamSession<TeamSnapshot>
  const onOpenBoard = vi.fn()
  const onClose = vi.fn()
  const view = render(
    <ImportDialog
      team={team}
      permit={options.permit ?? free}
      onOpenBoard={onOpenBoard}
      onClose={onClose}
      onBackup={options.onBackup}
      startWorker={inThread(options.hold)}
    />,
  )
  return { merge, run, onOpenBoard, onClose, ...view }
}
const choose = async (file: File) =>
  fireEvent.change(await screen.findByLabelText('Choose the file', { selector: 'input' }), {
    target: { files: [file] },
  })
const json = (text: string) => new File([text], 'board.json', { type: 'application/json' })

/** What the team has agreed: everything is free but these kinds of acts. */
const rules =
  (levels: Readonly<Record<string, PermitLevel>>, more: Partial<Permit> = {}): PermitFor =>
  ({ kind }) => ({ level: levels[kind] ?? 'free', rule: null, tells: [], yesFrom: [], ...more })
const free = rules({})

/** A board of the team, open, whose commands ask `permit`. */
function boardThere(permit: PermitFor = free) {
  const small = createSmallBoard()
  let last = ''
  const undo = vi.fn(() => ({ done: true }))
  const proposed: string[] = []
  const told: string[] = []
  const board = {
    get: () => small.board,
    run: (command: Command<BoardSnapshot, never, never>, args: never) => {
      last = command.name
      const decided = decideAgreed(boardDocument, command, small.board, args, { ...small.ann, permit })
      if (!decided.ok) proposed.push(command.name)
      else {
        told.push(...decided.value.told.map(({ act }) => act.kind))
        small.document.apply(decided.value.changes)
      }
      return decided
    },
    undoState: { get: () => ({ undo: last }) },
    undo,
    release: () => undefined,
  }
  return { small, board, undo, proposed, told }
}

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

  describe("a board where the team's rules ask for more", () => {
    const csv = (text: string) => new File([text], 'more.csv')
    const bringIn = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Bring it in' })
    const place = (to: string) =>
      fireEvent.change(screen.getByLabelText('Where the cards of “Drying” go'), { target: { value: to } })
    async function look(permit: PermitFor, file: File) {
      const there = boardThere(permit)
      const written = there.small.board.basis.tables.cards.size
      show({ board: there.board, permit })
      await choose(file)
      fireEvent.change(await screen.findByLabelText('Where the cards go'), { target: { value: 'b1' } })
      await screen.findByRole('heading', { name: 'Columns' })
      return { ...there, isUntouched: () => there.small.board.basis.tables.cards.size === written }
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
      expect(
        await screen.findByText(/^New columns have to wait: the team’s rules cannot be read/),
      ).toBeTruthy()
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

    it('writes nothing where rules arrived before the first part, and shows what they say', async () => {
      let holds = free
      const { proposed, isUntouched } = await look((act) => holds(act), rush())
      await waitFor(() => expect(bringIn().disabled).toBe(false))
      holds = rules({ expedite: 'consent' })
      fireEvent.click(bringIn())
      expect(await screen.findByText(/^1 card is a rush/)).toBeTruthy()
      expect(bringIn().disabled).toBe(true)
      expect([isUntouched(), proposed]).toEqual([true, []])
    })

    it('shows no card and proposes nothing where rules arrived between the parts and the last entry', async () => {
      let holds = free
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
})
