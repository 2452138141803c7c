// What the outbox keeps on the disk: its keys and the shapes under them, checked when they are read back.
import type { Vector } from '@yokoten/shared/sync'

export interface RowRecord {
  readonly update: Uint8Array
  readonly edits: number
  readonly vector: Vector | undefined
}
export interface FrameRecord extends RowRecord {
  readonly strand: string
  readonly seq: number
  readonly bytes: Uint8Array
}
export interface StrandRecord {
  readonly strand: string
  /** The last number given; 0: none yet. */
  readonly seq: number
  /** When it was given, milliseconds since 1970. */
  readonly at: number
}

/** What is kept of more. */
export const rowRecord = ({ update, edits, vector }: RowRecord): RowRecord => ({ update, edits, vector })
export const frameRecord = ({ strand, seq, bytes, ...row }: FrameRecord): FrameRecord => ({
  ...rowRecord(row),
  strand,
  seq,
  bytes,
})

export const ROWS = 'row/'
export const FRAMES = 'frame/'

/** Keys of one document. Names are encoded, so that no document's keys begin with another's. */
export function outboxKeys(doc: string) {
  const name = encodeURIComponent(doc)
  const pad = (n: number) => String(n).padStart(10, '0')
  return {
    rows: `${ROWS}${name}/`,
    frames: `${FRAMES}${name}/`,
    strand: `strand/${name}`,
    row: (run: string, counter: number) => `${ROWS}${name}/${run}/${pad(counter)}`,
    frame: (strand: string, seq: number) => `${FRAMES}${name}/${strand}/${pad(seq)}`,
  }
}

/** The document that a row's or a frame's key belongs to. */
export const documentOfKey = (key: string): string => decodeURIComponent(key.split('/')[1] ?? '')

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

export const isRowRecord = (value: unknown): value is RowRecord =>
  isObject(value) &&
  value.update instanceof Uint8Array &&
  typeof value.edits === 'number' &&
  (value.vector === undefined || value.vector instanceof Map)

export const isFrameRecord = (value: unknown): value is FrameRecord =>
  isRowRecord(value) && 'bytes' in value && value.bytes instanceof Uint8Array && isNumbered(value)

export const isStrandRecord = (value: unknown): value is StrandRecord =>
  isNumbered(value) && 'at' in value && typeof value.at === 'number'

const isNumbered = (value: unknown): value is { readonly strand: string; readonly seq: number } =>
  isObject(value) && typeof value.strand === 'string' && typeof value.seq === 'number'
