// What the screens ask about hats, as pure selections: who wears each, what was offered, who is next, what was left behind.
import { isStanding, isWorn, nextFor } from '@yokoten/shared/playbook'
import type { HatRow, PlaybookSnapshot, Turn } from '@yokoten/shared/playbook'

type Hats = Pick<PlaybookSnapshot, 'hatsById' | 'turns'>

export interface HatNow {
  readonly hat: HatRow
  /** Turns that last now; who learns beside them is apart. */
  readonly worn: readonly Turn[]
  readonly shadows: readonly Turn[]
  /** Accepted, and not begun yet. */
  readonly coming: readonly Turn[]
  /** Offered and not answered, as long as there is something of it left. */
  readonly offered: readonly Turn[]
  /** Whose turn it would be after all of these: who has not had one, else whose is longest ago. */
  readonly next: string | undefined
  /** That person has had no turn of this hat yet. */
  readonly isFirst: boolean
  /** When a turn offered now would begin: at the end of the last one that is taken. */
  readonly free: number
  /** The last turn that is over, where its note is still for somebody to read. */
  readonly before: Turn | undefined
  /** The latest first. */
  readonly past: readonly Turn[]
}

/** The screens' clock goes on once a minute. */
const TICK = 60_000

/** The time of a clock that ticks by the minute, where a turn has begun or ended since it last did. */
export const sinceTick = ({ turns }: Pick<PlaybookSnapshot, 'turns'>, at: number): number =>
  Math.max(at, ...turns.flatMap(({ from, end }) => [from, end]).filter((one) => one <= at + TICK))

const isShadowing = (turn: Turn, now: number): boolean =>
  turn.shadow && turn.state !== 'offered' && isStanding(turn) && turn.from <= now && now < turn.end

/** One hat and its turns at a time, for the people of today. */
export function hatNow(playbook: Hats, hat: HatRow, people: readonly string[], now: number): HatNow {
  const turns = playbook.turns.filter((turn) => turn.hat === hat.id)
  const had = turns.filter((turn) => turn.state === 'accepted' || turn.state === 'ended')
  const worn = turns.filter((turn) => isWorn(turn, now))
  const coming = turns.filter((turn) => turn.state === 'accepted' && turn.from > now)
  const offered = turns.filter((turn) => turn.state === 'offered' && turn.until > now)
  const past = had.filter((turn) => turn.end <= now && turn.end > turn.from).sort((a, b) => b.end - a.end)
  const asked = new Set([...coming, ...offered].filter((turn) => !turn.shadow).map((turn) => turn.person))
  const next = nextFor(turns, hat.id, people, now).find((person) => !asked.has(person))
  return {
    hat,
    worn,
    shadows: turns.filter((turn) => isShadowing(turn, now)),
    coming,
    offered,
    next,
    isFirst: next !== undefined && !had.some((turn) => turn.person === next && !turn.shadow),
    free: Math.max(now, ...[...worn, ...coming].filter((turn) => !turn.shadow).map((turn) => turn.end)),
    before: past.find((turn) => !turn.shadow),
    past,
  }
}

/** Turns that a person was offered and has not answered, the earliest first. */
export const turnsOffered = (playbook: Hats, me: string | undefined, now: number): readonly Turn[] =>
  playbook.turns.filter(
    (turn) =>
      turn.person === me &&
      turn.state === 'offered' &&
      turn.until > now &&
      playbook.hatsById.get(turn.hat)?.archived === false,
  )

/** Who said the last word about a turn; its note may be somebody else's than who wore it. */
export const saidBy = (playbook: Pick<PlaybookSnapshot, 'tables'>, turn: Turn): string =>
  playbook.tables.turns.get(turn.heads.at(-1) ?? '')?.by ?? turn.person
