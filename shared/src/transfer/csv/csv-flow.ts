// The journeys that a table's dates tell: days on which states were entered, started and finished, or a log of changes.
import type { ColumnRole } from '../../board'
import { columnSetting, note, plainColumn, plainStep, remarksOf } from '../boards/file-board'
import type { FileColumn, FileSetting, FileStep, ReadOptions, Remark } from '../boards/file-board'
import { guessFlow, roleNamed } from '../boards/guess-roles'

export interface RowMoments {
  readonly line: number
  /** The state that the card is in, or empty. */
  readonly state: string
  /** All times in milliseconds since 1970. When it entered that state. */
  readonly since: number | undefined
  readonly created: number | undefined
  readonly started: number | undefined
  readonly finished: number | undefined
  /** When each of the states that are columns of the file was entered. */
  readonly entered: readonly (number | undefined)[]
  readonly changes: readonly {
    readonly at: number
    readonly from: string
    readonly to: string
    readonly category: string
  }[]
}

interface FlowOptions {
  readonly isLog: boolean
  readonly states: readonly string[]
  readonly hasState: boolean
  readonly has: { readonly created: boolean; readonly started: boolean; readonly finished: boolean }
  /** What columns are for, by their names, where it was said and is not to be guessed. */
  readonly roles: Readonly<Record<string, ColumnRole>>
  readonly words: ReadOptions['words']
  readonly now: number
}

interface Place {
  readonly name: string
  readonly role: ColumnRole
}

const ROLE_ORDER: readonly ColumnRole[] = ['backlog', 'ready', 'active', 'waiting', 'done']

function roleOfCategory(category: string, name: string): ColumnRole | undefined {
  const named = roleNamed(name)
  if (/done|complete/iu.test(category)) return 'done'
  if (/progress/iu.test(category)) return named === 'waiting' ? 'waiting' : 'active'
  if (/to ?do|new|open/iu.test(category)) return named === 'ready' ? 'ready' : 'backlog'
  return undefined
}

/** States of which only the names are known, in the order in which work goes through them. */
function inOrder(names: readonly string[], roleOf: (name: string) => ColumnRole): Place[] {
  const numbered = names.every((name) => /\d/u.test(name))
  const group = (role: ColumnRole) => ROLE_ORDER.indexOf(role === 'waiting' ? 'active' : role)
  return names
    .map((name, index) => ({ name, role: roleOf(name), index }))
    .sort(
      (a, b) =>
        group(a.role) - group(b.role) ||
        (numbered ? a.name.localeCompare(b.name, 'en', { numeric: true }) : 0) ||
        a.index - b.index,
    )
}

