// Proposing what is not free, amending and withdrawing it, deciding after advice, and telling of what was done.
import {
  addWorkingHours,
  append,
  compareLevels,
  create,
  defineCommand,
  defineDeferred,
  idFrom,
  ok,
  refused,
  set,
} from '../../kernel'
import type { Act, Change, JsonObject, Permit, PermitLevel, Result } from '../../kernel'
import { appliedClosing } from '../applying'
import { outcome } from '../outcome'
import { concernOf, permit } from '../permit'
import type { Roster } from '../permit'
import { appliedIn, commandOf, currentVersion, titleOf } from '../proposals'
import type { CarriedCommand, Case } from '../proposals'
import { isCarried, WORDS_LIMIT } from '../record-parts'
import { closingLog, linkRows, PROPOSAL_LEVELS, proposalLog, tellLog, versionLog } from '../records'
import type { ProposalEntry, ProposalLevel } from '../records'
import { ruleKey } from '../rules'
import { workingTimeOf } from '../snapshot'
import type { PlaybookSnapshot } from '../snapshot'
import type {
  AnotherRule,
  IsClosed,
  IsFree,
  NoAdviceYet,
  NobodyCanSayYes,
  NotThere,
  NotYours,
  TooMuch,
  WordsRefused,
} from './refusals'
import { tidyLine, tidyOptional } from './words'

/** Working hours that a proposal is open where no rule says how many: one day. */
export const USUAL_HOURS = 8
/** Working hours after the deadline in which it can still find its quorum: a week at least. */
const GRACE_HOURS = 40
/** How many members must have been heard, by the rule's share in per cents; more than half where it names none. */
const quorumOf = (members: number, share: number | undefined): number =>
  share === undefined ? Math.floor(members / 2) + 1 : Math.ceil((members * share) / 100)

export interface ProposeArgs {
  readonly id?: string
  readonly act: Act
  readonly title: string
  readonly reason: string
  /** Null: what follows from it is done by hand. */
  readonly command: ProposalEntry['command']
  readonly args: JsonObject
  /** What the command builds on, see `foreseeGround`. */
  readonly ground: JsonObject
  readonly roster: Roster
  /** See `membersOf`. */
  readonly members: readonly string[]
  /** Where the device is, for a team that has not said when it works. */
  readonly zone: string
  /** Asks for more than the rule does. Less is not possible. */
  readonly level?: ProposalLevel
  readonly links?: readonly string[]
}

const isProposalLevel = (level: PermitLevel): level is ProposalLevel =>
  (PROPOSAL_LEVELS as readonly PermitLevel[]).includes(level)

function timesOf(playbook: PlaybookSnapshot, rule: string | null, zone: string, at: number) {
  const hours = (rule === null ? undefined : playbook.tables.rules.get(rule)?.value?.hours) ?? USUAL_HOURS
  const time = workingTimeOf(playbook, zone)
  const deadline = addWorkingHours(time, at, hours)
  return { deadline, expires: addWorkingHours(time, deadline, Math.max(hours, GRACE_HOURS)) }
}

/** Whether what a proposal carries is believed when it is read. */
const isBearable = ({ args, ground }: { readonly args: JsonObject; readonly ground: JsonObject }): boolean =>
  isCarried(args) && isCarried(ground)

/** Opens a proposal at the level that holds for its act. Members, quorum and who can say yes are fixed by that. */
export const propose = defineCommand(
  'playbook.propose',
  (
    playbook: PlaybookSnapshot,
    args: ProposeArgs,
    context,
  ): Result<Change[], WordsRefused | TooMuch | IsFree | NobodyCanSayYes> => {
    if (!isBearable(args)) return refused({ reason: 'too-much' })
    const title = tidyLine(args.title, WORDS_LIMIT)
    if (!title.ok) return title
    const reason = tidyOptional(args.reason, WORDS_LIMIT)
    if (!reason.ok) return reason
    const { at, order } = context.stamp()
    const answer = permit(playbook, args.act, context.person, at, args.roster)
    const asked = args.level ?? answer.level
    const level = compareLevels(asked, answer.level) >= 0 ? asked : answer.level
    if (!isProposalLevel(level)) return refused({ reason: 'is-free' })
    const isOutside = answer.agreed?.value.yesFrom?.kind === 'outside'
    if (level === 'yes' && !isOutside && answer.yesFrom.length === 0)
      return refused({ reason: 'nobody-can-say-yes' })
    const members = [...new Set([...args.members, context.person])].sort()
    return ok([
      append(proposalLog, args.id ?? context.id(), {
        act: args.act,
        title: title.value,
        reason: reason.value,
        command: args.command,
        args: args.args,
        ground: args.ground,
        level,
        rule: answer.rule,
        members,
        quorum: quorumOf(members.length, answer.agreed?.value.quorum),
        silence: concernOf(playbook.actsById, args.act) === null,
        yesFrom: level === 'yes' && isOutside ? null : [...answer.yesFrom],
        tells: [...answer.tells],
        links: [...(args.links ?? [])],
        ...timesOf(playbook, answer.rule, args.zone, at),
        by: context.person,
        at,
        order,
      }),
    ])
  },
)

