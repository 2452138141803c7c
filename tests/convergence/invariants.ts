// What must hold when everything has come to rest, whatever happened before.
import { boardDocument } from '@yokoten/shared/board'
import type { BoardSnapshot, CardJourney, JourneyEntry } from '@yokoten/shared/board'
import {
  canonicalState,
  containsSnapshot,
  encodeSnapshot,
  hasPending,
  openProjection,
} from '@yokoten/shared/doc'
import type { Collections, DocumentOf, DocumentSpec } from '@yokoten/shared/kernel'
import { mapDocument } from '@yokoten/shared/map'
import { teamDocument } from '@yokoten/shared/team'
import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import type { DocumentHandle } from '../../client/src/session/api'
import { docOf } from './ledger'
import type { Ledger } from './ledger'
import { naiveJourney, naiveRole } from './naive-journey'
import { miscounted } from './naive-limits'
import { naiveCircles } from './naive-circles'
import { BOARD, documentsOf, MAP } from './station'
import type { OpenTab } from './station'

const SPECS: Readonly<Record<string, DocumentOf<never>>> = {
  team: teamDocument as unknown as DocumentOf<never>,
  [BOARD]: boardDocument as unknown as DocumentOf<never>,
  [MAP]: mapDocument as unknown as DocumentOf<never>,
}

const sameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

/** A fresh document with the same state, as after a reload. */
export function reloaded(doc: Y.Doc): Y.Doc {
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
  return fresh
}

/** The state of every document of a tab, by name, as bytes that are equal exactly where replicas are. */
export const statesOf = (tab: OpenTab): ReadonlyMap<string, Uint8Array> =>
  new Map(documentsOf(tab).map(([name, handle]) => [name, canonicalState(docOf(handle))]))

/** What every document of a tab contains, by name. */
export const snapshotsOf = (tab: OpenTab): ReadonlyMap<string, Uint8Array> =>
  new Map(documentsOf(tab).map(([name, handle]) => [name, encodeSnapshot(docOf(handle))]))

/** Says which documents of a tab do not contain all that they should. */
export const lacking = (name: string, tab: OpenTab, snapshots: ReadonlyMap<string, Uint8Array>): string[] =>
  documentsOf(tab).flatMap(([document, handle]) =>
    containsSnapshot(docOf(handle), snapshots.get(document) ?? new Uint8Array())
      ? []
      : [`${name} lacks some of ${document}`],
  )

/** Says in which documents two sets of states differ. */
export function differences(
  name: string,
  states: ReadonlyMap<string, Uint8Array>,
  expected: ReadonlyMap<string, Uint8Array>,
): string[] {
  return [...expected].flatMap(([document, bytes]) => {
    const own = states.get(document)
    return own && sameBytes(own, bytes) ? [] : [`${name} has another ${document}`]
  })
}

/** Tables and maps as plain data; what a snapshot keeps for its own next projection is left out. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Map) return [...(value as Map<string, unknown>)].map(([k, v]) => [k, plain(v)]).sort()
  if (value instanceof Set) return [...(value as Set<unknown>)].sort()
  if (Array.isArray(value)) return value.map(plain)
  if ('ids' in value && 'values' in value && typeof value.values === 'function')
    return [...(value as { values(): Iterable<unknown> }).values()].map(plain)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => key !== 'basis' && typeof part !== 'function')
      .map(([key, part]) => [key, plain(part)]),
  )
}

/** The parts in which an incremental snapshot differs from one made from nothing. */
export function unlikeRebuilt(name: string, handle: DocumentHandle<unknown>, doc: Y.Doc): string[] {
  const spec = SPECS[name]
  if (!spec) return [`${name} is of no known kind`]
  const projection = openProjection(doc, spec as unknown as DocumentSpec<Collections, unknown>)
  const rebuilt = projection.get() as Record<string, unknown>
  const shown = handle.get() as Record<string, unknown>
  projection.destroy()
  return Object.keys({ ...rebuilt, ...shown })
    .filter((key) => key !== 'basis' && typeof shown[key] !== 'function')
    .filter((key) => !isDeepStrictEqual(plain(shown[key]), plain(rebuilt[key])))
    .map((key) => `${name} shows another ${key} than one made from nothing`)
}

/** Every card is listed once: in one half of one column, or put away, or homeless where there is no column. */
function misplacedCards(board: BoardSnapshot): string[] {
  const listed = [
    ...[...board.columns, ...board.archivedColumns].flatMap(({ doing, done }) => [...doing, ...done]),
    ...board.archivedCards,
    ...board.homeless,
  ]
  const times = new Map<string, number>()
  for (const id of listed) times.set(id, (times.get(id) ?? 0) + 1)
  return board.cards
    .ids()
    .filter((id) => times.get(id) !== 1)
    .map((id) => `card ${id} is listed ${times.get(id) ?? 0} times`)
}

