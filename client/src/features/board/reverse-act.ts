// The opposite of an act that the team decided on, as far as what stood before is known.
import {
  renameColumn,
  restoreCard,
  setLimit,
  setPolicy,
  setRole,
  setWhenFull,
  ROLES,
  FULL_POLICIES,
} from '@yokoten/shared/board'
import type { BoardSnapshot, LimitScope } from '@yokoten/shared/board'
import type { JsonObject, Result } from '@yokoten/shared/kernel'
import type { DocumentHandle } from '../../session/api'

type Run = (handle: DocumentHandle<BoardSnapshot>) => Result<void, { readonly reason: string }>

/** The value that held before a governed one was set: that of the entry which the new one followed. */
function settingBefore(board: BoardSnapshot, ground: JsonObject): string | number | null {
  const parents = Object.entries(ground).find(([place]) => place.startsWith('settings#'))?.[1]
  const parent = Array.isArray(parents) ? parents[0] : undefined
  return (typeof parent === 'string' ? board.basis.tables.settings.get(parent)?.value : null) ?? null
}

const isScope = (value: unknown): value is LimitScope =>
  typeof value === 'object' && value !== null && 'kind' in value && 'id' in value

/** How to take it back; undefined: not by an act of its own. `ground` is what the act was built on. */
export function reversalOf(
  board: BoardSnapshot,
  command: string,
  args: JsonObject,
  ground: JsonObject,
): Run | undefined {
  const { column, card, scope } = args
  const before = settingBefore(board, ground)
  const limit = typeof before === 'number' ? before : null
  switch (command) {
    case setLimit.name:
      if (isScope(scope)) return (handle) => handle.run(setLimit, { scope, limit })
      return typeof column === 'string' ? (handle) => handle.run(setLimit, { column, limit }) : undefined
    case setPolicy.name:
      if (typeof column !== 'string') return undefined
      return (handle) => handle.run(setPolicy, { column, policy: typeof before === 'string' ? before : '' })
    case setRole.name: {
      const role = ROLES.find((one) => one === before)
      return role && typeof column === 'string'
        ? (handle) => handle.run(setRole, { column, role })
        : undefined
    }
    case setWhenFull.name: {
      const whenFull = FULL_POLICIES.find((one) => one === before)
      return whenFull && ((handle) => handle.run(setWhenFull, { whenFull }))
    }
    case renameColumn.name: {
      if (typeof column !== 'string') return undefined
      const name = ground[`columns/${column}/name`]
      return typeof name === 'string' ? (handle) => handle.run(renameColumn, { column, name }) : undefined
    }
    case 'board.archiveCard':
      return typeof card === 'string' ? (handle) => handle.run(restoreCard, { card }) : undefined
    default:
      return undefined
  }
}
