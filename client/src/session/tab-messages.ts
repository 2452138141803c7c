// What the tabs of one device say to each other about a team.
import type { Sharing } from './api'

export type TabMessage =
  /** A tab is new: who leads? */
  | { readonly kind: 'hello'; readonly tab: string }
  /** This tab leads. `offset` corrects the wall clock, in milliseconds; undefined while no relay has told its time. */
  | {
      readonly kind: 'leader'
      readonly tab: string
      readonly version: string
      readonly offset: number | undefined
    }
  /** A relay has told the leader its time. */
  | { readonly kind: 'time'; readonly offset: number }
  /** A follower shows a document and has what the state vector says. */
  | { readonly kind: 'open'; readonly tab: string; readonly doc: string; readonly vector: Uint8Array }
  | { readonly kind: 'leave'; readonly tab: string; readonly doc: string }
  /** The leader's answer: what the follower lacks. */
  | { readonly kind: 'state'; readonly to: string; readonly doc: string; readonly update: Uint8Array }
  /** An edit of a follower; the leader says when it is kept. */
  | {
      readonly kind: 'edit'
      readonly tab: string
      readonly doc: string
      readonly id: number
      readonly update: Uint8Array
    }
  | { readonly kind: 'kept'; readonly to: string; readonly doc: string; readonly id: number }
  /** Something the leader made or received. */
  | { readonly kind: 'update'; readonly doc: string; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly doc: string; readonly update: Uint8Array }
  | { readonly kind: 'sharing'; readonly doc: string; readonly sharing: Sharing }

/** What is said about one document. */
export type DocumentTabMessage = Extract<TabMessage, { readonly doc: string }>

const KINDS: ReadonlySet<string> = new Set<TabMessage['kind']>([
  'hello',
  'leader',
  'time',
  'open',
  'leave',
  'state',
  'edit',
  'kept',
  'update',
  'presence',
  'sharing',
])

/** A message of a tab of this app version; another version's unknown kinds are passed over. */
export const isTabMessage = (message: unknown): message is TabMessage =>
  typeof message === 'object' &&
  message !== null &&
  'kind' in message &&
  typeof message.kind === 'string' &&
  KINDS.has(message.kind)
