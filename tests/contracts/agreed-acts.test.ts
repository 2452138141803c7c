// Every command of the rooms is either one of the acts that a team may agree about or listed here as free.
import { describe, expect, it } from 'vitest'
import * as board from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { ACT_KINDS, commandsByName, decideAgreed, PERMIT_LEVELS } from '@yokoten/shared/kernel'
import type { Act, Change, Command, CommandContext, DocumentOf, PermitLevel } from '@yokoten/shared/kernel'
import { createMemoryDocument } from '@yokoten/shared/kernel/test-support'
import * as playbook from '@yokoten/shared/playbook'
import * as team from '@yokoten/shared/team'

type Small = ReturnType<typeof createSmallBoard>

/** A command ready to be decided, whatever its snapshot and arguments are. */
interface Ready {
  readonly name: string
  decide(permit: (act: Act) => PermitLevel): ReturnType<typeof decideAgreed>
}

const ready = <S, A, R>(
  document: DocumentOf<S>,
  command: Command<S, A, R>,
  snapshot: S,
  args: A,
  context: CommandContext,
): Ready => ({
  name: command.name,
  decide(levelOf) {
    const permit = (act: Act) => ({ level: levelOf(act), rule: 'r', tells: [], yesFrom: [] })
    return decideAgreed(document, command, snapshot, args, { ...context, permit })
  },
})

/** A board on which c1 is pulled, by Ann, and c2 and c3 fill the two slots of `doing`. */
function prepared(): Small {
  const small = createSmallBoard()
  small.run(board.pullCard, { card: 'c2' })
  small.run(board.pullCard, { card: 'c3' }, small.dee)
  return small
}

const onBoard =
  <A, R>(command: Command<board.BoardSnapshot, A, R>, argsOf: (small: Small) => A, before = prepared) =>
  (): Ready => {
    const small = before()
    return ready(board.boardDocument, command, small.board, argsOf(small), small.ann)
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
    return ready(team.teamDocument, command, document.snapshot, args, ann)
  }
}

const RULE = {
  act: 'spend',
  condition: {},
  value: { level: 'tell' as const, hours: 8, tells: [], review: null, why: '' },
}
function onPlaybook<A, R>(command: Command<playbook.PlaybookSnapshot, A, R>, args: A) {
  return (): Ready => {
    const document = createMemoryDocument(playbook.playbookDocument)
    const { ann } = createSmallBoard()
    document.run(playbook.addAct, { id: 'own', name: 'Change the gas', concern: 'safety' }, ann)
    return ready(playbook.playbookDocument, command, document.snapshot, args, ann)
  }
}

const ACTS: readonly (readonly [kinds: readonly string[], make: () => Ready])[] = [
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
  [['change-columns'], onBoard(board.restoreColumn, ({ check }) => ({ column: check }))],
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
  [['change-policy'], onPlaybook(playbook.restoreAct, { id: 'own' })],
]

/** Commands that are no act of the thirteen: they say something, go back, or arrange what is one's own. */
const FREE = `
  board.acceptInvitation board.addChecklistItem board.addComment board.addField board.addReason board.addRecurring
  board.addStation board.addType board.addView board.addWebLink board.answerBlocker board.archiveField
  board.archiveReason board.archiveRecurring board.archiveStation board.archiveTag board.archiveTemplate
  board.archiveType board.attachFile board.bringRecurring board.bulkInvite board.bulkTag board.changeView
  board.checkItem board.clearBlocker board.colourTag board.createBoard board.createFromTemplate board.createSample
  board.declineInvitation board.editRecurring board.leaveRemovedColumn board.moveListed board.editBlocker board.editChecklistItem board.editComment board.editField
  board.editTemplate board.editType board.finishCard board.handBack board.inviteToCard board.joinCard
  board.keepBrokenLimit board.leaveCard board.linkCards board.moveReason board.removeChecklistItem board.removeFile
  board.removeView board.removeWebLink board.renameReason board.renameStation board.renameTag board.renameView
  board.reopenBlocker board.resolveApart board.resolveDoublePull board.restoreCard board.noteDescription board.saveTemplate board.seeAnswer
  board.seeMentions board.setField board.tagCard board.unlinkCards board.untagCard board.withdrawComment
  board.withdrawInvitation
  team.addCustomer team.addGoal team.addValue team.archiveCustomer team.archiveGoal team.archiveValue
  team.editCustomer team.editGoal team.editValue team.lookAtLeading team.moveReview team.restoreCustomer
  team.restoreGoal team.restoreValue team.sayHowILead
  team.addDocument team.addSkill team.archivePerson team.archiveSkill team.declareSkill team.editPerson team.hereOn
  team.nameTeam team.noteRules team.renameDocument team.renameSkill team.restoreDocument team.restorePerson team.restoreSkill
  team.setAway team.setDay team.setStepSkill team.setUsualWeek
  playbook.addAct playbook.addHat playbook.amendProposal playbook.answerRequest playbook.answerTurn
  playbook.archiveHat playbook.beginRound playbook.decideAfterAdvice playbook.editHat playbook.endRound
  playbook.endTurn playbook.leaveOut
  playbook.offerTurn playbook.openHand playbook.propose playbook.raiseRequest playbook.recordApplied
  playbook.reopenRequest playbook.resolveRequest playbook.restoreHat playbook.sealHand playbook.setWorkingTime playbook.speak
  playbook.tellOthers playbook.withdrawProposal playbook.withdrawTurn
`
  .trim()
  .split(/\s+/)

