// Boards that some people change apart and merge at random, without a network: many acts for little time.
import { boardDocument } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createSeededRandom, seededBytes, TEST_START } from '@yokoten/shared/board/test-support'
import { createUndo, execute, openProjection, textFragment } from '@yokoten/shared/doc'
import { createHybridClock, createId } from '@yokoten/shared/kernel'
import type { CommandContext } from '@yokoten/shared/kernel'
import * as Y from 'yjs'
import type { DocumentHandle } from '../../client/src/session/api'
import { createChance } from '../support/virtual-chance'
import { actFurther, actOnBoard } from './board-acts'
import { boardFaults, otherCircles, unlikeRebuilt } from './invariants'
import { BOARD } from './station'
import { createWatch } from './watch'

/** What acts ask of a document's handle, without all that a session adds. */
function createReplica(person: string, seed: number) {
  const doc = new Y.Doc()
  doc.clientID = seed
  const random = seededBytes(createSeededRandom(seed))
  let now = TEST_START
  const clock = createHybridClock(() => (now += 1_000))
  const device: CommandContext = { person, random, id: () => createId(random), stamp: () => clock.stamp() }
  const projection = openProjection(doc, boardDocument)
  const undo = createUndo({ doc, spec: boardDocument, projection, context: () => device })
  const handle: Pick<DocumentHandle<BoardSnapshot>, 'get' | 'run' | 'undo' | 'redo' | 'prose'> = {
    get: projection.get,
    run(command, args) {
      const decided = command.decide(projection.get(), args, device)
      if (!decided.ok) return decided
      const step = execute(doc, boardDocument, decided.value, command.name)
      if (!step.ok) throw new Error(step.error.reason)
      if (!command.isDeferred) undo.record(step.value)
      return { ok: true, value: undefined }
    },
    undo: () => undo.undo() as ReturnType<DocumentHandle<BoardSnapshot>['undo']>,
    redo: () => undo.redo() as ReturnType<DocumentHandle<BoardSnapshot>['redo']>,
    prose: (id) => ({
      fragment: textFragment(doc, id),
      awareness: undefined,
      writable: true,
      who: () => undefined,
    }),
  }
  return {
    doc,
    board: handle as DocumentHandle<BoardSnapshot>,
    /** Takes over what another one has; as in a session, what is written next comes after it. */
    take(other: Y.Doc) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
      const { journey, settings, comments } = projection.get().basis.tables
      for (const log of [journey, settings, comments])
        for (const { order } of log.values()) clock.observe(order)
    },
  }
}

/** What did not hold of a board after so many acts, looked at each time two of its replicas have merged. */
export function mergeBoards(seed: number, acts: number): string[] {
  const chance = createChance(seed)
  const people = ['ann', 'bob', 'dee']
  const replicas = people.map((person, index) => createReplica(person, seed * 10 + index))
  const watch = createWatch()
  const faults: string[] = []
  const look = ({ board, doc }: (typeof replicas)[number]) => faults.push(...unlikeRebuilt(BOARD, board, doc))

  for (let act = 0; act < acts && faults.length + watch.faults.length === 0; act++) {
    const replica = chance.pick(replicas)
    const scene = { board: watch.over(replica.board), chance, people }
    if (chance.happens(0.5)) actOnBoard(scene)
    else actFurther(scene)
    if (!chance.happens(0.08)) continue
    replica.take(chance.pick(replicas).doc)
    look(replica)
  }
  // The first takes all, then all take the first.
  const [first] = replicas
  for (const { doc } of replicas) first?.take(doc)
  for (const replica of replicas) if (first) replica.take(first.doc)
  replicas.forEach(look)
  const boards = replicas.map(({ board }) => board.get())
  return [...faults, ...watch.faults, ...boards.flatMap(boardFaults), ...otherCircles(boards)]
}
