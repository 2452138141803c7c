// What becomes of a proposal once more, from the rules in words and minute by minute, without a thought for speed.
import type { ClosingEntry, ProposalEntry, VersionEntry, VoiceEntry } from '@yokoten/shared/playbook'

export interface NaiveEntries {
  readonly proposal: ProposalEntry
  readonly versions: readonly VersionEntry[]
  readonly voices: readonly VoiceEntry[]
  readonly closings: readonly ClosingEntry[]
}

export interface NaiveOutcome {
  readonly state: string
  readonly version: string
  readonly applied: boolean
  readonly contested: boolean
  readonly provisional: boolean
  readonly decidedAt: number | null
  /** Members; null at the levels that ask for no number of them. */
  readonly heard: readonly string[] | null
}

interface Wording {
  readonly id: string
  readonly parents: readonly string[]
  readonly order: number
  readonly from: number
  readonly until: number
  readonly end: number
}

const later = (a: { order: number; id: string }, b: { order: number; id: string }): boolean =>
  a.order > b.order || (a.order === b.order && a.id > b.id)

/** The last of some entries: nobody answers it, and of several such the latest. */
function lastOf<E extends { id: string; order: number; parents: readonly string[] }>(
  entries: readonly E[],
): E {
  const open = entries.filter(
    (one) => !entries.some((other) => other !== one && other.parents.includes(one.id)),
  )
  return (open.length > 0 ? open : [...entries]).reduce((best, one) => (later(one, best) ? one : best))
}

type Terms = Pick<VersionEntry, 'id' | 'at' | 'order' | 'deadline' | 'expires'>

const wordingOf = (entry: Terms, parents: readonly string[]): Wording => {
  const until = entry.deadline < entry.at ? entry.at : entry.deadline
  const end = entry.expires < until ? until : entry.expires
  return { id: entry.id, parents, order: entry.order, from: entry.at, until, end }
}

/** A voice and the time at which it is taken to have been given; undefined: it is not believed. */
function givenAt(voice: VoiceEntry, wording: Wording): number | undefined {
  if (voice.at < wording.from) return wording.from
  if (voice.at <= wording.end) return voice.at
  return voice.kind === 'object' ? wording.from : undefined
}

/** Everybody's word by a time: who says what. */
function wordsBy(voices: readonly VoiceEntry[], wording: Wording, time: number): Map<string, string> {
  const words = new Map<string, string>()
  for (const person of new Set(voices.map(({ by }) => by))) {
    const given = voices.filter((voice) => {
      const at = givenAt(voice, wording)
      return voice.by === person && at !== undefined && at <= time
    })
    if (given.length > 0) words.set(person, lastOf(given).kind)
  }
  return words
}

/** What one person says to a wording by a time, if anything. */
export const wordOf = (
  voices: readonly VoiceEntry[],
  terms: Terms,
  person: string,
  time: number,
): string | undefined => wordsBy(voices, wordingOf(terms, []), time).get(person)

function isHeard(
  { proposal }: NaiveEntries,
  voices: readonly VoiceEntry[],
  wording: Wording,
  time: number,
  person: string,
): boolean {
  const word = wordsBy(voices, wording, time).get(person) ?? ''
  if (proposal.level === 'vote') return ['yes', 'no', 'abstain'].includes(word)
  if (person === proposal.by || ['consent', 'object', 'abstain'].includes(word)) return true
  if (!proposal.silence) return false
  return voices.some((voice) => {
    const at = givenAt(voice, wording)
    return voice.by === person && at !== undefined && at <= wording.until && at <= time
  })
}

/** What stands decided at one time, if that is the time. */
function verdictAt(
  entries: NaiveEntries,
  voices: readonly VoiceEntry[],
  wording: Wording,
  time: number,
): string | undefined {
  const { proposal } = entries
  const words = wordsBy(voices, wording, time)
  const of = (word: string, people?: readonly string[] | null) =>
    [...words].filter(([person, said]) => said === word && (!people || people.includes(person))).length
  if (proposal.level === 'yes') {
    if (of('no', proposal.yesFrom) > 0) return 'rejected'
    return of('yes', proposal.yesFrom) > 0 ? 'accepted' : undefined
  }
  if (time < wording.until) return undefined
  const heard = proposal.members.filter((person) => isHeard(entries, voices, wording, time, person))
  if (heard.length < proposal.quorum) return undefined
  if (proposal.level === 'vote')
    return of('yes', proposal.members) > of('no', proposal.members) ? 'accepted' : 'rejected'
  return of('object') > 0 ? undefined : 'accepted'
}

