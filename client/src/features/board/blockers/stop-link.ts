// The link that a station's printed code holds: this board, with the stop sheet open and the station chosen.

const PARAMETER = 'stop'

/** The address of a station on the board that `board` (an address) shows. */
export function stopLink(board: string, station: string): string {
  const url = new URL(board)
  url.hash = ''
  url.search = new URLSearchParams({ [PARAMETER]: station }).toString()
  return url.href
}

/** The station that an address's query names, or null. */
export const stopIn = (search: URLSearchParams): string | null => search.get(PARAMETER)

export const withoutStop = (search: URLSearchParams): URLSearchParams => {
  const next = new URLSearchParams(search)
  next.delete(PARAMETER)
  return next
}
