// Any file at all: which tool it is from, and the boards or the table in it, or why it is neither.
import { isJsonObject, ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import type { ReadBoard, ReadOptions } from '../boards'
import { lookAtCsv } from '../csv'
import type { CsvFile } from '../csv'
import { isBoardJson, readBoardJson } from '../export'
import { decodeText } from '../text/decode-text'
import { parseJson } from '../text/json-text'
import { refuseSize } from '../text/refusals'
import type { FileRefused, Tool } from '../text/refusals'
import { readXml } from '../text/xml'
import {
  isDeck,
  isFocalboardLine,
  isJiraJson,
  isJiraXml,
  isWekan,
  readDeck,
  readFocalboard,
  readJiraJson,
  readJiraXml,
  readWekan,
} from '../tools'
import { isTrello, readTrello, trelloToBoard } from '../trello'

export type Opened =
  | { readonly kind: 'boards'; readonly tool: Tool; readonly boards: readonly ReadBoard[] }
  | { readonly kind: 'table'; readonly file: CsvFile }

export interface OpenPorts {
  /**
   * Unpacks the entries of a zip archive that `wants` asks for by name and unpacked size; undefined where it is none.
   * Must give no more bytes than the size that was announced.
   */
  readonly unzip: (
    bytes: Uint8Array,
    wants: (name: string, size: number) => boolean,
  ) => ReadonlyMap<string, Uint8Array> | undefined
}

/** All that is unpacked of one archive, in bytes. */
export const UNPACKED_LIMIT = 128 * 1024 * 1024
const ENTRIES_LIMIT = 1_000

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9
const boards = (tool: Tool, read: readonly ReadBoard[]): Result<Opened, FileRefused> =>
  ok({ kind: 'boards', tool, boards: read })
const board = (tool: Tool, read: Result<ReadBoard, FileRefused>): Result<Opened, FileRefused> =>
  read.ok ? boards(tool, [read.value]) : read

function fromArchive(bytes: Uint8Array, options: ReadOptions, ports: OpenPorts): Result<Opened, FileRefused> {
  let unpacked = 0
  let count = 0
  const entries = ports.unzip(bytes, (name, size) => {
    if (!/(^|\/)board\.jsonl$/iu.test(name)) return false
    unpacked += size
    return ++count <= ENTRIES_LIMIT && unpacked <= UNPACKED_LIMIT
  })
  if (!entries) return refused({ reason: 'not-zip' })
  if (unpacked > UNPACKED_LIMIT) return refused({ reason: 'zip-too-large', limit: UNPACKED_LIMIT })
  if (entries.size === 0) return refused({ reason: 'unknown', format: 'zip' })
  const read: ReadBoard[] = []
  for (const name of [...entries.keys()].sort()) {
    const result = readFocalboard(decodeText(entries.get(name) as Uint8Array).text, options)
    if (!result.ok) return result
    read.push(result.value)
  }
  return boards('focalboard', read)
}

function fromJson(json: unknown, options: ReadOptions): Result<Opened, FileRefused> {
  if (isBoardJson(json)) return board('yokoten', readBoardJson(json, options))
  if (isWekan(json)) return board('wekan', readWekan(json, options))
  if (isDeck(json)) {
    const read = readDeck(json, options)
    return read.ok ? boards('deck', read.value) : read
  }
  if (isJiraJson(json)) return board('jira-json', readJiraJson(json, options))
  if (isTrello(json)) {
    const read = readTrello(json)
    return read.ok ? boards('trello', [trelloToBoard(read.value, options)]) : read
  }
  return refused({ reason: 'unknown', format: 'json' })
}

/** A line of JSON by itself, as archives that were unpacked by hand have them. */
function isLines(text: string): boolean {
  const [first = ''] = text.trimStart().split('\n', 1)
  try {
    return isFocalboardLine(JSON.parse(first))
  } catch {
    return false
  }
}

/** Nothing is written. The same bytes give the same result; none make it throw. */
export function openFile(
  bytes: Uint8Array,
  options: ReadOptions,
  ports: OpenPorts,
): Result<Opened, FileRefused> {
  const tooLarge = refuseSize(bytes.length)
  if (tooLarge) return refused(tooLarge)
  if (isZip(bytes)) return fromArchive(bytes, options, ports)
  const { text } = decodeText(bytes)
  const start = text.trimStart().slice(0, 1)
  if (start === '') return refused({ reason: 'empty' })
  if (start === '{' || start === '[') {
    if (isLines(text)) return board('focalboard', readFocalboard(text, options))
    const json = parseJson(text)
    if (!json.ok) return json
    return isJsonObject(json.value) || Array.isArray(json.value)
      ? fromJson(json.value, options)
      : refused({ reason: 'unknown', format: 'json' })
  }
  if (start === '<') {
    const xml = readXml(text)
    if (!xml.ok) return xml
    return isJiraXml(xml.value)
      ? board('jira-xml', readJiraXml(xml.value, options))
      : refused({ reason: 'unknown', format: 'xml' })
  }
  const table = lookAtCsv(bytes)
  return table.ok ? ok({ kind: 'table', file: table.value }) : table
}
