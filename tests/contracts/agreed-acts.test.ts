// Every command of the rooms is either one of the acts that a team may agree about or listed here as free.
import { describe, expect, it } from 'vitest'
import * as board from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { ACT_KINDS, commandsByName, PERMIT_LEVELS } from '@yokoten/shared/kernel'
import type { Change } from '@yokoten/shared/kernel'
import { createMemoryDocument } from '@yokoten/shared/kernel/test-support'
import * as playbook from '@yokoten/shared/playbook'
import * as team from '@yokoten/shared/team'
import { ACTS, heldBoard, prepared, ready } from '../support/agreed-acts'

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
  team.setAway team.setDay team.setStepSkill team.setUsualWeek team.withdrawInvitation
  playbook.addAct playbook.addHat playbook.amendProposal playbook.answerRequest playbook.answerTurn
  playbook.archiveHat playbook.beginRound playbook.decideAfterAdvice playbook.editHat playbook.endRound
  playbook.endTurn playbook.leaveOut playbook.linkProposal
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
  expect(ready(board.boardDocument, board.createBoard, nothing, setUp, ann).decide(never).ok).toBe(true)
  const directory = createMemoryDocument(team.teamDocument)
  const self = { id: 'ann', name: 'Ann' }
  expect(ready(team.teamDocument, team.addPerson, directory, self, ann).decide(never).ok).toBe(true)
})

it('what changes nothing asks nothing, and what a command refuses is refused first', () => {
  const small = prepared()
  const never = () => 'vote' as const
  const same = ready(
    board.boardDocument,
    board.setLimit,
    heldBoard(small),
    { column: small.doing, limit: 2 },
    small.ann,
  )
  expect(same.decide(never)).toEqual({ ok: true, value: { changes: [] as Change[], told: [] } })
  const gone = ready(board.boardDocument, board.archiveCard, heldBoard(small), { card: 'no' }, small.ann)
  expect(gone.decide(never)).toMatchObject({ ok: false, error: { reason: 'card-gone' } })
})
