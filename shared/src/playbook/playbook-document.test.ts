import { describe, expect, it } from 'vitest'
import { isEqual } from '../kernel'
import type { Json, JsonObject } from '../kernel'
import { addHat, offerTurn } from './commands/hats'
import { beginRound } from './commands/poker'
import { amendProposal, propose, tellOthers } from './commands/proposals'
import { raiseRequest } from './commands/requests'
import { addAct, archiveAct, editAct, restoreAct, setWorkingTime } from './commands/rules'
import { speak } from './commands/voices'
import { playbookDocument } from './playbook-document'
import { ARGS_LIMIT } from './record-parts'
import { ruleKey } from './rules'
import { workingTimeOf } from './snapshot'
import {
  CHANGE_LIMIT,
  createSmallPlaybook,
  HOUR,
  MONDAY,
  PEOPLE,
  ROSTER,
  SPEND,
  valueAt,
} from './test-support/small-playbook'

const DAY = 24 * HOUR

describe('proposing', () => {
  it('is refused where the act is free or only told, and where nobody can say yes', () => {
    const small = createSmallPlaybook()
    const args = {
      act: SPEND,
      title: 'Gloves',
      reason: '',
      command: null,
      args: {},
      ground: {},
      roster: ROSTER,
      members: PEOPLE,
      zone: 'UTC',
    }
    expect(small.run(propose, args)).toEqual({ ok: false, error: { reason: 'is-free' } })
    small.rule('spend', valueAt('tell'))
    expect(small.run(propose, args)).toEqual({ ok: false, error: { reason: 'is-free' } })
    expect(small.run(propose, { ...args, level: 'advice' }).ok).toBe(true)
    small.rule('spend', valueAt('yes', { yesFrom: { kind: 'person', id: 'zoe' } }))
    expect(small.run(propose, args)).toEqual({ ok: false, error: { reason: 'nobody-can-say-yes' } })
    small.rule('spend', valueAt('vote'))
    small.run(propose, { ...args, id: 'v', level: 'advice' })
    expect(small.case('v').proposal.level).toBe('vote')
    expect(small.run(propose, { ...args, title: ' ' })).toEqual({ ok: false, error: { reason: 'empty' } })
    const much = { cards: Array.from({ length: ARGS_LIMIT / 10 }, (_, index) => `card-${index + 1_000}`) }
    for (const more of [{ args: much }, { ground: much }]) {
      expect(small.run(propose, { ...args, ...more })).toEqual({ ok: false, error: { reason: 'too-much' } })
      const amended = small.run(amendProposal, { proposal: 'v', ...args, ...more })
      expect(amended).toEqual({ ok: false, error: { reason: 'too-much' } })
    }
  })

  it('P1: members, quorum and level stay as they were at the opening', () => {
    const small = createSmallPlaybook()
    small.rule('change-limit', valueAt('consent', { quorum: 100 }))
    const id = small.propose(CHANGE_LIMIT, { members: ['ben', 'cem', 'ben'] })
    small.rule('change-limit', valueAt('free'))
    expect(small.case(id).proposal).toMatchObject({
      level: 'consent',
      members: ['ann', 'ben', 'cem'],
      quorum: 3,
    })
  })

  it('P1: a quorum is the rule’s share of the members, rounded up, or more than half of them', () => {
    const small = createSmallPlaybook()
    const quorumOf = (count: number, quorum?: number) => {
      small.rule('change-limit', valueAt('vote', quorum === undefined ? {} : { quorum }))
      const members = ['ann', ...Array.from({ length: count - 1 }, (_, index) => `person ${index}`)]
      return small.case(small.propose(CHANGE_LIMIT, { members })).proposal.quorum
    }
    expect([1, 2, 3, 4, 99, 300].map((count) => quorumOf(count))).toEqual([1, 2, 2, 3, 50, 151])
    expect([1, 3, 4, 7].map((count) => quorumOf(count, 50))).toEqual([1, 2, 2, 4])
    expect(quorumOf(4, 1)).toBe(1)
    expect(quorumOf(4, 100)).toBe(4)
  })

  it('one says something to the wording that one has read, and the same only once', () => {
    const small = createSmallPlaybook()
    small.rule('change-limit', valueAt('consent'))
    const id = small.propose(CHANGE_LIMIT)
    const say = { proposal: id, version: 'another', kind: 'consent' } as const
    expect(small.run(speak, say, 'ben')).toEqual({ ok: false, error: { reason: 'other-version' } })
    for (const kind of ['seen', 'consent', 'consent', 'seen'] as const) small.say(id, 'ben', kind)
    expect(small.playbook.tables.voices.size).toBe(2)
    expect(small.run(speak, { ...say, proposal: 'none' })).toEqual({
      ok: false,
      error: { reason: 'proposal-gone' },
    })
  })

  it('working time is the team’s, and deadlines that run stay as they were', () => {
    const small = createSmallPlaybook()
    expect(workingTimeOf(small.playbook, 'UTC')).toMatchObject({ from: 480, to: 960 })
    small.rule('change-limit', valueAt('consent'))
    const before = small.propose(CHANGE_LIMIT)
    small.run(setWorkingTime, { zone: 'UTC', days: [0, 1], from: 480, to: 720 })
    expect(small.run(setWorkingTime, { zone: 'UTC', days: [], from: 0, to: 1 })).toEqual({
      ok: false,
      error: { reason: 'not-working-time' },
    })
    const after = small.propose(CHANGE_LIMIT)
    expect(small.case(before).proposal.deadline).toBe(MONDAY + 8 * HOUR)
    expect(small.case(after).proposal.deadline).toBe(MONDAY + DAY + 4 * HOUR)
  })
})

