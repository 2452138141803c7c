// What became of a proposal: a pure function of what was written and a time, the same on every device. See SPEC.md.
import { headsOf } from '../kernel'
import type { VoiceEntry, VoiceKind } from './records'
import { appliedIn, currentVersion } from './proposals'
import type { Case, Version } from './proposals'

export type State = 'open' | 'accepted' | 'objected' | 'rejected' | 'expired' | 'withdrawn' | 'needs-quorum'

/** A time, and whether it is the meeting point's: this device's own clock may be wrong. */
export interface Now {
  readonly at: number
  readonly isSure: boolean
}

export interface Outcome {
  readonly state: State
  readonly version: Version
  /** Not the last word: too few have been heard, or the time is this device's own. */
  readonly provisional: boolean
  /** It took effect, and somebody objected without knowing or afterwards. */
  readonly contested: boolean
  /** Its effect has been written. */
  readonly applied: boolean
  /** The moment of the decision (ms since 1970); null as long as there is none. */
  readonly decidedAt: number | null
  /** Members who have been heard, and those who have not, in the order of the members. */
  readonly heard: readonly string[]
  readonly unheard: readonly string[]
  /** What stands by now, one voice a person, by person. */
  readonly standing: readonly VoiceEntry[]
}

interface Timed {
  readonly voice: VoiceEntry
  /** The moment at which it counts. */
  readonly moment: number
}

const SPOKEN: Readonly<Record<string, readonly VoiceKind[]>> = {
  consent: ['consent', 'object', 'abstain'],
  vote: ['yes', 'no', 'abstain'],
  yes: ['yes', 'no'],
}

/** P3: a voice from before the proposal counts from its beginning; after its end only doubt does, as from its beginning. */
function timed({ proposal, voices }: Case, version: Version): readonly Timed[] {
  return voices
    .filter((voice) => voice.proposal === proposal.id && voice.version === version.id)
    .flatMap((voice) => {
      if (voice.at <= version.expires) return [{ voice, moment: Math.max(version.at, voice.at) }]
      return voice.kind === 'object' ? [{ voice, moment: version.at }] : []
    })
}

/** P2: one voice a person, the latest by parents, ties by order and id. By person. */
function standingOf(voices: readonly VoiceEntry[]): readonly VoiceEntry[] {
  const byPerson = new Map<string, VoiceEntry[]>()
  for (const voice of voices) byPerson.set(voice.by, [...(byPerson.get(voice.by) ?? []), voice])
  return [...byPerson.keys()].sort().map((person) => {
    const { heads } = headsOf(byPerson.get(person) ?? [])
    return heads[heads.length - 1] as VoiceEntry
  })
}

const standingAt = (voices: readonly Timed[], moment: number) =>
  standingOf(voices.filter((one) => one.moment <= moment).map((one) => one.voice))

/** P5 and P6: who of the members has been heard, by what stands at a moment. */
function heardBy(
  { proposal }: Case,
  version: Version,
  voices: readonly Timed[],
  moment: number,
): ReadonlySet<string> {
  const spoken = SPOKEN[proposal.level] ?? []
  const heard = standingAt(voices, moment)
    .filter((voice) => spoken.includes(voice.kind))
    .map((voice) => voice.by)
  if (proposal.level === 'consent') heard.push(proposal.by)
  if (proposal.level === 'consent' && proposal.silence)
    for (const { voice, moment: since } of voices)
      if (since <= version.deadline && since <= moment) heard.push(voice.by)
  return new Set(proposal.members.filter((member) => heard.includes(member)))
}

type Decided = { readonly state: 'accepted' | 'rejected'; readonly at: number }

const count = (voices: readonly VoiceEntry[], kind: VoiceKind) =>
  voices.filter((voice) => voice.kind === kind).length

