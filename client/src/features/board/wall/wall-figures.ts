// What the wall shows of one board, as plain values: what stops, where there is room, what gets old, what was done.
import {
  ageOf,
  comingTo,
  ENOUGH_FINISHED,
  openSince,
  proposeNext,
  scopeKey,
  spokenId,
  weekDone,
} from '@yokoten/shared/board'
import type { BoardSnapshot, Calendar, Figures, LimitKind } from '@yokoten/shared/board'
import type { Table } from '@yokoten/shared/kernel'
import type { Person } from '@yokoten/shared/team'
import { text } from '../../../text'
import { limitName } from '../scope-name'
import { forHowLong, reasonWords } from '../words'

export interface WallStop {
  readonly id: string
  readonly title: string
  /** Reason, how long, and who is there. */
  readonly facts: string
  readonly isAlone: boolean
}

export interface WallRoom {
  readonly id: string
  readonly name: string
  readonly used: number
  readonly limit: number
}

export interface WallAge {
  readonly id: string
  readonly spoken: string
  readonly days: string
  /** Its part of the longest bar, 0 to 1. */
  readonly part: number
  readonly isLate: boolean
}

export interface WallFigures {
  /** The longest stopped first. */
  readonly stops: readonly WallStop[]
  /** Limits: of columns in flow order, then those that hold for more than one, the whole board's last. */
  readonly rooms: readonly WallRoom[]
  readonly next: { readonly act: string; readonly what: string } | undefined
  /** Work begun and not finished, the oldest first. */
  readonly ages: readonly WallAge[]
  /** Where 85 of 100 are done, as a part of the longest bar; undefined while too few are finished. */
  readonly usualPart: number | undefined
  /** What is usual, or that it is not known yet. */
  readonly usual: string
  readonly done: number
  readonly doneWords: string
}

export interface WallSource {
  readonly people: Table<Person>
  readonly figures: Figures
  readonly calendar: Calendar
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The limits that hold for more than a column. A person's own is theirs, and not for the wall. */
const WIDE: readonly LimitKind[] = ['group', 'lane', 'class', 'board']

const listFormat = new Intl.ListFormat(undefined, { type: 'conjunction' })

function stopsOf(board: BoardSnapshot, { people, now }: WallSource): WallStop[] {
  return board.openBlockers.all.flatMap((id) => {
    const blocker = board.blockers.get(id)
    if (!blocker) return []
    const title = blocker.card === null ? undefined : board.cards.get(blocker.card)?.title
    const reason = reasonWords(board, blocker)
    const coming = comingTo(blocker).map((person) => people.get(person)?.name ?? text('board.someone'))
    const facts = [
      title === undefined ? text('board.wall.line') : reason,
      forHowLong(now - openSince(blocker)),
      coming.length > 0
        ? text('board.wall.onIt', { count: coming.length, who: listFormat.format(coming) })
        : text('board.wall.nobody'),
    ]
    return [
      {
        id,
        title: title ?? (reason || text('board.wall.lineStops')),
        facts: facts.filter((fact) => fact !== '').join(' · '),
        isAlone: coming.length === 0,
      },
    ]
  })
}

function roomsOf(board: BoardSnapshot, people: Table<Person>): readonly WallRoom[] {
  const columns = board.columns.flatMap(({ id, name, used, limit }) =>
    limit === null ? [] : [{ id, name, used, limit }],
  )
  const wide = [...board.limits.values()]
    .filter(({ scope }) => WIDE.includes(scope.kind))
    .sort((a, b) => WIDE.indexOf(a.scope.kind) - WIDE.indexOf(b.scope.kind))
    .map((limit) => ({
      id: scopeKey(limit.scope),
      name: limitName(board, people, limit.scope),
      used: limit.used,
      limit: limit.limit,
    }))
  return [...columns, ...wide]
}

function nextOf(board: BoardSnapshot, { figures, calendar, now }: WallSource): WallFigures['next'] {
  const proposal = proposeNext(board, '', { today: calendar.dayOf(now), cycle: figures.cycle })
  if (!proposal) return undefined
  const card = board.cards.get(proposal.card)?.title ?? spokenId(board, proposal.card)
  const column = proposal.into === null ? undefined : board.columnsById.get(proposal.into)?.name
  if (proposal.act === 'pull' && column !== undefined)
    return { act: text('board.wall.pull'), what: text('board.wall.pullInto', { card, column }) }
  return { act: text(proposal.act === 'unblock' ? 'board.wall.unblock' : 'board.wall.help'), what: card }
}

/** Room for the end of the longest bar to be seen. */
const BEYOND = 1.06

function agesOf(board: BoardSnapshot, { figures, calendar, now }: WallSource) {
  const all = board.columns.flatMap((column) =>
    column.role === 'done'
      ? []
      : [...column.doing, ...column.done].flatMap((card) => {
          const journey = board.journeys.get(card)
          const age = journey && ageOf(journey, figures, calendar, now)
          return age ? [{ card, age }] : []
        }),
  )
  all.sort((a, b) => b.age.days - a.age.days || (a.card < b.card ? -1 : 1))
  const usual = figures.cycle?.p85
  const longest = Math.max(all[0]?.age.days ?? 0, usual ?? 0, 1) * BEYOND
  return {
    ages: all.map(({ card, age }) => ({
      id: card,
      spoken: spokenId(board, card),
      days: text('board.days', { count: age.days }),
      part: age.days / longest,
      isLate: age.late || (usual !== undefined && age.days > usual),
    })),
    usualPart: usual === undefined ? undefined : usual / longest,
  }
}

export function wallFigures(board: BoardSnapshot, source: WallSource): WallFigures {
  const { figures, calendar, now } = source
  const week = weekDone(figures.finished, calendar, now)
  return {
    stops: stopsOf(board, source),
    rooms: roomsOf(board, source.people),
    next: nextOf(board, source),
    ...agesOf(board, source),
    usual: figures.cycle
      ? text('board.usual.sle', { days: figures.cycle.p85 })
      : text('board.usual.notEnough', { count: figures.finished.length, enough: ENOUGH_FINISHED }),
    done: week.done,
    doneWords:
      week.half === null ? text('board.wall.noneDone') : text('board.wall.halfDone', { days: week.half }),
  }
}
