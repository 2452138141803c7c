// Carrying out what was decided: a deferred act whose bytes follow from the proposal, and the ground it stands on.
import { append, bytesFrom, defineDeferred, idFrom, isEqual, ok, refused } from '../kernel'
import type { Change, Command, CommandContext, DocumentOf, Json, JsonObject, Result } from '../kernel'
import { outcome } from './outcome'
import { closingLog } from './records'
import type { Case, Version } from './proposals'

/** Raised when a later version would make other bytes of the same proposal. */
const VERSION = 1
const ORDERS_A_MS = 1_024

/** Ids that are looked for in a document to see whether the act is in it already. */
const LOOKED_FOR = 8

const groundText = (proposal: string, version: string): string =>
  `applied ${VERSION}\n${proposal}\n${version}`

const idAt = (proposal: string, version: string, index: number): string =>
  idFrom(`${groundText(proposal, version)}\nid ${index}`)

/**
 * When an effect is taken to have happened (ms since 1970): at the deadline, or where nothing waits for it, with the
 * word that decided.
 */
function effectAt(one: Case, version: Version): number {
  const { level } = one.proposal
  if (level !== 'yes' && level !== 'advice') return version.deadline
  const { decidedAt, version: decided } = outcome(one, { at: version.expires, isSure: true })
  return decided.id === version.id && decidedAt !== null ? decidedAt : version.deadline
}

/**
 * What somebody would have at hand who acted for the proposer at that time: wholly from the proposal, its version and
 * what decided it, so that every device that applies it writes the same.
 */
export function derivedContext(
  proposer: string,
  proposal: string,
  version: Version,
  at: number,
): CommandContext {
  const random = bytesFrom(groundText(proposal, version.id))
  let order = at * ORDERS_A_MS
  let made = 0
  return {
    person: proposer,
    random,
    id: () => idAt(proposal, version.id, made++),
    stamp: () => ({ at, order: order++ }),
  }
}

/** A table of a document, by the name of its collection. */
export type ReadItem = (collection: string, id: string) => JsonObject | undefined

/**
 * What some changes build on: the entries that a new entry follows, and the values that would be replaced. Kept by a
 * proposal when it is opened, and compared when it is applied.
 */
export function groundOf(changes: readonly Change[], read: ReadItem): JsonObject {
  const ground: Record<string, Json> = {}
  changes.forEach((change, index) => {
    if (change.kind === 'write') return
    const item = read(change.in, change.id)
    if (change.kind === 'append') {
      const { parents } = change.entry
      ground[`${change.in}#${index}`] = Array.isArray(parents) ? [...(parents as Json[])].sort() : null
    } else if (change.kind === 'set')
      ground[`${change.in}/${change.id}/${change.field}`] = item?.[change.field] ?? null
    else if (change.kind === 'put')
      ground[`${change.in}/${change.id}/${change.set}/${change.key}`] =
        (item?.[change.set] as JsonObject | undefined)?.[change.key] ?? null
    else ground[`${change.in}/${change.id}`] = item === undefined ? null : true
  })
  return ground
}

/** The command, or what it was given, is of another version of the app. */
export type UnknownCommand = { readonly reason: 'unknown-command' }

/** What a command would write if it were run now for somebody, and what that builds on. Nothing is written. */
export interface Foreseen {
  readonly changes: readonly Change[]
  readonly ground: JsonObject
}

/** Runs a command on arguments that come out of a document, into which any app may have written anything. */
function decideOn<S, A, R>(
  command: Command<S, A, R>,
  snapshot: S,
  args: A,
  context: CommandContext,
): Result<Change[], R | UnknownCommand> {
  try {
    return command.decide(snapshot, args, context)
  } catch {
    return refused({ reason: 'unknown-command' })
  }
}

export function foresee<S, A, R>(
  command: Command<S, A, R>,
  snapshot: S,
  args: A,
  person: string,
  read: ReadItem,
): Result<Foreseen, R | UnknownCommand> {
  const decided = decideOn(command, snapshot, args, derivedContext(person, '', NOTHING, 0))
  if (!decided.ok) return decided
  return ok({ changes: decided.value, ground: groundOf(withoutOwnIds(decided.value, read), read) })
}

