// The link that a station's printed code holds: this board, with the stop sheet open and the station chosen.

const PARAMETER = 'stop'

/** The address of a station on the board that `board` (an address) shows. */
export function stopLink(board: string, station: string): string {
  const url = new URL(board)
  url.hash = ''
  url.search = new URLSearchParams({ [PARAMETER]: station }).toString()
  return url.href
}

/** Where a station's code leads inside the app: its board, and the station there. Undefined for any other code. */
export function stationOf(code: string): { readonly board: string; readonly station: string } | undefined {
  const url = URL.canParse(code) ? new URL(code) : undefined
  const station = url && stopIn(url.searchParams)
  return station && /^\/t\/[^/]+\/board\/[^/]+$/.test(url.pathname)
    ? { board: url.pathname, station }
    : undefined
}

/** The station that an address's query names, or null. */
export const stopIn = (search: URLSearchParams): string | null => search.get(PARAMETER)

export const withoutStop = (search: URLSearchParams): URLSearchParams => {
  const next = new URLSearchParams(search)
  next.delete(PARAMETER)
  return next
}
