// Stations: named places at which work stops, each with a printed code that opens the stop sheet.
import { defineCommand, ok, refused, set } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { stationRows } from '../records-structure'
import type { BoardSnapshot } from '../snapshot'
import { addNamed, rename } from './named-rows'
import type { NotThere, WordsRefused } from './refusals'

export const addStation = defineCommand(
  'board.addStation',
  (
    board: BoardSnapshot,
    args: { readonly name: string; readonly id?: string },
    context,
  ): Result<Change[], WordsRefused> => addNamed(stationRows, board.stations, args, context),
)

export const renameStation = defineCommand(
  'board.renameStation',
  (
    board: BoardSnapshot,
    args: { readonly id: string; readonly name: string },
  ): Result<Change[], NotThere | WordsRefused> =>
    board.stations.some((one) => one.id === args.id)
      ? rename(stationRows, args.id, args.name)
      : refused({ reason: 'station-gone' }),
)

/** Puts a station away. Its printed code says that it is no longer in use; stops that were raised there keep it. */
export const archiveStation = defineCommand(
  'board.archiveStation',
  (board: BoardSnapshot, args: { readonly id: string }): Result<Change[], NotThere> =>
    board.stations.some((one) => one.id === args.id)
      ? ok([set(stationRows, args.id, 'archived', true)])
      : refused({ reason: 'station-gone' }),
)