/** On a board with lanes every card of a column is in one lane of it, in the column's order; without them in none. */
function misplacedInLanes(board: BoardSnapshot): string[] {
  return [...board.columns, ...board.archivedColumns].flatMap(({ id, cells, doing, done }) => {
    const lanes = board.lanes.map((lane) => lane.id)
    if ((cells === null) !== (lanes.length === 0)) return [`column ${id} has lanes or not`]
    if (cells === null) return []
    if (!same([...cells.keys()].sort(), [...lanes].sort())) return [`column ${id} has other lanes`]
    return (
      [
        ['doing', doing],
        ['done', done],
      ] as const
    ).flatMap(([half, cards]) => {
      const inLanes = [...cells.values()].flatMap((cell) => cell[half])
      const isInOrder = [...cells.values()].every((cell) =>
        same(
          cell[half],
          cards.filter((card) => cell[half].includes(card)),
        ),
      )
      const isWhole = same([...inLanes].sort(), [...cards].sort())
      return isWhole && isInOrder ? [] : [`the lanes of column ${id} have other cards than it`]
    })
  })
}

/** Circles of links, named once for each card in them. */
const circlesOf = (board: BoardSnapshot): string =>
  JSON.stringify([...board.links.circles].sort(([a], [b]) => (a < b ? -1 : 1)))

function wrongCircles(board: BoardSnapshot): string[] {
  const expected = JSON.stringify(naiveCircles(board))
  return circlesOf(board) === expected ? [] : [`circles of links are ${circlesOf(board)}, not ${expected}`]
}

/** A card has come into a column once, however many devices wrote that it did. */
function cameTwice(board: BoardSnapshot): string[] {
  const addings = (card: string) => {
    const added = (board.journeys.get(card)?.entries ?? []).filter(({ kind }) => kind === 'added')
    return 1 + added.length - new Set(added.map(({ to }) => to.column)).size
  }
  return board.cards
    .ids()
    .filter((card) => addings(card) > 1)
    .map((card) => `card ${card} was added ${addings(card)} times`)
}

const same = (a: unknown, b: unknown) => isDeepStrictEqual(a, b)

function wrongJourney(
  journey: CardJourney | undefined,
  entries: readonly JourneyEntry[],
  roleAt: Parameters<typeof naiveJourney>[1],
): string[] {
  if (!journey) return ['is missing']
  const model = naiveJourney(entries, roleAt)
  const claims = journey.conflict?.claims.map(({ id }) => id)
  return [
    ...(same([...journey.heads].sort(), [...model.heads].sort()) ? [] : ['has other heads']),
    ...(journey.last.id === model.last ? [] : ['ends elsewhere']),
    ...(journey.column === model.column && journey.half === model.half ? [] : ['stands elsewhere']),
    ...(claims === undefined || same(claims, model.claims) ? [] : ['has other claims']),
    ...(journey.archived === model.archived ? [] : ['is put away or not']),
    ...(journey.enteredAt === model.enteredAt ? [] : ['came at another time']),
    ...(journey.startedAt === model.startedAt ? [] : ['began at another time']),
    ...(journey.finishedAt === model.finishedAt ? [] : ['ended at another time']),
  ]
}

/** The fold of every card against the naive model. */
function wrongJourneys(board: BoardSnapshot): string[] {
  const entries = new Map<string, JourneyEntry[]>()
  for (const entry of board.basis.tables.journey.values())
    entries.set(entry.card, [...(entries.get(entry.card) ?? []), entry])
  const settings = [...board.basis.tables.settings.values()]
  const roleAt = (column: string, at: number) => naiveRole(settings, column, at)
  return [...entries].flatMap(([card, own]) =>
    wrongJourney(board.journeys.get(card), own, roleAt).map((what) => `the journey of ${card} ${what}`),
  )
}

/** What is wrong with one replica by itself. */
export function replicaFaults(tab: OpenTab, ledger: Ledger): string[] {
  return documentsOf(tab).flatMap(([name, handle]) => {
    const doc = docOf(handle)
    const fresh = reloaded(doc)
    const { changed, kept, badFrames, trouble } = handle.sharing.get()
    return [
      ...(hasPending(doc) ? [`${name} has pending structures`] : []),
      ...ledger.lacking(name, doc).map((what) => `${name} lost ${what}`),
      ...ledger.foreignEntries(name, doc).map((what) => `${name} has ${what}`),
      ...unlikeRebuilt(name, handle, fresh),
      ...(changed + kept === 0 ? [] : [`${name} says ${changed} changed, ${kept} kept`]),
      ...(badFrames === 0 ? [] : [`${name} dropped ${badFrames} frames`]),
      ...(trouble === undefined ? [] : [`${name} says ${trouble}`]),
    ]
  })
}

/** Replicas that name other circles of links than the first one does. */
export function otherCircles(boards: readonly BoardSnapshot[]): string[] {
  const [first, ...others] = boards.map(circlesOf)
  return others.flatMap((circles, index) =>
    circles === first ? [] : [`device ${index + 1} has other circles`],
  )
}

/** What is wrong with a board, which is the same on every replica once their states are. */
export const boardFaults = (board: BoardSnapshot): string[] => [
  ...misplacedCards(board),
  ...misplacedInLanes(board),
  ...miscounted(board),
  ...wrongCircles(board),
  ...cameTwice(board),
  ...wrongJourneys(board),
]
