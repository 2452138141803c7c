// When something new that waits for a person is said aloud: at once, once a day or never, and not in quiet hours.
import type { TellEntry } from '@yokoten/shared/playbook'

export interface NewsSettings {
  readonly say: 'once' | 'daily' | 'never'
  /** Minutes after midnight, in this device's time; both the same: there are none. May go over midnight. */
  readonly quietFrom: number
  readonly quietTo: number
  /** Whether the system shows it too, where the browser allows that. */
  readonly system: boolean
}

export const USUAL_NEWS: NewsSettings = { say: 'once', quietFrom: 20 * 60, quietTo: 7 * 60, system: false }

/** What this device has said in a team. */
export interface NewsSaid {
  /** Wordings that were said, or read in a digest. */
  readonly known: readonly string[]
  /** The day of the last digest, `YYYY-MM-DD`. */
  readonly digest: string
}

export const NOTHING_SAID: NewsSaid = { known: [], digest: '' }

/** More than a team has open at once. */
const MOST_KNOWN = 200

export const isQuiet = ({ quietFrom, quietTo }: NewsSettings, minutes: number): boolean =>
  quietFrom <= quietTo ? minutes >= quietFrom && minutes < quietTo : minutes >= quietFrom || minutes < quietTo

export interface News {
  /** Wordings to be told of, one by one or together. */
  readonly fresh: readonly string[]
  readonly isDigest: boolean
  readonly said: NewsSaid
}

/**
 * What is to be said now, if anything, and what is known afterwards. What comes in quiet hours is said when they are
 * over.
 */
export function newsOf(
  settings: NewsSettings,
  said: NewsSaid,
  waiting: readonly string[],
  now: { readonly day: string; readonly minutes: number },
): News | undefined {
  const fresh = waiting.filter((id) => !said.known.includes(id))
  if (settings.say === 'never' || fresh.length === 0 || isQuiet(settings, now.minutes)) return undefined
  const isDigest = settings.say === 'daily'
  if (isDigest && said.digest === now.day) return undefined
  const known = [...said.known, ...fresh].slice(-MOST_KNOWN)
  return { fresh, isDigest, said: { known, digest: isDigest ? now.day : said.digest } }
}

/** Older notes are in the list only. In milliseconds. */
const TOLD_LATELY = 7 * 86_400_000
/** Far fewer than are remembered, so that none is said twice. */
const MOST_TOLD = 50

/** The latest notes that are addressed to a person, or to everybody, and that somebody else wrote. `at` as team time. */
export const toldTo = (tells: readonly TellEntry[], person: string, at: number): readonly TellEntry[] =>
  tells
    .filter(
      (tell) =>
        tell.by !== person &&
        tell.at > at - TOLD_LATELY &&
        (tell.people.length === 0 || tell.people.includes(person)),
    )
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST_TOLD)
