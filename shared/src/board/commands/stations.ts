// Stations: named places at which work stops, each with a printed code that opens the stop sheet.
import { create, defineCommand, ok, refused, set } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { NAME_LIMIT } from '../record-parts'
import { stationRows } from '../records-structure'
import type { BoardSnapshot } from '../snapshot'
import { rankAtEnd } from './ranking'
import type { NotThere, WordsRefused } from './refusals'
import { tidyLine } from './words'

export const addStation = defineCommand(
  'board.addStation',
  (
    board: BoardSnapshot,
    args: { readonly name: string; readonly id?: string },
    context,
  ): Result<Change[], WordsRefused> => {
    const name = tidyLine(args.name, NAME_LIMIT)
    if (!name.ok) return name
    const rank = rankAtEnd(board.stations, context.random)
    return ok([create(stationRows, args.id ?? context.id(), { name: name.value, rank })])
  },
)

export const renameStation = defineCommand(
  'board.renameStation',
  (
    board: BoardSnapshot,
    args: { readonly id: string; readonly name: string },
  ): Result<Change[], NotThere | WordsRefused> => {
    if (!board.stations.some((one) => one.id === args.id)) return refused({ reason: 'station-gone' })
    const name = tidyLine(args.name, NAME_LIMIT)
    return name.ok ? ok([set(stationRows, args.id, 'name', name.value)]) : name
  },
)

/** Puts a station away. Its printed code says that it is no longer in use; stops that were raised there keep it. */
export const archiveStation = defineCommand(
  'board.archiveStation',
  (board: BoardSnapshot, args: { readonly id: string }): Result<Change[], NotThere> =>
    board.stations.some((one) => one.id === args.id)
      ? ok([set(stationRows, args.id, 'archived', true)])
      : refused({ reason: 'station-gone' }),
)
