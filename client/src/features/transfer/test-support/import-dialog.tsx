// The import dialog as its tests show it: the worker in this thread, a team of fakes, and a board whose commands ask the rules.
import { fireEvent, render, screen } from '@testing-library/react'
import { vi } from 'vitest'
import type { Mock } from 'vitest'
import { boardDocument } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { decideAgreed, ok, refused } from '@yokoten/shared/kernel'
import type { Command, Permit, PermitFor, PermitLevel } from '@yokoten/shared/kernel'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { MergeRefused, TeamSession } from '../../../session/api'
import { ImportDialog } from '../import-dialog'
import { createImportJob } from '../import-job'
import type { ImportWorker } from '../import-worker'

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

export interface ShownDialog {
  readonly merge: Mock<(updates: ReadonlyMap<string, Uint8Array>) => Promise<unknown>>
  readonly run: Mock<() => unknown>
  readonly onOpenBoard: Mock<(id: string) => void>
  readonly onClose: Mock<() => void>
  unmount(): void
  /** What the team has agreed becomes another. */
  agree(permit: PermitFor): void
}

/** Shows the dialog over a team of which only what it asks for is there. */
export function show(
  options: {
    mergeRefused?: MergeRefused
    hold?: Promise<void>
    onBackup?: (file: File) => void
    /** A board of the team, named Changeovers. */
    board?: unknown
    permit?: PermitFor
  } = {},
): ShownDialog {
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
  const onOpenBoard = vi.fn<(id: string) => void>()
  const onClose = vi.fn<() => void>()
  const startWorker = inThread(options.hold)
  const dialog = (permit: PermitFor) => (
    <ImportDialog
      team={team}
      permit={permit}
      onOpenBoard={onOpenBoard}
      onClose={onClose}
      onBackup={options.onBackup}
      startWorker={startWorker}
    />
  )
  const { unmount, rerender } = render(dialog(options.permit ?? free))
  return { merge, run, onOpenBoard, onClose, unmount, agree: (permit) => rerender(dialog(permit)) }
}

/** Chooses a file. */
export const choose = async (file: File) =>
  fireEvent.change(await screen.findByLabelText('Choose the file', { selector: 'input' }), {
    target: { files: [file] },
  })
/** A file of JSON. */
export const json = (text: string) => new File([text], 'board.json', { type: 'application/json' })

/** What the team has agreed: everything is free but these kinds of acts. */
export const rules =
  (levels: Readonly<Record<string, PermitLevel>>, more: Partial<Permit> = {}): PermitFor =>
  ({ kind }) => ({ level: levels[kind] ?? 'free', rule: null, tells: [], yesFrom: [], ...more })
const free = rules({})

/** A board of the team, open, whose commands ask `permit`. */
export function boardThere(permit: PermitFor = free) {
  const small = createSmallBoard()
  let last = ''
  const undo = vi.fn(() => ({ done: true }))
  const proposed: string[] = []
  const told: string[] = []
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  const board = {
    get: () => small.board,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    run: <A, R>(command: Command<BoardSnapshot, A, R>, args: A) => {
      last = command.name
      const decided = decideAgreed(boardDocument, command, small.board, args, { ...small.ann, permit })
      if (!decided.ok) proposed.push(command.name)
      else {
        told.push(...decided.value.told.map(({ act }) => act.kind))
        small.document.apply(decided.value.changes)
        changed()
      }
      return decided
    },
    undoState: { get: () => ({ undo: last }) },
    undo,
    release: () => undefined,
  }
  return { small, board, undo, proposed, told }
}
