// What the board's short named lists have in common: reasons, stations, lanes and views are added and renamed alike.
import { create, ok, set } from '../../kernel'
import type { Change, CommandContext, FieldSpec, Result, RowsSpec } from '../../kernel'
import { NAME_LIMIT } from '../record-parts'
import { rankAtEnd } from './ranking'
import type { Ranked } from './ranking'
import type { WordsRefused } from './refusals'
import { tidyLine } from './words'

type Named = RowsSpec<{ readonly name: FieldSpec<string> }, Record<never, never>>
type NamedInOrder = RowsSpec<
  { readonly name: FieldSpec<string>; readonly rank: FieldSpec<string> },
  Record<never, never>
>

/** A row with a name, at the end of its list. */
export function addNamed(
  rows: NamedInOrder,
  list: readonly Ranked[],
  args: { readonly id?: string; readonly name: string },
  context: CommandContext,
): Result<Change[], WordsRefused> {
  const name = tidyLine(args.name, NAME_LIMIT)
  if (!name.ok) return name
  const rank = rankAtEnd(list, context.random)
  return ok([create(rows, args.id ?? context.id(), { name: name.value, rank })])
}

/** Another name for a row that is there. */
export function rename(rows: Named, id: string, words: string): Result<Change[], WordsRefused> {
  const name = tidyLine(words, NAME_LIMIT)
  return name.ok ? ok([set(rows, id, 'name', name.value)]) : name
}
