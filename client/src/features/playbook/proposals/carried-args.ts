// Arguments of a command as a proposal keeps them.
import type { Json, JsonObject } from '@yokoten/shared/kernel'

/** The roster is what a command is checked with; a proposal carries the rule, not the team of that day. */
const NOT_CARRIED = new Set(['roster'])

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON, without what is left out. */
export function carriedArgs(args: unknown): JsonObject {
  const kept = JSON.parse(JSON.stringify(args ?? {})) as Json
  if (!isObject(kept)) return {}
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !NOT_CARRIED.has(name)))
}