/** A proposal of this person's that has not taken effect. */
function ownOpen(
  playbook: PlaybookSnapshot,
  proposal: string,
  person: string,
  at: number,
): Result<Case, NotThere | NotYours | IsClosed> {
  const found = playbook.casesById.get(proposal)
  if (!found) return refused({ reason: 'proposal-gone' })
  if (found.proposal.by !== person) return refused({ reason: 'not-yours' })
  const { state, applied } = outcome(found, { at, isSure: false })
  return applied || state === 'withdrawn' ? refused({ reason: 'closed' }) : ok(found)
}

export interface AmendArgs {
  readonly proposal: string
  readonly args: JsonObject
  readonly ground: JsonObject
  readonly reason: string
  readonly zone: string
  /** What it is called now; left out: as before. */
  readonly title?: string
  /** Another act that is to be done instead, of the same kind and under the same rule; left out: the one of before. */
  readonly instead?: {
    readonly act: Act
    readonly command: CarriedCommand
    readonly roster: Roster
  }
}

/** Whether a proposal for an act would be decided by the rule by which this one is, silence included. */
function isUnderItsRule(
  playbook: PlaybookSnapshot,
  { proposal }: Case,
  { act, roster }: NonNullable<AmendArgs['instead']>,
  who: { readonly person: string; readonly at: number },
): boolean {
  const opened = proposal.rule === null ? undefined : playbook.tables.rules.get(proposal.rule)
  const holds = permit(playbook, act, who.person, who.at, roster).agreed?.key
  if (act.kind !== proposal.act.kind || holds !== (opened && ruleKey(opened.act, opened.condition)))
    return false
  return !proposal.silence || concernOf(playbook.actsById, act) === null
}

/** Puts a new wording in the place of the last: its time begins again, and everybody speaks to it anew. */
export const amendProposal = defineCommand(
  'playbook.amendProposal',
  (
    playbook: PlaybookSnapshot,
    args: AmendArgs,
    context,
  ): Result<Change[], NotThere | NotYours | IsClosed | AnotherRule | WordsRefused | TooMuch> => {
    if (!isBearable(args)) return refused({ reason: 'too-much' })
    const { at, order } = context.stamp()
    const own = ownOpen(playbook, args.proposal, context.person, at)
    if (!own.ok) return own
    const one = own.value
    const { instead } = args
    if (instead && !isUnderItsRule(playbook, one, instead, { person: context.person, at }))
      return refused({ reason: 'another-rule' })
    const last = currentVersion(one)
    const title = tidyLine(args.title ?? titleOf(one, last), WORDS_LIMIT)
    if (!title.ok) return title
    const command = instead?.command ?? commandOf(one, last)
    const reason = tidyOptional(args.reason, WORDS_LIMIT)
    if (!reason.ok) return reason
    const { proposal } = one
    return ok([
      append(versionLog, context.id(), {
        proposal: proposal.id,
        parents: [last.id],
        title: title.value,
        ...(command && { command }),
        args: args.args,
        ground: args.ground,
        reason: reason.value,
        ...timesOf(playbook, proposal.rule, args.zone, at),
        by: context.person,
        at,
        order,
      }),
    ])
  },
)

const close = (
  { proposal, ...rest }: Case,
  kind: 'withdrawn' | 'decided',
  words: string,
  written: { readonly by: string; readonly at: number; readonly order: number },
  id: string,
): Change =>
  append(closingLog, id, {
    proposal: proposal.id,
    version: currentVersion({ proposal, ...rest }).id,
    kind,
    words,
    ...written,
  })

