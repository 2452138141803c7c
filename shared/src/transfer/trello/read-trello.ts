// Reading a Trello export: the file's text to a board, or why it is none, in words that name the field or the line.
import * as v from 'valibot'
import { isJsonObject, ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import { trelloExport } from './schema'
import type { TrelloBoard } from './schema'

/** Largest file that is read, in bytes; a board of 10,000 cards with its last thousand acts has some 40 MB. */
export const TRELLO_BYTES_LIMIT = 64 * 1024 * 1024

export type TrelloRefused =
  | { readonly reason: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly reason: 'empty' }
  /** It begins like an export and stops in the middle. */
  | { readonly reason: 'truncated' }
  /** `line` counts from 1, where it is known. */
  | { readonly reason: 'not-json'; readonly line: number | undefined }
  /** JSON, but a board's `missing` is not in it. */
  | { readonly reason: 'not-trello'; readonly missing: string }
  /** An export, but this field cannot be used: `cards[3].idList`. */
  | { readonly reason: 'bad-field'; readonly field: string }

/** Whether a file is too large, asked before any of it is read. */
export const refuseSize = (bytes: number): TrelloRefused | undefined =>
  bytes > TRELLO_BYTES_LIMIT ? { reason: 'too-large', bytes, limit: TRELLO_BYTES_LIMIT } : undefined

function lineOf(text: string, error: unknown): number | undefined {
  const message = error instanceof Error ? error.message : ''
  const line = /line (\d+)/.exec(message)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length
}

function parseJson(text: string): Result<unknown, TrelloRefused> {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') return refused({ reason: 'empty' })
  try {
    return ok(JSON.parse(trimmed))
  } catch (error) {
    const isCut = trimmed.startsWith('{') && !isBalanced(trimmed)
    return refused(isCut ? { reason: 'truncated' } : { reason: 'not-json', line: lineOf(trimmed, error) })
  }
}

/** Whether every bracket and string that is opened is closed again. */
function isBalanced(text: string): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (inString) {
      if (char === 0x5c) i++
      else if (char === 0x22) inString = false
    } else if (char === 0x22) inString = true
    else if (char === 0x7b || char === 0x5b) depth++
    else if (char === 0x7d || char === 0x5d) depth--
  }
  return depth <= 0 && !inString
}

const fieldPath = (path: readonly { readonly key?: unknown }[]): string =>
  path.reduce((text, { key }) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')

/** Reads an export. Nothing is written; the same text always gives the same board. */
export function readTrello(text: string): Result<TrelloBoard, TrelloRefused> {
  const tooLarge = refuseSize(text.length)
  if (tooLarge) return refused(tooLarge)
  const json = parseJson(text)
  if (!json.ok) return json
  if (!isJsonObject(json.value)) return refused({ reason: 'not-trello', missing: 'lists' })
  for (const name of ['lists', 'cards'])
    if (!Array.isArray(json.value[name])) return refused({ reason: 'not-trello', missing: name })
  const read = v.safeParse(trelloExport, json.value, { abortEarly: true })
  if (read.success) return ok(read.output)
  return refused({ reason: 'bad-field', field: fieldPath(read.issues[0].path ?? []) })
}