function decideAt(one: Case, version: Version, voices: readonly Timed[], at: number): Decided | undefined {
  const { level, members, quorum, yesFrom } = one.proposal
  const standing = standingAt(voices, at)
  if (level === 'yes') {
    const asked = standing.filter((voice) => yesFrom === null || yesFrom.includes(voice.by))
    if (count(asked, 'no') > 0) return { state: 'rejected', at }
    return count(asked, 'yes') > 0 ? { state: 'accepted', at } : undefined
  }
  if (at < version.deadline || heardBy(one, version, voices, at).size < quorum) return undefined
  if (level === 'vote') {
    const votes = standing.filter((voice) => members.includes(voice.by))
    return { state: count(votes, 'yes') > count(votes, 'no') ? 'accepted' : 'rejected', at }
  }
  return count(standing, 'object') === 0 ? { state: 'accepted', at } : undefined
}

/** The first moment up to `now` at which it was decided, if any: its deadline, or that of a voice. */
function decisionOf(one: Case, version: Version, voices: readonly Timed[], now: number): Decided | undefined {
  if (one.proposal.level === 'advice') {
    const word = one.closings
      .filter(
        ({ kind, version: of, by }) => kind === 'decided' && of === version.id && by === one.proposal.by,
      )
      .map(({ at }) => Math.max(at, version.at))
    return word.length > 0 ? { state: 'accepted', at: Math.min(...word) } : undefined
  }
  const moments = [...new Set([version.deadline, ...voices.map(({ moment }) => moment)])]
  for (const moment of moments.sort((a, b) => a - b)) {
    if (moment > now) return undefined
    const decided = decideAt(one, version, voices, moment)
    if (decided) return decided
  }
  return undefined
}

/** P4, P8: what it is as long as nothing has been decided. */
function undecided(one: Case, version: Version, voices: readonly Timed[], now: number): State {
  const { level } = one.proposal
  const objected = level === 'consent' && count(standingAt(voices, now), 'object') > 0
  if (level !== 'yes' && level !== 'advice' && now >= version.deadline && objected) return 'objected'
  if (now > version.expires) return 'expired'
  if (level === 'yes' || level === 'advice' || now < version.deadline) return 'open'
  return 'needs-quorum'
}

/** Whether somebody speaks against an effect that stands. */
function isContested(one: Case, version: Version, decided: Decided | undefined): boolean {
  const { proposal, voices } = one
  const all = standingOf(
    voices.filter((voice) => voice.proposal === proposal.id && voice.version === version.id),
  )
  if (proposal.level === 'consent' && count(all, 'object') > 0) return true
  if (proposal.level === 'vote') {
    const votes = all.filter((voice) => proposal.members.includes(voice.by))
    if (count(votes, 'yes') <= count(votes, 'no')) return true
  }
  return decided?.state !== 'accepted'
}

/** What became of a proposal by a time. Works only on what it is given: any subset of the entries, in any order. */
export function outcome(one: Case, now: Now): Outcome {
  const version = currentVersion(one)
  const { proposal, closings } = one
  const applied = appliedIn(one)
  const voices = timed(one, version)
  const decided = decisionOf(one, version, voices, now.at)
  const until = decided ? Math.max(decided.at, version.deadline) : now.at
  const heard = heardBy(one, version, voices, until)
  const withdrawn = closings.some(({ kind, by }) => kind === 'withdrawn' && by === proposal.by)
  const isAmended = one.versions.some(({ parents }) => parents.includes(version.id)) || applied.length > 1
  const state: State =
    applied.length > 0
      ? 'accepted'
      : withdrawn
        ? 'withdrawn'
        : (decided?.state ?? undecided(one, version, voices, now.at))
  const takesEffect = state === 'accepted'
  return {
    state,
    version,
    applied: applied.length > 0,
    provisional:
      state === 'needs-quorum' ||
      (applied.length === 0 && !now.isSure && state !== 'open' && state !== 'withdrawn'),
    contested: takesEffect && (isContested(one, version, decided) || (applied.length > 0 && isAmended)),
    decidedAt: takesEffect || state === 'rejected' ? (decided?.at ?? version.deadline) : null,
    heard: proposal.members.filter((member) => heard.has(member)),
    unheard: proposal.members.filter((member) => !heard.has(member)),
    standing: standingOf(voices.map(({ voice }) => voice)),
  }
}
