// Acts that a team may agree about, and the question whether one is free: asked by kind and facts, of whoever answers.
import type { Change, DocumentOf } from './collection'
import type { Command, CommandContext } from './command'
import { ok, refused } from './result'
import type { Result } from './result'

/** The kinds of acts that every team has. A team's own are named by their ids. */
export const ACT_KINDS = [
  'raise-blocker',
  'pull',
  'pull-over-limit',
  'expedite',
  'change-limit',
  'change-columns',
  'change-order',
  'archive',
  'start-experiment',
  'spend',
  'invite-person',
  'change-keys',
  'change-policy',
] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** What somebody is about to do. A type and no interface, so that it is JSON to the compiler too. */
export type Act = {
  /** An `ActKind`, or the id of an act of the team's own. */
  readonly kind: string
  /** In the team's money, for acts that cost some. */
  readonly amount?: number
  readonly column?: string
  readonly classOfService?: string
  /** People whom it concerns, apart from who acts. */
  readonly touches?: readonly string[]
  /** Of a change of policy: the kind of act that the policy is about. */
  readonly about?: string
}

/** How an act is done, from the freest to the strictest. `yes`: it still needs one from somebody named. */
export const PERMIT_LEVELS = ['free', 'tell', 'advice', 'consent', 'vote', 'yes'] as const
export type PermitLevel = (typeof PERMIT_LEVELS)[number]

/** Positive where `a` is the stricter one. */
export const compareLevels = (a: PermitLevel, b: PermitLevel): number =>
  PERMIT_LEVELS.indexOf(a) - PERMIT_LEVELS.indexOf(b)

/** What was agreed about an act, as far as it decides how to go on. */
export interface Permit {
  readonly level: PermitLevel
  /** The entry of the rule that says so; null where nothing was agreed. */
  readonly rule: string | null
  /** People to tell. */
  readonly tells: readonly string[]
  /** People whose yes it needs. Empty where nobody of the team can give it. */
  readonly yesFrom: readonly string[]
  /** Nobody here can say how it is done, see `Away`. */
  readonly away?: Away
}

/** What the team has agreed has not reached this device yet, or is written so that this version cannot read it. */
export type Away = 'not-here' | 'newer-version'

/** Asks about an act for the person at this device. */
export type PermitFor = (act: Act) => Permit

/** The act is not free: the way on is a proposal. */
export interface NotFree {
  readonly reason: 'not-free'
  readonly act: Act
  readonly permit: Permit
}

/** Whether that is why something was refused. */
export const isNotFree = (refusal: unknown): refusal is NotFree =>
  typeof refusal === 'object' && refusal !== null && 'reason' in refusal && refusal.reason === 'not-free'

/** An act that may be done, and of which others are to be told. */
export interface Told {
  readonly act: Act
  readonly permit: Permit
}

export interface Decided {
  readonly changes: readonly Change[]
  readonly told: readonly Told[]
}

/**
 * Asks about the acts that some changes come to; the strictest answer holds. Gives those that others are to be told of.
 * Without anyone to ask everything is free.
 */
export function askAbout<S>(
  document: Pick<DocumentOf<S>, 'acts'>,
  snapshot: S,
  changes: readonly Change[],
  person: string,
  ask: PermitFor | undefined,
): Result<readonly Told[], NotFree> {
  if (!ask || changes.length === 0) return ok([])
  const asked = (document.acts?.(snapshot, changes, person) ?? []).map((act) => ({ act, permit: ask(act) }))
  const [strictest] = [...asked].sort((a, b) => compareLevels(b.permit.level, a.permit.level))
  if (strictest && compareLevels(strictest.permit.level, 'tell') > 0)
    return refused({ reason: 'not-free', ...strictest })
  return ok(asked.filter(({ permit }) => permit.level === 'tell'))
}

/**
 * Decides a command as the team has agreed: the acts that its changes come to are asked about. What the command
 * itself refuses is refused first, and what changes nothing is no act. Deferred acts are free, since what led to them
 * was decided.
 */
export function decideAgreed<S, A, R>(
  document: Pick<DocumentOf<S>, 'acts'>,
  command: Command<S, A, R>,
  snapshot: S,
  args: A,
  context: CommandContext,
): Result<Decided, R | NotFree> {
  const decided = command.decide(snapshot, args, context)
  if (!decided.ok) return decided
  const changes = decided.value
  const ask = command.isDeferred ? undefined : context.permit
  const asked = askAbout(document, snapshot, changes, context.person, ask)
  return asked.ok ? ok({ changes, told: asked.value }) : asked
}
