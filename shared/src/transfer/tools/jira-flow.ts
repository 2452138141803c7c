// Jira's statuses as columns, and an issue's way through them as far as the file tells it.
import type { ColumnRole } from '../../board'
import { plainColumn, plainStep } from '../boards/file-board'
import type { FileColumn, FileStep } from '../boards/file-board'
import { guessRoles, roleNamed } from '../boards/guess-roles'

interface IssueWay {
  /** Milliseconds since 1970: when it was made. */
  readonly at: number
  readonly by: string
  readonly state: string
  readonly resolved: number | undefined
  readonly changes: readonly {
    readonly at: number
    readonly by: string
    readonly from: string
    readonly to: string
  }[]
}

const ORDER: readonly ColumnRole[] = ['backlog', 'ready', 'active', 'waiting', 'done']

/** Jira's three categories of statuses, by their keys. */
function roleOf(category: string, name: string): ColumnRole {
  const named = roleNamed(name)
  if (category === 'done') return 'done'
  if (category === 'indeterminate') return named === 'waiting' || named === 'ready' ? named : 'active'
  if (category === 'new') return named === 'ready' ? 'ready' : 'backlog'
  return named ?? guessRoles([name])[0] ?? 'backlog'
}

/** `see` all statuses first; `arranged` says the order of a board's columns where the file knows it. */
export function createJiraFlow(now: number, arranged: readonly string[] = []) {
  const states = new Map<string, { readonly role: ColumnRole; readonly index: number }>()
  let undated = 0
  const see = (name: string, category: string) => {
    const before = states.get(name)
    if (name === '' || (before && category === '')) return
    states.set(name, { role: roleOf(category, name), index: before?.index ?? states.size })
  }
  const rank = (name: string): number => {
    const at = arranged.indexOf(name)
    return at < 0 ? arranged.length : at
  }
  const ordered = () =>
    [...states].sort(
      ([a, one], [b, two]) =>
        rank(a) - rank(b) || ORDER.indexOf(one.role) - ORDER.indexOf(two.role) || one.index - two.index,
    )
  let places: ReadonlyMap<string, number> | undefined
  const placeOf = (name: string): number => {
    places ??= new Map(ordered().map(([state], index) => [state, index]))
    return places.get(name) ?? 0
  }
  function journeyOf({ at, by, state, resolved, changes }: IssueWay): FileStep[] {
    const moves = [...changes].sort((a, b) => a.at - b.at)
    const [first] = moves
    let here = first?.from || (moves.length > 0 ? first?.to : undefined) || state
    let time = Math.min(at, first?.at ?? at)
    const journey: FileStep[] = []
    const isDone = states.get(state)?.role === 'done'
    // Without its changes a resolved issue was open from its making to its resolution.
    const before = ordered().find(([, one]) => one.role !== 'done')?.[0]
    if (moves.length === 0 && isDone && resolved !== undefined && before !== undefined) here = before
    journey.push(plainStep(here, 'added', time, by))
    const step = (to: string, when: number, who: string) => {
      if (to === here) return
      const isBack = placeOf(to) < placeOf(here)
      time = Math.max(time, when)
      here = to
      journey.push(
        plainStep(
          to,
          isBack ? 'returned' : states.get(to)?.role === 'done' ? 'finished' : 'pulled',
          time,
          who,
        ),
      )
    }
    for (const move of moves) step(move.to, move.at, move.by)
    if (moves.length === 0 && resolved === undefined) undated++
    step(state, resolved ?? (moves.length > 0 ? time : now), '')
    return journey
  }
  return {
    see,
    journeyOf,
    columns: (): FileColumn[] => ordered().map(([name]) => plainColumn(name, name)),
    roles: (): (readonly [string, ColumnRole])[] =>
      ordered().map(([name, { role }]) => [name, role] as const),
    /** Issues of which it is not known when they came to where they stand. */
    undated: (): number => undated,
  }
}
