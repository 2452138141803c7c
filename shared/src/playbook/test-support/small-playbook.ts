// A playbook in the hands of a few people at a clock that the test sets, for tests of single rules.
import { idFrom } from '../../kernel'
import type { Act, Command, CommandContext, Result } from '../../kernel'
import { createMemoryDocument } from '../../kernel/test-support'
import type { MemoryDocument } from '../../kernel/test-support'
import { outcome } from '../outcome'
import type { Outcome } from '../outcome'
import { playbookDocument } from '../playbook-document'
import type { Case } from '../proposals'
import type { Condition, RuleValue } from '../records'
import type { PlaybookSnapshot } from '../snapshot'
import type { ProposeArgs } from '../commands/proposals'
import { propose } from '../commands/proposals'
import { setRule } from '../commands/rules'
import { speak } from '../commands/voices'
import type { SpeakRefused } from '../commands/voices'
import type { VoiceKind } from '../records'

/** 2026-03-02T08:00:00Z, a Monday. */
export const MONDAY = 1_772_438_400_000
export const HOUR = 3_600_000

export const PEOPLE = ['ann', 'ben', 'cem', 'dee'] as const

export const ROSTER = { people: PEOPLE, skills: { weld: ['ben'] } }

export const valueAt = (level: RuleValue['level'], more: Partial<RuleValue> = {}): RuleValue => ({
  level,
  hours: 8,
  tells: [],
  review: null,
  why: '',
  ...more,
})

export const SPEND: Act = { kind: 'spend', amount: 40 }
export const CHANGE_LIMIT: Act = { kind: 'change-limit', column: 'c' }

export interface SmallPlaybook {
  /** Hours since Monday at eight in UTC. */
  hour: number
  readonly now: number
  readonly playbook: PlaybookSnapshot
  readonly document: MemoryDocument<PlaybookSnapshot>
  as(person: string, at?: number): CommandContext
  run<A, R>(command: Command<PlaybookSnapshot, A, R>, args: A, who?: string): Result<void, R>
  rule(act: string, value: RuleValue | null, condition?: Condition): void
  propose(act: Act, more?: Partial<ProposeArgs>, who?: string): string
  say(proposal: string, who: string, kind: VoiceKind, words?: string): Result<void, SpeakRefused>
  case(proposal: string): Case
  outcome(proposal: string, isSure?: boolean): Outcome
}

/** Commands run for a person at the hour of `small.hour`, counted from Monday at eight in UTC. */
export function createSmallPlaybook(): SmallPlaybook {
  const document = createMemoryDocument(playbookDocument)
  let made = 0
  const small: SmallPlaybook = {
    hour: 0,
    get now(): number {
      return MONDAY + small.hour * HOUR
    },
    get playbook(): PlaybookSnapshot {
      return document.snapshot
    },
    document,
    as(person: string, at: number = small.now): CommandContext {
      const order = at * 1024 + made
      return {
        person,
        stamp: () => ({ at, order: order + made++ }),
        id: () => idFrom(`small ${made++}`),
        random: (length) => new Uint8Array(length).fill(7),
      }
    },
    run<A, R>(command: Command<PlaybookSnapshot, A, R>, args: A, who = 'ann'): Result<void, R> {
      return document.run(command, args, small.as(who))
    },
    rule(act: string, value: RuleValue | null, condition = {}): void {
      const done = small.run(setRule, { act, condition, value })
      if (!done.ok) throw new Error(done.error.reason)
    },
    propose(act: Act, more: Partial<ProposeArgs> = {}, who = 'ann'): string {
      const id = more.id ?? `p${made++}`
      const done = small.run(
        propose,
        {
          id,
          act,
          title: 'Something',
          reason: 'Because',
          command: null,
          args: {},
          ground: {},
          roster: ROSTER,
          members: PEOPLE,
          zone: 'UTC',
          ...more,
        },
        who,
      )
      if (!done.ok) throw new Error(done.error.reason)
      return id
    },
    say(
      proposal: string,
      who: string,
      kind: VoiceKind,
      words = kind === 'object' ? 'No' : '',
    ): Result<void, SpeakRefused> {
      return small.run(speak, { proposal, version: small.outcome(proposal).version.id, kind, words }, who)
    },
    case(proposal: string): Case {
      const found = document.snapshot.casesById.get(proposal)
      if (!found) throw new Error(`no proposal ${proposal}`)
      return found
    },
    outcome(proposal: string, isSure = true): Outcome {
      return outcome(small.case(proposal), { at: small.now, isSure })
    },
  }
  return small
}
