import { describe, expect, it } from 'vitest'
import { defineCommand, ok } from '../kernel'
import type { Change, Command, CommandContext, JsonObject } from '../kernel'
import { createMemoryDocument } from '../kernel/test-support'
import { applied, appliedClosing, foresee, foreseeGround } from './applying'
import { addHat, editHat } from './commands/hats'
import { amendProposal, dueToApply, recordApplied } from './commands/proposals'
import { setRule } from './commands/rules'
import { playbookDocument } from './playbook-document'
import type { Case } from './proposals'
import { ruleKey } from './rules'
import type { PlaybookSnapshot } from './snapshot'
import { createSmallPlaybook, HOUR, MONDAY, valueAt } from './test-support/small-playbook'

/** A playbook with an accepted proposal to set a rule. The target is another playbook, as a board would be. */
function accepted<A extends object, R>(
  command: Command<PlaybookSnapshot, A, R>,
  args: A,
  before: readonly Change[] = [],
) {
  const small = createSmallPlaybook()
  const target = createMemoryDocument(playbookDocument)
  target.apply(before)
  const ground = foreseeGround(command, target.snapshot, args, 'ann', target.read)
  if (!ground.ok) throw new Error('refused')
  small.rule('change-policy', valueAt('consent'))
  const id = small.propose(
    { kind: 'change-policy', about: 'archive' },
    {
      command: { name: command.name, version: command.version, document: 'target' },
      args: args as JsonObject,
      ground: ground.value,
    },
  )
  for (const who of ['ben', 'cem']) small.say(id, who, 'consent')
  small.hour = 8
  const [due] = dueToApply(small.playbook, small.now) as [Case]
  return { small, target, id, due, version: small.outcome(id).version }
}

const RULE = { act: 'archive', condition: {}, value: valueAt('tell') }
const nobody: CommandContext = {
  person: 'nobody',
  stamp: () => ({ at: 7, order: 7 }),
  id: () => 'none',
  random: (n) => new Uint8Array(n),
}

