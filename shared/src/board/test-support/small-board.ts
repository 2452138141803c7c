// A small board in the hands of two people, for tests of single commands.
import type { Change, Command, Result } from '../../kernel'
import { addColumn, createBoard, splitColumn } from '../commands/columns'
import { addCard } from '../commands/edit-card'
import type { BoardSnapshot } from '../snapshot'
import { createDevice } from './seeded'
import type { TestDevice } from './seeded'
import { createTableDocument } from './table-document'

/** Columns `todo` (backlog), `doing` (active, split, two slots), `check` (active), `done`, and the cards c1 to c4. */
export function createSmallBoard() {
  const ann = createDevice('ann', 1)
  const dee = createDevice('dee', 2)
  // Later than all of the setting up, as a device is that has seen it.
  dee.wait(3_600_000)
  const document = createTableDocument()
  const reasons = ['Safety', 'Tool or machine']
  const setup = { key: 'PL', columns: ['To choose from', 'Doing', 'Done'], limit: 2, reasons } as const
  document.run(createBoard, setup, ann)
  const [todo, doing, done] = document.snapshot.columns.map((column) => column.id) as [string, string, string]
  document.run(splitColumn, { column: doing, split: true }, ann)
  document.run(addColumn, { column: 'check', name: 'Check', after: doing }, ann)
  for (const card of ['c1', 'c2', 'c3', 'c4']) document.run(addCard, { card, title: `Card ${card}` }, ann)
  return {
    ann,
    dee,
    document,
    todo,
    doing,
    check: 'check',
    done,
    get board(): BoardSnapshot {
      return document.snapshot
    },
    run: <A, R>(command: Command<BoardSnapshot, A, R>, args: A, who: TestDevice = ann): Result<void, R> =>
      document.run(command, args, who),
    /** What two people do apart, each without the other's act, and then both at once. */
    apart(...acts: readonly ((board: BoardSnapshot) => Result<Change[], unknown>)[]) {
      const board = document.snapshot
      const changes = acts.flatMap((act) => {
        const decided = act(board)
        if (!decided.ok) throw new Error(JSON.stringify(decided.error))
        return decided.value
      })
      document.apply(changes)
    },
  }
}
