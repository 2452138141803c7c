// A small document kind for the tests of doc: rows with sets, a log with heads, text, and a projection that shares.
import * as v from 'valibot'
import type { CommandContext, Dirty, EntryOf, RowOf, Tables } from '../../kernel'
import { append, defineDocument, defineLog, defineRows, field, ok, refused } from '../../kernel'

export const plants = defineRows({
  name: 'plants',
  fields: {
    name: field(v.pipe(v.string(), v.maxLength(40)), ''),
    height: field(v.pipe(v.number(), v.minValue(0)), 0),
    place: field(v.nullable(v.object({ x: v.number(), y: v.number() })), null),
  },
  sets: { tags: v.literal(true), notes: v.object({ words: v.string(), at: v.number() }) },
})

export const beds = defineRows({ name: 'beds', fields: { title: field(v.string(), 'Bed') } })

export const moves = defineLog({
  name: 'moves',
  entry: v.object({
    plant: v.string(),
    bed: v.string(),
    parents: v.array(v.string()),
    order: v.pipe(v.number(), v.safeInteger()),
  }),
})

const collections = { plants, beds, moves }
type GardenCollections = typeof collections
export type Plant = RowOf<typeof plants>
export type Move = EntryOf<typeof moves>

export interface GardenSnapshot {
  readonly plants: ReadonlyMap<string, Plant>
  /** The last move of every plant, by (order, id). */
  readonly lastMoves: ReadonlyMap<string, Move>
  readonly tall: readonly string[]
}

const isLater = (a: Move, b: Move | undefined): boolean =>
  !b || a.order > b.order || (a.order === b.order && a.id > b.id)

/** From the tables alone; the tests compare the incremental projection with it. */
export function projectFromNothing(tables: Tables<GardenCollections>): GardenSnapshot {
  const lastMoves = new Map<string, Move>()
  for (const move of tables.moves.values()) {
    if (isLater(move, lastMoves.get(move.plant))) lastMoves.set(move.plant, move)
  }
  return {
    plants: new Map([...tables.plants.values()].map((plant) => [plant.id, plant])),
    lastMoves: new Map([...lastMoves].sort(([a], [b]) => (a < b ? -1 : 1))),
    tall: [...tables.plants.values()].filter((plant) => plant.height > 10).map((plant) => plant.id),
  }
}

function project(
  previous: GardenSnapshot | undefined,
  tables: Tables<GardenCollections>,
  dirty: Dirty<GardenCollections>,
): GardenSnapshot {
  if (!previous || dirty.beds) return projectFromNothing(tables)
  let { plants: rows, tall, lastMoves } = previous
  if (dirty.plants) {
    const next = new Map(rows)
    for (const id of dirty.plants) {
      const plant = tables.plants.get(id)
      if (plant) next.set(id, plant)
      else next.delete(id)
    }
    rows = new Map([...next].sort(([a], [b]) => (a < b ? -1 : 1)))
    tall = [...rows.values()].filter((plant) => plant.height > 10).map((plant) => plant.id)
  }
  if (dirty.moves) {
    const news = dirty.moves
    const isOnlyNews =
      [...news].every((id) => tables.moves.has(id)) &&
      ![...lastMoves.values()].some((move) => news.has(move.id))
    if (!isOnlyNews) lastMoves = projectFromNothing(tables).lastMoves
    else {
      const next = new Map(lastMoves)
      for (const id of dirty.moves) {
        const move = tables.moves.get(id) as Move
        if (isLater(move, next.get(move.plant))) next.set(move.plant, move)
      }
      lastMoves = new Map([...next].sort(([a], [b]) => (a < b ? -1 : 1)))
    }
  }
  return { plants: rows, tall, lastMoves }
}

export const garden = defineDocument({
  kind: 'garden',
  version: 1,
  collections,
  project,
  revert: {
    moves(snapshot: GardenSnapshot, entryId: string, context: CommandContext) {
      const head = [...snapshot.lastMoves.values()].find((move) => move.id === entryId)
      if (!head) return refused({ reason: 'superseded' as const })
      return ok([
        append(moves, context.id(), {
          plant: head.plant,
          bed: 'back',
          parents: [entryId],
          order: context.stamp().order,
        }),
      ])
    },
  },
})

/** A context without a device: ids and stamps count upwards. */
export function testContext(prefix = 'c'): () => CommandContext {
  let count = 0
  return () => ({
    person: prefix,
    stamp: () => ({ at: count, order: 1e9 + ++count }),
    id: () => `${prefix}${++count}`,
    random: (n) => new Uint8Array(n),
  })
}
