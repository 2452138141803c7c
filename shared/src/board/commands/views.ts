// Saved views: filters that somebody gave a name, shared by the team.
import { create, defineCommand, ok, refused, set } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { filterFromText, filterToText } from '../filter'
import { NAME_LIMIT } from '../record-parts'
import { viewRows } from '../records-structure'
import type { ViewRow } from '../records-structure'
import type { BoardSnapshot } from '../snapshot'
import { rename } from './named-rows'
import { rankAtEnd } from './ranking'
import type { ViewGone, WordsRefused } from './refusals'
import { tidyLine } from './words'

const openView = (board: BoardSnapshot, id: string): Result<ViewRow, ViewGone> => {
  const row = board.views.find((view) => view.id === id)
  return row ? ok(row) : refused({ reason: 'view-gone' })
}

/** Gives a filter, as the text of its address, a name. */
export const addView = defineCommand(
  'board.addView',
  (
    board: BoardSnapshot,
    args: { readonly view?: string; readonly name: string; readonly filter: string },
    context,
  ): Result<Change[], WordsRefused> => {
    const name = tidyLine(args.name, NAME_LIMIT)
    if (!name.ok) return name
    const row = {
      name: name.value,
      filter: filterToText(filterFromText(args.filter)),
      rank: rankAtEnd(board.views, context.random),
      by: context.person,
    }
    return ok([create(viewRows, args.view ?? context.id(), row)])
  },
)

export const renameView = defineCommand(
  'board.renameView',
  (
    board: BoardSnapshot,
    args: { readonly view: string; readonly name: string },
  ): Result<Change[], ViewGone | WordsRefused> => {
    const view = openView(board, args.view)
    if (!view.ok) return view
    return rename(viewRows, args.view, args.name)
  },
)

/** Lets a view show what a filter shows now. */
export const changeView = defineCommand(
  'board.changeView',
  (
    board: BoardSnapshot,
    args: { readonly view: string; readonly filter: string },
  ): Result<Change[], ViewGone> => {
    const view = openView(board, args.view)
    if (!view.ok) return view
    return ok([set(viewRows, args.view, 'filter', filterToText(filterFromText(args.filter)))])
  },
)

export const removeView = defineCommand(
  'board.removeView',
  (board: BoardSnapshot, args: { readonly view: string }): Result<Change[], ViewGone> => {
    const view = openView(board, args.view)
    return view.ok ? ok([set(viewRows, args.view, 'archived', true)]) : view
  },
)
