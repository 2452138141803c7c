// Hats and turns in words: their names, what they look after, and how long a turn lasts.
import { calendarOf } from '@yokoten/shared/kernel'
import { HAT_KINDS } from '@yokoten/shared/playbook'
import type { HatKind, HatRow, Turn } from '@yokoten/shared/playbook'
import { text } from '../../../text'
import type { TextId } from '../../../text'

export type UsualKind = Exclude<HatKind, 'own'>

/** The hats that most teams have, in the order in which they are proposed. */
export const USUAL_KINDS: readonly UsualKind[] = HAT_KINDS.filter((kind) => kind !== 'own')

const NAMES: Readonly<Record<UsualKind, TextId>> = {
  facilitator: 'hats.facilitator',
  'flow-keeper': 'hats.flowKeeper',
  coach: 'hats.coach',
  'map-keeper': 'hats.mapKeeper',
  'blocker-runner': 'hats.blockerRunner',
}
const DOES: Readonly<Record<UsualKind, TextId>> = {
  facilitator: 'hats.facilitatorDoes',
  'flow-keeper': 'hats.flowKeeperDoes',
  coach: 'hats.coachDoes',
  'map-keeper': 'hats.mapKeeperDoes',
  'blocker-runner': 'hats.blockerRunnerDoes',
}

type Named = Pick<HatRow, 'kind' | 'name' | 'does'>

/** What the team calls it, else the kind's usual name. */
export const hatName = ({ kind, name }: Named): string =>
  name || text(kind === 'own' ? 'hats.unnamed' : NAMES[kind])

/** What it looks after, in the team's words or the usual ones; empty where nobody has said. */
export const hatDoes = ({ kind, does }: Named): string => does || (kind === 'own' ? '' : text(DOES[kind]))

/** A hat of a usual kind before anybody has changed it. */
export const usualHat = (kind: UsualKind): Named => ({ kind, name: '', does: '' })

const dayFormat = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' })
const MOST_MS = 8.64e15

/** "Fri, 12 Dec" */
export const turnDay = (at: number): string => dayFormat.format(Math.min(Math.max(at, -MOST_MS), MOST_MS))

/** "until Fri, 12 Dec, 3 more days" */
export function untilWords(turn: Turn, now: number, zone: string): string {
  const { dayOf } = calendarOf(zone)
  return text('hats.until', { day: turnDay(turn.end), left: dayOf(turn.end) - dayOf(now) })
}

/** "Mon, 3 Nov to Mon, 1 Dec" */
export const spanWords = (turn: Turn): string =>
  text('hats.span', { from: turnDay(turn.from), until: turnDay(turn.end) })