/** Collects what the rows say with `see`; only then are the columns known and the journeys told. */
export function createFlow(options: FlowOptions) {
  const { isLog, has, words, now } = options
  const names = new Map<string, string>()
  const categories = new Map<string, string>()
  const births = new Map<string, number>()
  const finishedRows: number[] = []
  let dated = 0
  let undated = 0
  let against = 0
  let built: Place[] | undefined
  const keyOf = (name: string): string => name.trim().toLowerCase()
  const seen = (name: string) => {
    if (name !== '' && !names.has(keyOf(name))) names.set(keyOf(name), name.trim())
  }

  const saidRole = (name: string): ColumnRole | undefined =>
    Object.hasOwn(options.roles, name) ? options.roles[name] : undefined

  function see(row: RowMoments) {
    if (row.finished !== undefined) finishedRows.push(row.line)
    seen(row.state)
    const [first] = [...row.changes].sort((a, b) => a.at - b.at)
    for (const { from, to, category } of row.changes) {
      seen(from)
      seen(to)
      if (category !== '') categories.set(keyOf(to), category)
    }
    if (first && first.from !== '') births.set(first.from, (births.get(first.from) ?? 0) + 1)
  }

  function places(): readonly Place[] {
    if (built) return built
    const known = [...names.values()]
    if (options.states.length > 0) {
      const own = new Set(options.states.map(keyOf))
      const roles = guessFlow(options.states)
      const others = known.filter((name) => !own.has(keyOf(name)))
      built = [
        ...options.states.map((name, index) => ({ name, role: roles[index] ?? 'backlog' })),
        ...others.map((name) => ({ name, role: roleNamed(name) ?? ('backlog' as const) })),
      ]
    } else if (isLog || (options.hasState && known.length > 0)) {
      const roleOf = (name: string) =>
        saidRole(name) ??
        roleOfCategory(categories.get(keyOf(name)) ?? '', name) ??
        roleNamed(name) ??
        'backlog'
      built = inOrder(known, roleOf)
    } else {
      built = [
        ...(has.created || !(has.started || has.finished)
          ? [{ name: words.waiting, role: 'backlog' as const }]
          : []),
        { name: words.doing, role: 'active' as const },
        { name: words.done, role: 'done' as const },
      ]
    }
    if (built.length === 0) built = [{ name: words.waiting, role: 'backlog' }]
    built = built.map(({ name, role }) => ({ name, role: saidRole(name) ?? role }))
    return built
  }
  const indexOf = (name: string): number => places().findIndex((place) => keyOf(place.name) === keyOf(name))
  const firstOf = (...roles: ColumnRole[]): number => places().findIndex(({ role }) => roles.includes(role))
  const columnKey = (index: number): string => `column ${index}`

  /** Steps from places and times, which must not go back: kinds follow from where they lead. */
  function stepsOf(stops: readonly { readonly place: number; readonly at: number }[]): FileStep[] {
    let before: number | undefined
    let time = -Infinity
    return stops.flatMap(({ place, at }) => {
      if (place === before) return []
      time = Math.max(time, at)
      const isBack = before !== undefined && place < before
      const role = places()[place]?.role
      const kind =
        before === undefined ? 'added' : isBack ? 'returned' : role === 'done' ? 'finished' : 'pulled'
      before = place
      return [plainStep(columnKey(place), kind, time)]
    })
  }

  function fromStates(row: RowMoments) {
    const stops = row.entered
      .flatMap((at, place) => (at === undefined ? [] : [{ place, at }]))
      .sort((a, b) => a.at - b.at || a.place - b.place)
    const [first] = stops
    if (row.created !== undefined && (!first || (row.created < first.at && first.place > 0)))
      stops.unshift({ place: 0, at: row.created })
    const stands = row.state === '' ? -1 : indexOf(row.state)
    const last = stops[stops.length - 1]
    if (stands >= 0 && last?.place !== stands)
      stops.push({ place: stands, at: row.since ?? last?.at ?? row.created ?? now })
    return stops
  }

  function fromChanges(row: RowMoments) {
    const changes = [...row.changes].sort((a, b) => a.at - b.at)
    const [first] = changes
    const usual = [...births].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
    const born = Math.max(0, indexOf(first?.from || row.state || usual))
    const at = Math.min(row.created ?? first?.at ?? now, first?.at ?? Infinity)
    return [{ place: born, at }, ...changes.map((change) => ({ place: indexOf(change.to), at: change.at }))]
  }

  function fromDates(row: RowMoments) {
    const given = row.state === '' ? -1 : indexOf(row.state)
    const done = firstOf('done')
    const doing = firstOf('active', 'waiting')
    const stands =
      given >= 0
        ? given
        : row.finished !== undefined && done >= 0
          ? done
          : row.started !== undefined && doing >= 0
            ? doing
            : 0
    const role = places()[stands]?.role ?? 'backlog'
    const isDone = role === 'done'
    const isBegun = isDone || role === 'active' || role === 'waiting'
    if ((row.finished !== undefined && !isDone) || (row.started !== undefined && !isBegun)) against++
    const stops: { place: number; at: number }[] = []
    const finished = isDone ? row.finished : undefined
    const started =
      row.started === undefined || !isBegun ? undefined : Math.min(row.started, finished ?? Infinity)
    const waiting = firstOf('backlog', 'ready')
    const created = row.created ?? undefined
    if (created !== undefined && waiting >= 0)
      stops.push({ place: role === 'backlog' || role === 'ready' ? stands : waiting, at: created })
    if (started !== undefined && doing >= 0) stops.push({ place: isDone ? doing : stands, at: started })
    if (stops.at(-1)?.place !== stands) {
      const at = finished ?? row.since
      if (at === undefined) undated++
      stops.push({ place: stands, at: at ?? now })
    }
    return stops.map((stop, index) => ({
      ...stop,
      at: Math.min(stop.at, ...stops.slice(index + 1).map((later) => later.at)),
    }))
  }

  return {
    see,
    /** Whether the rows say when work ended and nothing says when it began: then no time from start to finish is known. */
    lacksStart: (): boolean =>
      finishedRows.length > 0 &&
      !has.started &&
      !isLog &&
      options.states.length === 0 &&
      (has.created || options.hasState),
    journeyOf(row: RowMoments): FileStep[] {
      const stops = isLog ? fromChanges(row) : options.states.length > 0 ? fromStates(row) : fromDates(row)
      if (stops.length === 0) undated++
      else dated++
      return stepsOf(stops.length > 0 ? stops : [{ place: 0, at: row.created ?? now }])
    },
    columns: (): FileColumn[] => places().map(({ name }, index) => plainColumn(columnKey(index), name)),
    settings: (): FileSetting[] =>
      places().map(({ role }, index) => columnSetting(columnKey(index), 'role', role, now)),
    remarks: (): Remark[] =>
      remarksOf([
        note('dates-against-state', against),
        note('no-history', undated),
        note(
          'start-unknown',
          !has.started && has.finished && options.states.length === 0 && dated > 0 && has.created
            ? finishedRows.length
            : 0,
        ),
      ]),
  }
}
