// The app's addresses: built here, read here.
/** `wall`: a board on a screen to look at. */
export type Room = 'board' | 'map' | 'team' | 'settings' | 'wall'

export const ROUTES = {
  join: '/join',
  document: '/t/:team/:room/:id?',
} as const

export const roomPath = (team: string, room: Room): string => `/t/${encodeURIComponent(team)}/${room}`
export const documentPath = (team: string, kind: 'board' | 'map', id: string): string =>
  `${roomPath(team, kind)}/${encodeURIComponent(id)}`

/**
 * Pages of the team's room: whom it works for, how it leads, which work serves what; who can act when, what was
 * decided, and whose turn it is.
 */
export const TEAM_PAGES = ['purpose', 'leading', 'line', 'rules', 'decisions', 'turns'] as const
export type TeamPageName = (typeof TEAM_PAGES)[number]

export const teamPath = (team: string, page: TeamPageName): string => `${roomPath(team, 'team')}/${page}`

/** Everywhere that the line from a customer to the work leads to. */
export const valuePaths = (team: string) => ({
  team: roomPath(team, 'team'),
  purpose: teamPath(team, 'purpose'),
  leading: teamPath(team, 'leading'),
  line: teamPath(team, 'line'),
  card: (board: string, card: string): string =>
    `${documentPath(team, 'board', board)}?card=${encodeURIComponent(card)}`,
  step: (map: string, node: string): string =>
    `${documentPath(team, 'map', map)}?step=${encodeURIComponent(node)}`,
})

/** The pages of "Who can act when". */
export const playbookPaths = (team: string) => ({
  rules: teamPath(team, 'rules'),
  decisions: teamPath(team, 'decisions'),
  turns: teamPath(team, 'turns'),
  card: valuePaths(team).card,
  step: valuePaths(team).step,
})

export const wallPath = (team: string, board: string): string =>
  `${roomPath(team, 'wall')}/${encodeURIComponent(board)}`

export interface Place {
  readonly team: string
  readonly room: Room
  readonly id: string | undefined
}

/** The place inside a team that a link leads to, with what it opens there; whose address it is does not matter here. */
export function pathOfLink(link: string): string | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined
  if (!url?.protocol.startsWith('http') || !placeOf(url.pathname)) return undefined
  return url.pathname + url.search
}

const rooms: readonly string[] = ['board', 'map', 'team', 'settings', 'wall'] satisfies Room[]
const isRoom = (word: string): word is Room => rooms.includes(word)

/** Where an address inside a team leads; undefined where it leads nowhere. A team alone leads to its board. */
export function placeOf(path: string): Place | undefined {
  const parts = path.split('/')
  const [empty, t, team, room = 'board', id, ...rest] = parts
  if (empty !== '' || t !== 't' || !team || rest.length > 0 || !isRoom(room)) return undefined
  try {
    return { team: decodeURIComponent(team), room, id: id ? decodeURIComponent(id) : undefined }
  } catch {
    return undefined
  }
}