/** The ground as a proposal would find it now, or what the command refuses. Nothing is written. */
export function foreseeGround<S, A, R>(
  command: Command<S, A, R>,
  snapshot: S,
  args: A,
  person: string,
  read: ReadItem,
): Result<JsonObject, R | UnknownCommand> {
  const foreseen = foresee(command, snapshot, args, person, read)
  return foreseen.ok ? ok(foreseen.value.ground) : foreseen
}

const NOTHING: Version = {
  id: '',
  parents: [],
  args: {},
  ground: {},
  reason: '',
  at: 0,
  deadline: 0,
  expires: 0,
  order: 0,
}

/** Rows that are made by the act itself have other ids when it is foreseen and when it is applied. */
const withoutOwnIds = (changes: readonly Change[], read: ReadItem): readonly Change[] =>
  changes.filter((change) => {
    if (change.kind === 'append' || change.kind === 'write') return true
    return read(change.in, change.id) !== undefined
  })

export type ApplyRefused =
  /** What the proposal was built on is not so any more: it is amended or withdrawn, never applied blindly. */
  { readonly reason: 'ground-changed'; readonly places: readonly string[] } | UnknownCommand

/** Places at which the ground is another than it was. */
export function changedGround(then: JsonObject, now: JsonObject): readonly string[] {
  const places = new Set([...Object.keys(then), ...Object.keys(now)])
  return [...places].filter((place) => !isEqual(then[place], now[place])).sort()
}

/** Whether the effect of a wording stands in its document already: something with an id of this act. */
export function isEffectWritten(
  document: Pick<DocumentOf<never>, 'collections'>,
  one: Case,
  version: Version,
  read: ReadItem,
): boolean {
  const names = Object.values(document.collections).map(({ name }) => name)
  return Array.from({ length: LOOKED_FOR }, (_, index) => idAt(one.proposal.id, version.id, index)).some(
    (id) => names.some((name) => read(name, id) !== undefined),
  )
}

/**
 * The proposal's command as a deferred act on its document. Refused where the ground has changed; where the act has been
 * written already, by whomever, or everything is as it would be, it writes nothing.
 */
export function applied<S, A, R>(
  document: Pick<DocumentOf<S>, 'collections'>,
  command: Command<S, A, R>,
  one: Case,
  version: Version,
  read: ReadItem,
): Command<S, undefined, R | ApplyRefused> {
  const { proposal } = one
  return defineDeferred(
    command.name,
    (snapshot: S): Result<Change[], R | ApplyRefused> => {
      if (proposal.command?.name !== command.name || proposal.command.version !== command.version)
        return refused({ reason: 'unknown-command' })
      if (isEffectWritten(document, one, version, read)) return ok([])
      const context = derivedContext(proposal.by, proposal.id, version, effectAt(one, version))
      // The arguments are what the command was given when it was proposed; commands check theirs.
      const decided = decideOn(command, snapshot, version.args as A, context)
      if (!decided.ok || decided.value.length === 0) return decided
      const places = changedGround(version.ground, groundOf(withoutOwnIds(decided.value, read), read))
      return places.length > 0 ? refused({ reason: 'ground-changed', places }) : decided
    },
    command.version,
  )
}

/** The id of the entry that says that a version has been applied: there is one, whoever writes it. */
export const appliedId = (proposal: string, version: string): string => idFrom(groundText(proposal, version))

/** Says that a version has been applied; to be written after its effect. */
export const appliedClosing = ({ proposal }: Case, version: Version): Change =>
  append(closingLog, appliedId(proposal.id, version.id), {
    proposal: proposal.id,
    version: version.id,
    kind: 'applied',
    words: '',
    by: proposal.by,
    at: version.deadline,
    order: version.deadline * ORDERS_A_MS,
  })