/**
 * The outcome by a time, which a meeting point has confirmed or not. `step`: all times in the entries lie on this grid;
 * every moment of it is looked at in turn, as a watchman would.
 */
export function naiveOutcome(
  entries: NaiveEntries,
  now: number,
  isSure: boolean,
  step: number,
): NaiveOutcome {
  const { proposal, closings } = entries
  const amendments = entries.versions.filter((one) => one.by === proposal.by)
  const wordings = [wordingOf(proposal, []), ...amendments.map((one) => wordingOf(one, one.parents))]
  const isApplied = (one: Wording) => closings.some((c) => c.kind === 'applied' && c.version === one.id)
  const inOrder = [...wordings].sort((a, b) => (later(a, b) ? 1 : -1))
  const first = inOrder.find((one) => one.id === proposal.id) as Wording
  const applied = [first, ...inOrder.filter((one) => one !== first)].filter(isApplied)
  const wording = applied[0] ?? lastOf(wordings)
  const voices = entries.voices.filter((voice) => voice.version === wording.id)

  let verdict: string | undefined
  let since: number | undefined
  if (proposal.level === 'advice') {
    for (const c of closings) {
      if (c.kind !== 'decided' || c.version !== wording.id || c.by !== proposal.by) continue
      verdict = 'accepted'
      since = Math.min(since ?? Infinity, c.at < wording.from ? wording.from : c.at)
    }
  } else {
    const last = Math.min(now, wording.end)
    for (let time = wording.from; time <= last && verdict === undefined; time += step) {
      verdict = verdictAt(entries, voices, wording, time)
      since = time
    }
  }

  const finalWords = new Map(
    [...new Set(voices.map(({ by }) => by))].map((person) => [
      person,
      lastOf(voices.filter(({ by }) => by === person)).kind,
    ]),
  )
  const finally_ = (word: string) => [...finalWords].filter(([, said]) => said === word)
  const ofMembers = (word: string) =>
    finally_(word).filter(([person]) => proposal.members.includes(person)).length
  const isContested =
    (proposal.level === 'consent' && finally_('object').length > 0) ||
    (proposal.level === 'vote' && ofMembers('yes') <= ofMembers('no')) ||
    verdict !== 'accepted'
  const isFollowed = applied.length > 1 || wordings.some((one) => one.parents.includes(wording.id))

  const isCounted = proposal.level === 'consent' || proposal.level === 'vote'
  const until = verdict === undefined || since === undefined ? now : Math.max(since, wording.until)
  const heard = proposal.members.filter((person) => isHeard(entries, voices, wording, until, person))
  const isOver = (state: string) => state !== 'open' && state !== 'withdrawn'
  const result = (state: string) => ({
    state,
    version: wording.id,
    applied: applied.length > 0,
    contested: state === 'accepted' && (isContested || (applied.length > 0 && isFollowed)),
    provisional: state === 'needs-quorum' || (applied.length === 0 && !isSure && isOver(state)),
    decidedAt:
      state === 'accepted' || state === 'rejected'
        ? verdict !== undefined && since !== undefined
          ? since
          : wording.until
        : null,
    heard: isCounted ? heard : null,
  })
  if (applied.length > 0) return result('accepted')
  if (closings.some((c) => c.kind === 'withdrawn' && c.by === proposal.by)) return result('withdrawn')
  if (verdict !== undefined) return result(verdict)
  const objected = [...wordsBy(voices, wording, now).values()].includes('object')
  if (proposal.level === 'consent' && now >= wording.until && objected) return result('objected')
  if (now > wording.end) return result('expired')
  const waits = proposal.level === 'yes' || proposal.level === 'advice' || now < wording.until
  return result(waits ? 'open' : 'needs-quorum')
}
