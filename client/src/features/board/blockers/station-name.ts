// The name of a station, also of one that was put away since.
import type { BoardSnapshot } from '@yokoten/shared/board'

/** Empty where there is none. */
export const stationName = (board: BoardSnapshot, station: string | null): string =>
  station === null ? '' : (board.basis.tables.stations.get(station)?.name ?? '')
