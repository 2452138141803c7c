// Governed values written: each change is an entry that names what its writer saw, with who, when and why.
import { append } from '../../kernel'
import type { Change, CommandContext } from '../../kernel'
import { settingKey } from '../governed'
import type { SettingKind, SettingScope } from '../governed'
import { settingsLog } from '../records'
import type { BoardSnapshot } from '../snapshot'

export interface SettingChange {
  readonly scope: SettingScope
  readonly what: SettingKind
  readonly value: string | number | null
  readonly why: string
}

/** The entry that sets a value, whether or not it differs from the one that holds. */
export function settle(
  board: Pick<BoardSnapshot, 'settings'> | undefined,
  { scope, what, value, why }: SettingChange,
  context: CommandContext,
): Change {
  const parents = board?.settings.get(settingKey(scope, what))?.heads ?? []
  return append(settingsLog, context.id(), {
    scope,
    what,
    value,
    parents: [...parents],
    why,
    by: context.person,
    ...context.stamp(),
  })
}

/** The same, but nothing where the value holds already and nobody disputes it. */
export function settleIfOther(
  board: BoardSnapshot,
  change: SettingChange,
  context: CommandContext,
): Change[] {
  const governed = board.settings.get(settingKey(change.scope, change.what))
  const same = governed ? governed.holds.value === change.value && !governed.disputed : change.value === null
  return same ? [] : [settle(board, change, context)]
}
