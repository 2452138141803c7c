// JSON as other tools save it, and where it went wrong, in words that name the field or the line.
import * as v from 'valibot'
import { ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import type { FileRefused, Tool } from './refusals'

function lineOf(text: string, error: unknown): number | undefined {
  const message = error instanceof Error ? error.message : ''
  const line = /line (\d+)/.exec(message)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length
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

export function parseJson(text: string): Result<unknown, FileRefused> {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') return refused({ reason: 'empty' })
  try {
    return ok(JSON.parse(trimmed))
  } catch (error) {
    const isCut = trimmed.startsWith('{') && !isBalanced(trimmed)
    return refused(isCut ? { reason: 'truncated' } : { reason: 'not-json', line: lineOf(trimmed, error) })
  }
}

const fieldPath = (path: readonly { readonly key?: unknown }[]): string =>
  path.reduce((text, { key }) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')

/** A value as a tool's schema has it, or the first field that is not. */
export function readAs<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  tool: Tool,
): Result<T, FileRefused> {
  const read = v.safeParse(schema, value, { abortEarly: true })
  if (read.success) return ok(read.output)
  return refused({ reason: 'bad-field', tool, field: fieldPath(read.issues[0].path ?? []) })
}

/** Parts of schemas for files that one cannot rely on: what is missing or odd has a value to stand in. */
export const lax = {
  text: v.fallback(v.string(), ''),
  optionalText: v.fallback(v.nullable(v.string()), null),
  number: v.fallback(v.number(), 0),
  flag: v.fallback(v.boolean(), false),
  id: v.pipe(v.string(), v.minLength(1)),
  ids: v.fallback(v.array(v.string()), []),
  /** How many there are, whatever they are. */
  counted: v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((values) => values.length),
    ),
    0,
  ),
  /** A list of things of which the ones that cannot be read are left out. */
  list: <T>(item: v.GenericSchema<unknown, T>) =>
    v.pipe(
      v.fallback(v.array(v.unknown()), []),
      v.transform((values) =>
        values.flatMap((value) => {
          const read = v.safeParse(item, value)
          return read.success ? [read.output] : []
        }),
      ),
    ),
  /** The same of an object's values, whatever their names. */
  values: <T>(item: v.GenericSchema<unknown, T>) =>
    v.fallback(
      v.pipe(
        v.unknown(),
        v.transform((value) =>
          (typeof value === 'object' && value !== null ? Object.values(value) : []).flatMap(
            (one: unknown) => {
              const read = v.safeParse(item, one)
              return read.success ? [read.output] : []
            },
          ),
        ),
      ),
      [],
    ),
}

/** Milliseconds since 1970 of a text that says date, time and zone, or undefined. */
export function timeOf(text: string | null | undefined): number | undefined {
  const time = text === null || text === undefined || text === '' ? NaN : Date.parse(text)
  return Number.isFinite(time) ? time : undefined
}
