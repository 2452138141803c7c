// A command decides and never writes: snapshot and arguments in, changes or a refusal out.
import type { PermitFor } from './act'
import type { Stamp } from './clock'
import type { Change } from './collection'
import type { RandomBytes } from './ids'
import type { Result } from './result'

/** What a command may know besides its arguments. All of it is handed in, so commands are tested without a device. */
export interface CommandContext {
  /** The person at this device. */
  readonly person: string
  /** A fresh stamp: later in `order` than every earlier one. */
  stamp(): Stamp
  /** A fresh internal id. */
  id(): string
  readonly random: RandomBytes
  /** What the team has agreed about an act of this person; missing where nobody can be asked, and all is free. */
  readonly permit?: PermitFor
}

export interface Command<S, A, R> {
  /** `room.verb`, unique; kept in proposals together with the version. */
  readonly name: string
  readonly version: number
  readonly decide: (snapshot: S, args: A, context: CommandContext) => Result<Change[], R>
  /** Nobody's own act, see `defineDeferred`. */
  readonly isDeferred?: true
}

/** Names a decision. `R` is the union of its refusals, each an object with a `reason`. */
export const defineCommand = <S, A, R>(
  name: string,
  decide: (snapshot: S, args: A, context: CommandContext) => Result<Change[], R>,
  version = 1,
): Command<S, A, R> => ({ name, version, decide })

/**
 * Names a deferred act: what follows from entries and a time, whoever writes it. It uses nothing of the context, so
 * that many writers write the same bytes, and nobody takes it back by undo.
 */
export const defineDeferred = <S, A, R>(
  name: string,
  decide: (snapshot: S, args: A) => Result<Change[], R>,
  version = 1,
): Command<S, A, R> => ({ name, version, decide, isDeferred: true })

/** The commands among a module's exports, those of acts on several rows included, by name: a proposal keeps names. */
export function commandsByName<S>(
  exports: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Command<S, never, unknown>> {
  const isCommand = (value: unknown): value is Command<S, never, unknown> =>
    typeof value === 'object' && value !== null && 'decide' in value && 'name' in value && 'version' in value
  const commands = Object.values(exports).flatMap((value) => {
    const within: unknown =
      typeof value === 'object' && value !== null && 'command' in value ? value.command : value
    return isCommand(within) ? [within] : []
  })
  return new Map(commands.map((command) => [command.name, command]))
}
