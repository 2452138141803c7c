// What the documents of a team in this tab have in common: keys, disk, tabs and links.
import type { HybridClock } from '@yokoten/shared/kernel'
import type { Frames, TeamKeys } from '@yokoten/shared/sync'
import type { Readable } from './api'
import type { KeyStore } from './key-store'
import type { Who } from './peers'
import type { Ports } from './ports'
import type { RelayLink } from './relay-link'
import type { DocumentTabMessage } from './tab-messages'
import type { TabGroup } from './tabs'

export interface TeamHub {
  readonly ports: Ports
  readonly keys: TeamKeys
  readonly frames: Frames
  /** Outbox, cursors and strands; in memory where the page is not in a secure context. */
  readonly store: KeyStore
  readonly clock: HybridClock
  /** Random id of this device in this team, told in presence. */
  readonly device: string
  readonly who: Readable<Who | undefined>
  readonly tabs: TabGroup
  /** Hands over what other tabs say about a document, from now on; the result ends that. */
  listen(document: string, receive: (message: DocumentTabMessage) => void): () => void
  /** Empty in a follower. */
  readonly links: readonly RelayLink[]
}

/** The name of a document's database. */
export const databaseOf = (team: string, document: string): string => `${team}/${document}`