describe('the snapshot', () => {
  const busy = () => {
    const small = createSmallPlaybook()
    small.run(addAct, { id: 'own', name: 'Change the gas' })
    small.run(editAct, { id: 'own', concern: 'safety' })
    small.rule('change-limit', valueAt('consent'))
    const id = small.propose(CHANGE_LIMIT)
    small.say(id, 'ben', 'object')
    small.run(addHat, { id: 'h', kind: 'own', name: 'Sweeper', does: '' })
    small.run(offerTurn, { hat: 'h', person: 'ben' })
    small.run(raiseRequest, { kind: 'issue', words: 'The light is out' })
    small.run(beginRound, { round: 'r', acts: ['spend'] })
    small.run(tellOthers, {
      act: SPEND,
      permit: { level: 'tell', rule: null, tells: ['ben'], yesFrom: [] },
      document: 'board/b',
      command: 'board.x',
    })
    return { small, id }
  }

  it('kept along is what a projection from nothing gives', () => {
    const { small } = busy()
    const plain = ({ tables: _, ...rest }: typeof small.playbook) =>
      ({
        ...rest,
        rules: [...rest.rules],
        plans: [...rest.plans],
        casesById: [...rest.casesById],
        hands: [...rest.hands],
        actsById: [...rest.actsById.values()],
        hatsById: [...rest.hatsById.values()],
        requests: [...rest.requests.values()],
        rounds: [...rest.rounds.values()],
      }) as unknown as Json
    expect(isEqual(plain(small.playbook), plain(small.document.rebuilt()))).toBe(true)
  })

  it('shares what a change does not touch', () => {
    const { small, id } = busy()
    small.propose(CHANGE_LIMIT, { id: 'other' })
    const before = small.playbook
    small.say('other', 'ben', 'consent')
    expect(small.playbook.casesById.get(id)).toBe(before.casesById.get(id))
    expect(small.playbook.casesById.get('other')).not.toBe(before.casesById.get('other'))
    expect(small.playbook.rules).toBe(before.rules)
    expect(small.playbook.turns).toBe(before.turns)
    const cases = small.playbook.cases
    small.rule('spend', valueAt('tell'))
    expect(small.playbook.cases).toBe(cases)
    const key = ruleKey('change-limit', {})
    expect(small.playbook.rules.get(key)).toBe(before.rules.get(key))
  })

  it('what belongs to no proposal, and a turn that nobody offered, are left out', () => {
    const { small } = busy()
    const { voices, turns } = small.playbook.tables
    const [voice] = [...voices.values()]
    const [turn] = [...turns.values()]
    const before = small.playbook
    small.document.apply([
      {
        kind: 'append',
        in: 'voices',
        id: 'x',
        entry: { ...voice, proposal: 'none' } as unknown as JsonObject,
      },
      { kind: 'append', in: 'turns', id: 'y', entry: { ...turn, turn: 'none' } as unknown as JsonObject },
    ])
    expect(small.playbook.cases).toEqual(before.cases)
    expect(small.playbook.turns).toEqual(before.turns)
  })

  it('an act of the team’s own leaves the list and is still known', () => {
    const { small } = busy()
    small.run(archiveAct, { id: 'own' })
    expect(small.playbook.acts).toEqual([])
    expect(small.playbook.actsById.get('own')?.concern).toBe('safety')
    small.run(restoreAct, { id: 'own' })
    expect(small.playbook.acts.map(({ id }) => id)).toEqual(['own'])
    expect(small.run(restoreAct, { id: 'none' }).ok).toBe(false)
  })
})

describe('undo', () => {
  const revert = (small: ReturnType<typeof createSmallPlaybook>, kind: 'rules' | 'voices', id: string) =>
    playbookDocument.revert[kind]?.(small.playbook, id, small.as('ann'))

  it('a rule goes back to what held before, unless somebody has set it since', () => {
    const small = createSmallPlaybook()
    small.rule('spend', valueAt('tell'))
    small.rule('spend', valueAt('vote'))
    const rule = () => small.playbook.rules.get(ruleKey('spend', {}))
    const entry = rule()?.entry ?? ''
    const back = revert(small, 'rules', entry)
    small.document.apply(back?.ok ? back.value : [])
    expect(rule()?.value?.level).toBe('tell')
    expect(revert(small, 'rules', entry)).toEqual({ ok: false, error: { reason: 'superseded' } })
  })

  it('a voice goes back to what was said before, a first one to having seen it', () => {
    const small = createSmallPlaybook()
    small.rule('change-limit', valueAt('consent'))
    const id = small.propose(CHANGE_LIMIT)
    small.say(id, 'ann', 'object', 'Not yet')
    const objection = small.outcome(id).standing[0]?.id ?? ''
    small.say(id, 'ann', 'consent')
    const consent = small.outcome(id).standing[0]?.id ?? ''
    expect(revert(small, 'voices', objection)).toEqual({ ok: false, error: { reason: 'superseded' } })
    const back = revert(small, 'voices', consent)
    small.document.apply(back?.ok ? back.value : [])
    expect(small.outcome(id).standing).toMatchObject([{ kind: 'object', words: 'Not yet' }])
  })
})