/** Acts that no command of a room is: a link is handed out, keys are changed, or they are agreed about by words alone. */
const WITHOUT_COMMAND = ['start-experiment', 'spend', 'change-keys']

it('every command is listed, either with its acts or as free', () => {
  const all = [board, team, playbook].flatMap((room) => [...commandsByName(room).keys()])
  const listed = new Set([...ACTS.map(([, make]) => make().name), ...FREE])
  expect([...listed].sort()).toEqual([...all].sort())
})

it('every act is a command’s, apart from those that have none', () => {
  const kinds = new Set([...ACTS.flatMap(([of]) => of), ...WITHOUT_COMMAND])
  expect([...kinds].sort()).toEqual([...ACT_KINDS].sort())
})

describe.each(ACTS.map(([kinds, make]) => [make().name, kinds, make] as const))(
  '%s: %s',
  (_, kinds, make) => {
    it('asks about these acts and no other', () => {
      const asked: string[] = []
      const decided = make().decide((act) => {
        asked.push(act.kind)
        return 'free'
      })
      expect(decided).toMatchObject({ ok: true, value: { told: [] } })
      expect([...new Set(asked)].sort()).toEqual([...kinds].sort())
    })

    it.each(PERMIT_LEVELS)('%s', (level) => {
      for (const kind of kinds) {
        const decided = make().decide((act) => (act.kind === kind ? level : 'free'))
        if (level === 'free') expect(decided).toMatchObject({ ok: true, value: { told: [] } })
        else if (level === 'tell') {
          const told = decided.ok ? decided.value.told.map(({ act, permit }) => [act.kind, permit.level]) : []
          expect(told.length).toBeGreaterThan(0)
          for (const one of told) expect(one).toEqual([kind, level])
        } else
          expect(decided).toMatchObject({
            ok: false,
            error: { reason: 'not-free', act: { kind }, permit: { level } },
          })
      }
    })
  },
)

it('setting a board up is no act, and saying who one is oneself is none', () => {
  const nothing = createMemoryDocument(board.boardDocument)
  const { ann } = createSmallBoard()
  const setUp = { key: 'B', columns: ['A', 'B', 'C'], limit: 2, reasons: ['Safety'] } as const
  const never = () => 'vote' as const
  expect(ready(board.boardDocument, board.createBoard, nothing.snapshot, setUp, ann).decide(never).ok).toBe(
    true,
  )
  const directory = createMemoryDocument(team.teamDocument)
  const self = { id: 'ann', name: 'Ann' }
  expect(ready(team.teamDocument, team.addPerson, directory.snapshot, self, ann).decide(never).ok).toBe(true)
})

it('what changes nothing asks nothing, and what a command refuses is refused first', () => {
  const small = prepared()
  const never = () => 'vote' as const
  const same = ready(
    board.boardDocument,
    board.setLimit,
    small.board,
    { column: small.doing, limit: 2 },
    small.ann,
  )
  expect(same.decide(never)).toEqual({ ok: true, value: { changes: [] as Change[], told: [] } })
  const gone = ready(board.boardDocument, board.archiveCard, small.board, { card: 'no' }, small.ann)
  expect(gone.decide(never)).toMatchObject({ ok: false, error: { reason: 'card-gone' } })
})
