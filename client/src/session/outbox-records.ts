// What the outbox keeps on the disk: its keys and the shapes under them, checked when they are read back.
import type { Vector } from '@yokoten/shared/sync'
import type { KeyStore } from './key-store'

export interface RowRecord {
  readonly update: Uint8Array
  readonly edits: number
  readonly vector: Vector | undefined
}
export interface FrameRecord extends RowRecord {
  readonly strand: string
  readonly seq: number
  readonly bytes: Uint8Array
  /** Counts the frames of a document as they are made, over all strands; 0 where an earlier version kept none. */
  readonly order: number
}
export interface StrandRecord {
  readonly strand: string
  /** The last number given; 0: none yet. */
  readonly seq: number
  /** When it was given, milliseconds since 1970. */
  readonly at: number
  /**
   * The first number that was refused of each strand that is therefore not used any more: what stands under it and later
   * ones is sealed again. One kept by an earlier version has none.
   */
  readonly refused?: Readonly<Record<string, number>>
}

/** What is kept of more. */
export const rowRecord = ({ update, edits, vector }: RowRecord): RowRecord => ({ update, edits, vector })
export const frameRecord = ({ strand, seq, bytes, order, ...row }: FrameRecord): FrameRecord => ({
  ...rowRecord(row),
  strand,
  seq,
  bytes,
  order,
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

const isRowRecord = (value: unknown): value is RowRecord =>
  isObject(value) &&
  value.update instanceof Uint8Array &&
  typeof value.edits === 'number' &&
  (value.vector === undefined || value.vector instanceof Map)

const isFrameRecord = (value: unknown): value is Omit<FrameRecord, 'order'> =>
  isRowRecord(value) && 'bytes' in value && value.bytes instanceof Uint8Array && isNumbered(value)

const orderOf = (value: object): number =>
  'order' in value && typeof value.order === 'number' ? value.order : 0

const isStrandRecord = (value: unknown): value is StrandRecord =>
  isNumbered(value) &&
  'at' in value &&
  typeof value.at === 'number' &&
  (!('refused' in value) ||
    (isObject(value.refused) && Object.values(value.refused).every((seq) => typeof seq === 'number')))

const isNumbered = (value: unknown): value is { readonly strand: string; readonly seq: number } =>
  isObject(value) && typeof value.strand === 'string' && typeof value.seq === 'number'

interface Kept<Record> {
  readonly key: string
  readonly record: Record
}

/** What one document's outbox has on the disk; what is damaged there is left out. */
export async function readRecords(
  store: KeyStore,
  keys: ReturnType<typeof outboxKeys>,
): Promise<{
  readonly rows: readonly Kept<RowRecord>[]
  readonly frames: readonly Kept<FrameRecord>[]
  readonly strand: StrandRecord | undefined
}> {
  const [rows, frames, strand] = await Promise.all([
    store.list(keys.rows),
    store.list(keys.frames),
    store.get(keys.strand),
  ])
  return {
    rows: rows.flatMap(({ key, value }) => (isRowRecord(value) ? [{ key, record: value }] : [])),
    frames: frames.flatMap(({ key, value }) =>
      isFrameRecord(value) ? [{ key, record: { ...value, order: orderOf(value) } }] : [],
    ),
    strand: isStrandRecord(strand) ? strand : undefined,
  }
}
