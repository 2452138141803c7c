// Bounds that both sides hold to; a relay may be stricter and says so in its challenge.

const KiB = 1024
const MiB = 1024 * KiB

/** Versions of the protocol that this code speaks, lowest and highest. */
export const PROTOCOL = { min: 2, max: 2 } as const

export const LIMITS = {
  /** Bytes of one socket message once the handshake is over. */
  messageBytes: 16 * MiB,
  /** Bytes of one frame, so that any frame fits a message with what goes around it. */
  frameBytes: 15 * MiB,
  /** Bytes of one presence frame. */
  presenceBytes: 4 * KiB,
  /** Bytes of a frame's contents after decompression, so that a small frame cannot fill the memory. */
  contentBytes: 128 * MiB,
  /** Bytes of a file before it is sealed, and of the sealed and padded blob. */
  fileBytes: 10 * MiB,
  blobBytes: 12 * MiB,
  /** Milliseconds that a proof for a blob may be older or newer than the relay's time. */
  blobProofMs: 5 * 60 * 1_000,
  /** Bytes of the one message that a client may send before it is known. */
  helloBytes: 2 * KiB,
  /** Milliseconds that a client has for its hello. */
  helloMs: 5_000,
  /** Frames in one batch. */
  batchFrames: 1_000,
  /** Bytes of frames after which a sender closes a batch; one larger frame goes alone. */
  batchBytes: 256 * KiB,
  /** Strands in one vector. */
  vectorStrands: 20_000,
  /** Sequence numbers asked for in one request for missing frames. */
  missingSpan: 1_000,
  /** Milliseconds between pings of a client; a side that heard nothing for `silenceMs` gives the connection up. */
  pingMs: 15_000,
  silenceMs: 40_000,
  /** Characters of an Origin and of a token for creating teams. */
  originChars: 255,
  tokenChars: 255,
} as const

/** Waits of the merge, in milliseconds. */
export const WAITS = {
  /** How long a hole in a strand is asked for before what can be integrated is applied. */
  holeMs: 10_000,
  /** The longest random wait before a client refills a relay that lost frames. */
  healMs: 10_000,
  /** Edits of this span are merged into one frame. */
  sealMs: 30,
  /** A strand silent for so long and covered by a snapshot is forgotten. */
  strandMs: 30 * 24 * 60 * 60 * 1_000,
  /** A device whose strand rested for so long takes a new one, well before others forget the old. */
  strandRestMs: 15 * 24 * 60 * 60 * 1_000,
} as const
