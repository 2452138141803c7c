// Why a relay refuses or hangs up: a number for the wire, a name for the code, the id of a sentence for people.

/** What a client does after a connection ended: at once with jitter, after a long pause, or only after a change. */
export type Retry = 'soon' | 'later' | 'never'

interface CloseReason {
  readonly code: number
  readonly retry: Retry
  readonly sentence: `session.closed.${string}`
}

/**
 * WebSocket close codes of the relay. None lies in 4400 to 4499: y-websocket gives up for good on those,
 * and a document's socket must stay open whatever a relay says.
 */
export const CLOSE = {
  restarting: { code: 4100, retry: 'soon', sentence: 'session.closed.restarting' },
  handshakeTimeout: { code: 4101, retry: 'soon', sentence: 'session.closed.handshakeTimeout' },
  silent: { code: 4102, retry: 'soon', sentence: 'session.closed.silent' },
  tooManyConnections: { code: 4110, retry: 'later', sentence: 'session.closed.tooManyConnections' },
  tooManyTeams: { code: 4111, retry: 'later', sentence: 'session.closed.tooManyTeams' },
  storage: { code: 4112, retry: 'later', sentence: 'session.closed.storage' },
  protocol: { code: 4200, retry: 'later', sentence: 'session.closed.protocol' },
  tooLarge: { code: 4201, retry: 'later', sentence: 'session.closed.tooLarge' },
  version: { code: 4300, retry: 'never', sentence: 'session.closed.version' },
  proof: { code: 4301, retry: 'never', sentence: 'session.closed.proof' },
  origin: { code: 4302, retry: 'never', sentence: 'session.closed.origin' },
  teamRefused: { code: 4303, retry: 'never', sentence: 'session.closed.teamRefused' },
} as const satisfies Record<string, CloseReason>

export type CloseName = keyof typeof CLOSE

/** The relay's reason for a close code, or undefined for a code of the network or of another server. */
export const closeReason = (code: number): CloseReason | undefined =>
  Object.values(CLOSE).find((reason) => reason.code === code)

/** Refusals of a single message or frame; the connection stays. The byte is the wire's. */
export const REFUSALS = {
  /** Other bytes are kept under this strand and seq: take a new strand and seal again. */
  'other-bytes': 1,
  /** The seq is at or below the highest of its strand and its bytes are pruned, so they cannot be compared. */
  pruned: 2,
  /** This connection proved the reader's key only. */
  'view-only': 3,
  'too-large': 4,
  malformed: 5,
  'wrong-team': 6,
  /** The document or the team was closed by a close frame. */
  closed: 7,
  /** The document is not open on this connection. */
  'not-open': 8,
  'too-many-documents': 9,
  'team-full': 10,
  'cannot-store': 11,
  'unknown-message': 12,
  /** A snapshot nobody asked for, or one that covers less than the last. */
  'not-wanted': 13,
} as const

export type Refusal = keyof typeof REFUSALS

/** The id of the sentence for a refusal. */
export const refusalSentence = (refusal: Refusal): `session.refused.${Refusal}` =>
  `session.refused.${refusal}`