export const withdrawProposal = defineCommand(
  'playbook.withdrawProposal',
  (
    playbook: PlaybookSnapshot,
    args: { readonly proposal: string; readonly why?: string },
    context,
  ): Result<Change[], NotThere | NotYours | IsClosed | WordsRefused> => {
    const stamp = context.stamp()
    const own = ownOpen(playbook, args.proposal, context.person, stamp.at)
    if (!own.ok) return own
    const why = tidyOptional(args.why, WORDS_LIMIT)
    if (!why.ok) return why
    return ok([close(own.value, 'withdrawn', why.value, { by: context.person, ...stamp }, context.id())])
  },
)

/** The person's own decision, once they have been advised or the time for advice is over. */
export const decideAfterAdvice = defineCommand(
  'playbook.decideAfterAdvice',
  (
    playbook: PlaybookSnapshot,
    args: { readonly proposal: string; readonly words?: string },
    context,
  ): Result<Change[], NotThere | NotYours | IsClosed | NoAdviceYet | WordsRefused> => {
    const stamp = context.stamp()
    const own = ownOpen(playbook, args.proposal, context.person, stamp.at)
    if (!own.ok) return own
    const one = own.value
    const { state, version, standing } = outcome(one, { at: stamp.at, isSure: false })
    if (one.proposal.level !== 'advice' || state !== 'open') return refused({ reason: 'closed' })
    const isAdvised = standing.some((voice) => voice.kind === 'advice' && voice.by !== context.person)
    if (!isAdvised && stamp.at < version.deadline) return refused({ reason: 'no-advice-yet' })
    const words = tidyOptional(args.words, WORDS_LIMIT)
    if (!words.ok) return words
    return ok([close(one, 'decided', words.value, { by: context.person, ...stamp }, context.id())])
  },
)

/** Ties a proposal to something, or takes that out again: anybody may, whatever became of it. See `linkRows`. */
export const linkProposal = defineCommand(
  'playbook.linkProposal',
  (
    playbook: PlaybookSnapshot,
    args: { readonly proposal: string; readonly link: string; readonly isLinked: boolean },
  ): Result<Change[], NotThere> => {
    const { proposal, link, isLinked } = args
    const one = playbook.casesById.get(proposal)
    if (!one) return refused({ reason: 'proposal-gone' })
    if (one.links.includes(link) === isLinked) return ok([])
    const id = idFrom(`link\n${proposal}\n${link}`)
    const isThere = playbook.tables.links.has(id)
    return ok([
      ...(isThere ? [] : [create(linkRows, id, { proposal, link })]),
      ...(isThere || !isLinked ? [set(linkRows, id, 'archived', !isLinked)] : []),
    ])
  },
)

/** Proposals that have been accepted and whose effect is not written yet, by the meeting point's time. */
export const dueToApply = (playbook: PlaybookSnapshot, now: number): readonly Case[] =>
  playbook.cases.filter((one) => {
    const { state, applied } = outcome(one, { at: now, isSure: true })
    return state === 'accepted' && !applied
  })

/** Says that a proposal has been applied, after its effect was written: what it was decided by is closed from then on. */
export const recordApplied = defineDeferred(
  'playbook.recordApplied',
  (
    playbook: PlaybookSnapshot,
    args: {
      readonly proposal: string
      readonly now: number
      /** A wording whose effect stands: the word is owed, whatever has been said since. */
      readonly written?: string
    },
  ): Result<Change[], NotThere> => {
    const one = playbook.casesById.get(args.proposal)
    if (!one) return refused({ reason: 'proposal-gone' })
    const written = one.versions.find(({ id }) => id === args.written)
    if (written) return ok(appliedIn(one).includes(written) ? [] : [appliedClosing(one, written)])
    const { state, applied, version } = outcome(one, { at: args.now, isSure: true })
    return ok(state === 'accepted' && !applied ? [appliedClosing(one, version)] : [])
  },
)

export interface TellArgs {
  readonly act: Act
  readonly permit: Permit
  /** The document and command that did it. */
  readonly document: string
  readonly command: string
  readonly words?: string
}

/** Tells the others of what was just done, as was agreed. */
export const tellOthers = defineCommand(
  'playbook.tellOthers',
  (_: PlaybookSnapshot, args: TellArgs, context): Result<Change[], WordsRefused> => {
    const words = tidyOptional(args.words, WORDS_LIMIT)
    if (!words.ok) return words
    const { act, document, command, permit: agreed } = args
    return ok([
      append(tellLog, context.id(), {
        act,
        rule: agreed.rule,
        people: [...agreed.tells],
        document,
        command,
        words: words.value,
        by: context.person,
        ...context.stamp(),
      }),
    ])
  },
)
