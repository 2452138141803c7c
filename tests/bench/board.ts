// The board at full size: building, opening and moving on 10,000 cards with 60,000 moves, beside Yjs alone.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { boardDocument, isInWork, joinCard, moveCard, setLimit } from '@yokoten/shared/board'
import { createUndo, encodeState, execute, openProjection } from '@yokoten/shared/doc'
import type { Change } from '@yokoten/shared/kernel'
import { createHybridClock, createId } from '@yokoten/shared/kernel'
import * as Y from 'yjs'
import { buildBoard } from '../../shared/src/board/test-support/build-board'
import { boardPage } from './board-page'
import type { Bench, Figure } from './figure'
import { collectGarbage, lower, median, percentile, timed } from './figure'

const CARDS = 10_000
const MOVES = 60_000
const ROUNDS = 7
const COLD_ROUNDS = 5
const MOVE_COUNT = 200

const loaded = (state: Uint8Array): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

function built(steps: readonly (readonly Change[])[]): Y.Doc {
  const doc = new Y.Doc()
  for (const changes of steps) execute(doc, boardDocument, changes)
  return doc
}

/** Rounds in which every variant takes its turn, so that a busy machine is busy for all of them. */
function measureRounds(steps: readonly (readonly Change[])[], state: Uint8Array): Figure[] {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const yardstick = timed(() => loaded(state))
    const open = timed(() => openProjection(loaded(state), boardDocument))
    const build = timed(() => built(steps))
    const doc = loaded(state)
    const project = timed(() => openProjection(doc, boardDocument))
    return { yardstick, open, build, project }
  }).slice(1)
  const inYardsticks = (name: 'open' | 'build' | 'project') =>
    median(rounds.map((round) => round[name] / round.yardstick))
  return [
    lower('board.yardstick', median(rounds.map((round) => round.yardstick)), 'ms', null),
    lower('board.open', inYardsticks('open'), 'x yardstick', 2),
    lower('board.project', inYardsticks('project'), 'x yardstick', 1),
    lower('board.build', inYardsticks('build'), 'x yardstick', 4),
  ]
}

/** One run in a process of its own, where nothing is compiled yet: what a person waits for after a reload. */
const coldRun = (stateFile: string, variant: 'yardstick' | 'open'): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'board-cold.ts'), [stateFile, variant])
    child.once('message', (ms) => resolve(Number(ms)))
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`the cold run ended with ${code}`))
    })
  })

async function measureCold(state: Uint8Array): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'))
  try {
    const stateFile = join(folder, 'board.bin')
    writeFileSync(stateFile, state)
    const ratios: number[] = []
    for (let round = 0; round < COLD_ROUNDS; round++) {
      const yardstick = await coldRun(stateFile, 'yardstick')
      ratios.push((await coldRun(stateFile, 'open')) / yardstick)
    }
    return [lower('board.open-cold', median(ratios), 'x yardstick', 2)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Moves as a person makes them: decided, written, projected; then some of them taken back. */
function measureMoves(state: Uint8Array): Figure[] {
  const doc = loaded(state)
  const projection = openProjection(doc, boardDocument)
  const clock = createHybridClock(() => Date.now())
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const context = () => ({
    person: 'person-0',
    stamp: () => clock.stamp(),
    id: () => createId(random),
    random,
  })
  const undo = createUndo({ doc, spec: boardDocument, projection, context })
  const cards = projection.get().cards.ids()
  const columns = projection.get().columns
  const moves: number[] = []
  const undos: number[] = []
  for (let i = 0; i < MOVE_COUNT; i++) {
    const card = cards[(i * 7_919) % cards.length] as string
    const to = columns[i % columns.length]?.id as string
    const start = performance.now()
    const decided = moveCard.decide(projection.get(), { card, to, why: 'bench' }, context())
    if (!decided.ok) continue
    const written = execute(doc, boardDocument, decided.value, moveCard.name)
    moves.push(performance.now() - start)
    if (!written.ok || i % 4 !== 0) continue
    undo.record(written.value)
    const before = performance.now()
    undo.undo()
    undos.push(performance.now() - before)
  }
  return [
    lower('board.move', median(moves), 'ms', 4),
    lower('board.move-p95', percentile(moves, 0.95), 'ms', 16),
    lower('board.undo', median(undos), 'ms', 8),
  ]
}

/** What the open board holds on to, in MB (10^6 bytes), Yjs alone beside it. */
function measureHeap(state: Uint8Array): Figure[] {
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  const doc = loaded(state)
  collectGarbage()
  const alone = process.memoryUsage().heapUsed
  const projection = openProjection(doc, boardDocument)
  collectGarbage()
  const opened = process.memoryUsage().heapUsed
  projection.destroy()
  return [
    lower('board.heap-yjs', (alone - before) / 1e6, 'MB', null),
    lower('board.heap', (opened - before) / 1e6, 'MB', 160),
  ]
}

/** The same board without limits and with somebody on all that is in work, so that there is always something to pull. */
function openToPulls(state: Uint8Array): Uint8Array {
  const doc = loaded(state)
  const projection = openProjection(doc, boardDocument)
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const clock = createHybridClock(() => Date.now())
  const context = { person: 'person-0', stamp: () => clock.stamp(), id: () => createId(random), random }
  for (const column of projection.get().columns) {
    if (column.limit === null) continue
    const decided = setLimit.decide(projection.get(), { column: column.id, limit: null, why: '' }, context)
    if (decided.ok) execute(doc, boardDocument, decided.value)
  }
  const joins = projection.get().columns.flatMap((column) =>
    (isInWork(column) ? column.doing : []).flatMap((card) => {
      const decided = joinCard.decide(projection.get(), { card }, context)
      return decided.ok ? decided.value : []
    }),
  )
  execute(doc, boardDocument, joins)
  return encodeState(doc)
}

export async function* board(): ReturnType<Bench> {
  const steps = buildBoard({ cards: CARDS, moves: MOVES })
  const state = encodeState(built(steps))
  yield lower('board.state', state.length / 1e6, 'MB', null)
  yield* measureHeap(state)
  yield* measureRounds(steps, state)
  yield* await measureCold(state)
  yield* measureMoves(state)
  yield* boardPage(openToPulls(state))
}