describe('applying', () => {
  it('two devices write the same, in the proposer’s name and at the deadline', () => {
    const { due, version } = accepted(setRule, RULE)
    const [one, other] = ['ben', 'cem'].map((person) => {
      const target = createMemoryDocument(playbookDocument)
      const command = applied(playbookDocument, setRule, due, version, target.read)
      return command.decide(target.snapshot, undefined, { ...nobody, person })
    })
    expect(one).toMatchObject({
      ok: true,
      value: [{ entry: { by: 'ann', at: MONDAY + 8 * HOUR, act: 'archive' } }],
    })
    expect(one).toEqual(other)
  })

  it('what a yes decided is dated at the yes, which no deadline waits for', () => {
    const small = createSmallPlaybook()
    const target = createMemoryDocument(playbookDocument)
    const ground = foreseeGround(setRule, target.snapshot, RULE, 'ann', target.read)
    if (!ground.ok) throw new Error('refused')
    small.rule('change-policy', valueAt('yes', { yesFrom: { kind: 'person', id: 'ben' } }))
    const id = small.propose(
      { kind: 'change-policy', about: 'archive' },
      {
        command: { name: setRule.name, version: setRule.version, document: 'target' },
        args: RULE,
        ground: ground.value,
      },
    )
    small.hour = 2
    small.say(id, 'ben', 'yes')
    const [due] = dueToApply(small.playbook, small.now) as [Case]
    const { version } = small.outcome(id)
    expect(version.deadline).toBeGreaterThan(small.now)
    const command = applied(playbookDocument, setRule, due, version, target.read)
    expect(command.decide(target.snapshot, undefined, nobody)).toMatchObject({
      ok: true,
      value: [{ entry: { by: 'ann', at: MONDAY + 2 * HOUR } }],
    })
  })

  it('done again it writes nothing, though somebody has changed it since', () => {
    const { target, due, version } = accepted(setRule, RULE)
    const command = applied(playbookDocument, setRule, due, version, target.read)
    expect(target.run(command, undefined, nobody).ok).toBe(true)
    const after = target.snapshot
    expect(command.decide(after, undefined, nobody)).toEqual({ ok: true, value: [] })
    target.run(setRule, { ...RULE, value: valueAt('vote') }, { ...nobody, person: 'dee', id: () => 'later' })
    expect(command.decide(target.snapshot, undefined, nobody)).toEqual({ ok: true, value: [] })
    expect(target.snapshot.rules.get(ruleKey('archive', {}))?.value?.level).toBe('vote')
  })

  it('does not apply blindly where the ground has changed, and says where', () => {
    const { target, due, version } = accepted(setRule, RULE)
    target.run(setRule, { ...RULE, value: valueAt('vote') }, nobody)
    expect(
      applied(playbookDocument, setRule, due, version, target.read).decide(
        target.snapshot,
        undefined,
        nobody,
      ),
    ).toEqual({ ok: false, error: { reason: 'ground-changed', places: ['rules#0'] } })
  })

  it('a value that would be replaced is ground too, and what is as it would be needs nothing', () => {
    const hat = { id: 'h', kind: 'coach', does: 'Asks', days: 7 } as const
    const before = addHat.decide(createMemoryDocument(playbookDocument).snapshot, hat, nobody)
    const changes = before.ok ? before.value : []
    const make = () => accepted(editHat, { id: 'h', days: 14 }, changes)
    const other = make()
    other.target.run(editHat, { id: 'h', days: 21 }, nobody)
    const changed = applied(playbookDocument, editHat, other.due, other.version, other.target.read)
    expect(changed.decide(other.target.snapshot, undefined, nobody)).toEqual({
      ok: false,
      error: { reason: 'ground-changed', places: ['hats/h/days'] },
    })
    const same = make()
    const command = applied(playbookDocument, editHat, same.due, same.version, same.target.read)
    same.target.run(command, undefined, nobody)
    expect(same.target.snapshot.hatsById.get('h')?.days).toBe(14)
  })

  it('what the command refuses by now is refused, and a command of another version is not run', () => {
    const gone = accepted(setRule, RULE)
    const foreign = defineCommand(setRule.name, setRule.decide, setRule.version + 1)
    expect(
      applied(playbookDocument, foreign, gone.due, gone.version, gone.target.read).decide(
        gone.target.snapshot,
        undefined,
        nobody,
      ),
    ).toEqual({ ok: false, error: { reason: 'unknown-command' } })
    const other = defineCommand('playbook.other', () => ok<Change[]>([]))
    const wrong = applied(playbookDocument, other, gone.due, gone.version, gone.target.read)
    expect(wrong.decide(gone.target.snapshot, undefined, nobody).ok).toBe(false)
  })

  it('arguments that a command makes nothing of are refused, when it is looked at and when it is due', () => {
    const mad = defineCommand<PlaybookSnapshot, typeof RULE, { reason: 'mad' }>(setRule.name, () => {
      throw new TypeError('No such field')
    })
    const { due, version, target } = accepted(setRule, RULE)
    const unknown = { ok: false, error: { reason: 'unknown-command' } }
    expect(foresee(mad, target.snapshot, RULE, 'ann', target.read)).toEqual(unknown)
    const command = applied(playbookDocument, mad, due, version, target.read)
    expect(command.decide(target.snapshot, undefined, nobody)).toEqual(unknown)
  })

  it('a row that is made has the same id wherever it is made', () => {
    const hat = { kind: 'coach', does: 'Asks' } as const
    const { target, due, version } = accepted(addHat, hat)
    const command = applied(playbookDocument, addHat, due, version, target.read)
    target.run(command, undefined, nobody)
    target.run(command, undefined, nobody)
    expect(target.snapshot.hats).toHaveLength(1)
    const elsewhere = createMemoryDocument(playbookDocument)
    elsewhere.run(applied(playbookDocument, addHat, due, version, elsewhere.read), undefined, nobody)
    expect(elsewhere.snapshot.hats).toEqual(target.snapshot.hats)
  })

  it('the link is one entry, whoever writes it, and is written after the effect once', () => {
    const { small, id, due, version } = accepted(setRule, RULE)
    expect(appliedClosing(due, version)).toEqual(appliedClosing(small.case(id), version))
    small.run(recordApplied, { proposal: id, now: small.now }, 'ben')
    small.run(recordApplied, { proposal: id, now: small.now + HOUR }, 'cem')
    expect(small.playbook.tables.closings.size).toBe(1)
    expect(small.outcome(id)).toMatchObject({ applied: true, contested: false })
  })

  it('an amendment that comes when the wording before has taken effect is told, and changes nothing', () => {
    const { small, id, due, version } = accepted(setRule, RULE)
    const words = { proposal: id, args: { ...RULE }, ground: {}, reason: 'Other', zone: 'UTC' }
    const apart = amendProposal.decide(small.playbook, words, small.as('ann'))
    small.document.apply([appliedClosing(due, version), ...(apart.ok ? apart.value : [])])
    expect(small.outcome(id)).toMatchObject({ state: 'accepted', contested: true, version: { id } })
  })
})
