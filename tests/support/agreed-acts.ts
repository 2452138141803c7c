// Every command that is an act which a team may agree about, ready to be asked about, carried out and taken back.
import * as board from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { decideAgreed } from '@yokoten/shared/kernel'
import type {
  Act,
  Change,
  Command,
  CommandContext,
  DocumentOf,
  JsonObject,
  PermitLevel,
  Table,
} from '@yokoten/shared/kernel'
import { createMemoryDocument } from '@yokoten/shared/kernel/test-support'
import * as playbook from '@yokoten/shared/playbook'
import * as team from '@yokoten/shared/team'

type Small = ReturnType<typeof createSmallBoard>

/** A document in the hands of a test. */
interface Held<S> {
  readonly snapshot: S
  apply(changes: readonly Change[]): unknown
  read(collection: string, id: string): JsonObject | undefined
}

/** A command with all that it is done with, handed on with the type of its snapshot, which only the task may name. */
export type ActTask<T> = <S, A, R>(at: {
  readonly document: DocumentOf<S>
  readonly command: Command<S, A, R>
  readonly held: Held<S>
  readonly args: A
  readonly context: CommandContext
}) => T

/** A command ready to be decided, whatever its snapshot and arguments are. */
export interface Ready {
  readonly name: string
  decide(permit: (act: Act) => PermitLevel): ReturnType<typeof decideAgreed>
  with<T>(task: ActTask<T>): T
}

export const ready = <S, A, R>(
  document: DocumentOf<S>,
  command: Command<S, A, R>,
  held: Held<S>,
  args: A,
  context: CommandContext,
): Ready => ({
  name: command.name,
  decide(levelOf) {
    const permit = (act: Act) => ({ level: levelOf(act), rule: 'r', tells: [], yesFrom: [] })
    return decideAgreed(document, command, held.snapshot, args, { ...context, permit })
  },
  with: (task) => task({ document, command, held, args, context }),
})

export const heldBoard = ({ document }: Small): Held<board.BoardSnapshot> => ({
  get snapshot() {
    return document.snapshot
  },
  apply: (changes) => document.apply(changes),
  read(collection, id) {
    const keys = Object.entries(board.boardDocument.collections)
    const [key = ''] = keys.find(([, { name }]) => name === collection) ?? []
    return (document.snapshot.basis.tables as unknown as Record<string, Table<JsonObject>>)[key]?.get(id)
  },
})

/** A board on which c1 is pulled, by Ann, and c2 and c3 fill the two slots of `doing`. */
export function prepared(): Small {
  const small = createSmallBoard()
  small.run(board.pullCard, { card: 'c2' })
  small.run(board.pullCard, { card: 'c3' }, small.dee)
  return small
}

const onBoard =
  <A, R>(command: Command<board.BoardSnapshot, A, R>, argsOf: (small: Small) => A, before = prepared) =>
  (): Ready => {
    const small = before()
    return ready(board.boardDocument, command, heldBoard(small), argsOf(small), small.ann)
  }

const roomy = createSmallBoard
const withGroup = () => {
  const small = createSmallBoard()
  small.run(board.putInGroup, { column: small.doing, group: { name: 'Work' } })
  return small
}
const withLane = () => {
  const small = createSmallBoard()
  small.run(board.addLane, { lane: 'l', name: 'Rush', rest: 'Rest' })
  return small
}
const withArchivedLane = () => {
  const small = withLane()
  small.run(board.archiveLane, { lane: 'l' })
  return small
}
const withoutCheck = () => {
  const small = createSmallBoard()
  small.run(board.removeColumn, { column: small.check })
  return small
}
const groupIn = (small: Small) => [...small.board.groups.keys()][0] ?? ''
/** Three cards under a limit of two, pulled apart. */
const broken = () => {
  const small = createSmallBoard()
  small.run(board.pullCard, { card: 'c1' })
  small.apart(
    (snapshot) => board.pullCard.decide(snapshot, { card: 'c2' }, small.ann),
    (snapshot) => board.pullCard.decide(snapshot, { card: 'c3' }, small.dee),
  )
  return small
}
const scopeOf = (small: Small) => ({ kind: 'column', id: small.doing }) as const

function onTeam<A, R>(command: Command<team.TeamSnapshot, A, R>, args: A) {
  return (): Ready => {
    const document = createMemoryDocument(team.teamDocument)
    const { ann } = createSmallBoard()
    document.run(team.addPerson, { id: 'ann', name: 'Ann' }, ann)
    document.run(team.addDocument, { id: 'b', kind: 'board', name: 'Board' }, ann)
    return ready(team.teamDocument, command, document, args, ann)
  }
}

const RULE = {
  act: 'spend',
  condition: {},
  value: { level: 'tell' as const, hours: 8, tells: [], review: null, why: '' },
}
function onPlaybook<A, R>(command: Command<playbook.PlaybookSnapshot, A, R>, args: A, isAway = false) {
  return (): Ready => {
    const document = createMemoryDocument(playbook.playbookDocument)
    const { ann } = createSmallBoard()
    document.run(playbook.addAct, { id: 'own', name: 'Change the gas', concern: 'safety' }, ann)
    if (isAway) document.run(playbook.archiveAct, { id: 'own' }, ann)
    return ready(playbook.playbookDocument, command, document, args, ann)
  }
}

