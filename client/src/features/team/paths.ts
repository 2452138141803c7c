// Where this room's pages lead to: addresses that the app builds and hands in.
export interface TeamPaths {
  /** The team's own page. */
  readonly team: string
  readonly purpose: string
  readonly leading: string
  readonly line: string
  readonly card: (board: string, card: string) => string
  readonly step: (map: string, node: string) => string
}
