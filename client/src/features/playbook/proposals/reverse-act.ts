// The opposite of a change of a rule that the team decided on: what held before it.
import type { JsonObject, Result } from '@yokoten/shared/kernel'
import { setRule } from '@yokoten/shared/playbook'
import type { Condition, PlaybookSnapshot } from '@yokoten/shared/playbook'
import type { DocumentHandle } from '../../../session/api'

type Run = (handle: DocumentHandle<PlaybookSnapshot>) => Result<void, { readonly reason: string }>

/** How to take it back; undefined: not by an act of its own. */
export function reversalOfRule(
  playbook: PlaybookSnapshot,
  command: string,
  args: JsonObject,
  ground: JsonObject,
): Run | undefined {
  if (command !== setRule.name || typeof args.act !== 'string') return undefined
  const { act } = args
  const parents = ground['rules#0']
  const parent = Array.isArray(parents) ? parents[0] : undefined
  const value = (typeof parent === 'string' ? playbook.tables.rules.get(parent)?.value : null) ?? null
  const condition = (args.condition ?? {}) as Condition
  return (handle) => handle.run(setRule, { act, condition, value })
}
