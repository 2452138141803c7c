// How the log's records are laid out in an ordered store: keys that sort by document and sequence, compact values.
import { bytesToHex, concatBytes, hexToBytes } from '@yokoten/shared/sync'
import type { DocumentName } from './port'

const tag = (letter: string) => Uint8Array.of(letter.charCodeAt(0))
/** Ids turned into bytes lately: the same few come with every frame. */
const ids = new Map<string, Uint8Array>()
const IDS = 10_000
const id = (hex: string): Uint8Array => {
  const known = ids.get(hex)
  if (known) return known
  const bytes = hexToBytes(hex)
  if (bytes?.length !== 16) throw new RangeError('not an id of 16 bytes')
  if (ids.size >= IDS) ids.clear()
  ids.set(hex, bytes)
  return bytes
}
const number = (value: number, width: number): Uint8Array => {
  const bytes = new Uint8Array(width)
  let rest = value
  for (let i = width - 1; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return bytes
}
const readNumber = (bytes: Uint8Array, at: number, width: number): number => {
  let value = 0
  for (let i = 0; i < width; i++) value = value * 256 + (bytes[at + i] ?? 0)
  return value
}

const SEQUENCE = 6
const SEQ = 4
const ofDocument = (letter: string, { team, doc }: DocumentName, ...rest: Uint8Array[]) =>
  concatBytes(tag(letter), id(team), id(doc), ...rest)

export const generationKey = tag('g')
export const teamKey = (team: string) => concatBytes(tag('t'), id(team))
export const documentKey = (name: DocumentName) => ofDocument('d', name)
export const frameKey = (name: DocumentName, sequence: number) =>
  ofDocument('f', name, number(sequence, SEQUENCE))
export const snapshotKey = (name: DocumentName, covers: number) =>
  ofDocument('s', name, number(covers, SEQUENCE))
/** Where the frame with this strand and seq lies. */
export const placeKey = (name: DocumentName, strand: string, seq: number) =>
  ofDocument('i', name, id(strand), number(seq, SEQ))
export const strandKey = (name: DocumentName, strand: string) => ofDocument('n', name, id(strand))
/** Bounds of all strands of a document. */
export const strandRange = (name: DocumentName): [Uint8Array, Uint8Array] => [
  ofDocument('n', name),
  concatBytes(ofDocument('n', name), new Uint8Array(17).fill(255)),
]
/** Bounds of all documents. */
export const documentRange: [Uint8Array, Uint8Array] = [tag('d'), tag('e')]

export const readDocumentKey = (key: Uint8Array): DocumentName => ({
  team: bytesToHex(key.subarray(1, 17)),
  doc: bytesToHex(key.subarray(17, 33)),
})
export const readStrandKey = (key: Uint8Array): string => bytesToHex(key.subarray(33, 49))
export const readFrameKey = (key: Uint8Array): number => readNumber(key, 33, SEQUENCE)

/** A frame with its own number, the bytes of all frames of the document up to and with it, and the mark of its place. */
export interface FrameRecord {
  readonly strand: string
  readonly seq: number
  readonly total: number
  readonly mark: string
  readonly bytes: Uint8Array
}

const MARK_AT = 16 + SEQ + SEQUENCE

export const writeFrame = ({ strand, seq, total, mark, bytes }: FrameRecord): Uint8Array =>
  concatBytes(id(strand), number(seq, SEQ), number(total, SEQUENCE), id(mark), bytes)

export const readFrame = (value: Uint8Array): FrameRecord => ({
  strand: bytesToHex(value.subarray(0, 16)),
  seq: readNumber(value, 16, SEQ),
  total: readNumber(value, 16 + SEQ, SEQUENCE),
  mark: bytesToHex(value.subarray(MARK_AT, MARK_AT + 16)),
  bytes: value.subarray(MARK_AT + 16),
})

/** A snapshot has the mark of the place up to which it reaches. */
export interface SnapshotRecord {
  readonly mark: string
  readonly bytes: Uint8Array
}

export const writeSnapshot = ({ mark, bytes }: SnapshotRecord): Uint8Array => concatBytes(id(mark), bytes)
export const readSnapshot = (value: Uint8Array): SnapshotRecord => ({
  mark: bytesToHex(value.subarray(0, 16)),
  bytes: value.subarray(16),
})

/** The id of a log, behind the version of what is written here. */
const FORMAT = 2
export const writeGeneration = (generation: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(FORMAT), generation)
/** Undefined where another version of the relay wrote it. */
export const readGeneration = (value: Uint8Array): string | undefined =>
  value.length === 17 && value[0] === FORMAT ? bytesToHex(value.subarray(1)) : undefined

export const writePlace = (sequence: number): Uint8Array => number(sequence, SEQUENCE)
export const readPlace = (value: Uint8Array): number => readNumber(value, 0, SEQUENCE)

export const writeJson = (value: object): Uint8Array => Buffer.from(JSON.stringify(value))
export const readJson = (value: Uint8Array): unknown =>
  JSON.parse(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8'))