export const ACTS: readonly (readonly [kinds: readonly string[], make: () => Ready])[] = [
  [['raise-blocker'], onBoard(board.raiseBlocker, () => ({ card: 'c1', reason: 'x' }))],
  [['raise-blocker'], onBoard(board.raiseBlocker, () => ({ card: null, reason: 'x' }))],
  [['pull'], onBoard(board.pullCard, () => ({ card: 'c1' }), roomy)],
  [['pull', 'pull-over-limit'], onBoard(board.pullCard, () => ({ card: 'c1', why: 'Now' }))],
  [['pull'], onBoard(board.pullNext, () => ({ today: 0, cycle: null }), roomy)],
  [['pull'], onBoard(board.moveCard, ({ doing }) => ({ card: 'c1', to: doing }), roomy)],
  [
    ['pull-over-limit', 'pull'],
    onBoard(board.bulkMove.command, ({ doing }) => ({ cards: ['c1'], to: doing, why: 'Now' })),
  ],
  [['pull-over-limit'], onBoard(board.addCard, ({ doing }) => ({ title: 'T', column: doing, why: 'Now' }))],
  [['expedite'], onBoard(board.addCard, () => ({ title: 'T', classOfService: 'expedite' as const }))],
  [['expedite'], onBoard(board.editCard, () => ({ card: 'c1', classOfService: 'expedite' as const }))],
  [
    ['expedite'],
    onBoard(board.bulkClass.command, () => ({ cards: ['c1'], classOfService: 'expedite' as const })),
  ],
  [['change-limit'], onBoard(board.setLimit, ({ doing }) => ({ column: doing, limit: 5 }))],
  [
    ['change-limit'],
    onBoard(board.setLimit, () => ({ scope: { kind: 'board' as const, id: 'board' }, limit: 5 })),
  ],
  [['change-limit'], onBoard(board.raiseBrokenLimit, (small) => ({ scope: scopeOf(small) }), broken)],
  [['change-columns'], onBoard(board.addColumn, () => ({ name: 'New' }))],
  [['change-columns'], onBoard(board.renameColumn, ({ doing }) => ({ column: doing, name: 'New' }))],
  [['change-columns'], onBoard(board.moveColumn, ({ doing }) => ({ column: doing, after: null }))],
  [['change-columns'], onBoard(board.splitColumn, ({ check }) => ({ column: check, split: true }))],
  [['change-columns'], onBoard(board.removeColumn, ({ check }) => ({ column: check }))],
  [['change-columns'], onBoard(board.restoreColumn, ({ check }) => ({ column: check }), withoutCheck)],
  [['change-columns'], onBoard(board.setPolicy, ({ doing }) => ({ column: doing, policy: 'Two people' }))],
  [['change-columns'], onBoard(board.setRole, ({ check }) => ({ column: check, role: 'waiting' as const }))],
  [['change-columns'], onBoard(board.setWhenFull, () => ({ whenFull: 'forbidden' as const }))],
  [['change-columns'], onBoard(board.setMark, ({ check }) => ({ mark: 'start' as const, column: check }))],
  [
    ['change-columns'],
    onBoard(board.putInGroup, ({ doing }) => ({ column: doing, group: { name: 'Work' } })),
  ],
  [
    ['change-columns'],
    onBoard(board.renameGroup, (small) => ({ group: groupIn(small), name: 'New' }), withGroup),
  ],
  [['change-columns'], onBoard(board.dissolveGroup, (small) => ({ group: groupIn(small) }), withGroup)],
  [['change-columns'], onBoard(board.addLane, () => ({ name: 'Rush', rest: 'Rest' }))],
  [['change-columns'], onBoard(board.renameLane, () => ({ lane: 'l', name: 'New' }), withLane)],
  [
    ['change-columns'],
    onBoard(board.moveLane, ({ board: { lanes } }) => ({ lane: 'l', after: lanes[1]?.id ?? '' }), withLane),
  ],
  [['change-columns'], onBoard(board.archiveLane, () => ({ lane: 'l' }), withLane)],
  [
    ['change-columns'],
    onBoard(board.restoreListed, () => ({ list: 'lanes' as const, id: 'l' }), withArchivedLane),
  ],
  [['change-order'], onBoard(board.moveCard, ({ todo }) => ({ card: 'c4', to: todo, at: 'top' as const }))],
  [['archive'], onBoard(board.archiveCard, () => ({ card: 'c1' }))],
  [['archive'], onBoard(board.bulkArchive.command, () => ({ cards: ['c1', 'c4'] }))],
  [['invite-person'], onTeam(team.addPerson, { id: 'zoe', name: 'Zoe' })],
  [['invite-person'], onTeam(team.invitePerson, { name: 'Zoe' })],
  [['archive'], onTeam(team.archiveDocument, { id: 'b' })],
  [['change-policy'], onPlaybook(playbook.setRule, RULE)],
  [['change-policy'], onPlaybook(playbook.setRules, { rules: [RULE] })],
  [
    ['change-policy'],
    onPlaybook(playbook.planHandOver, {
      act: 'spend',
      condition: {},
      value: { kind: 'ours', day: '2026-12-01' },
    }),
  ],
  [['change-policy'], onPlaybook(playbook.editAct, { id: 'own', concern: null })],
  [['change-policy'], onPlaybook(playbook.archiveAct, { id: 'own' })],
  [['change-policy'], onPlaybook(playbook.restoreAct, { id: 'own' }, true)],
]
