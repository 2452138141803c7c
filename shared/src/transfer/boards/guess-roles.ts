// What a list is for, guessed from its name and place, because an export does not say. The team may set it right.
import type { ColumnRole } from '../../board'
import type { TrelloList } from './schema'

const NAMES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['done', /\b(done|complete[d]?|finished|shipped|released?|deployed|live|closed|archived?)\b/iu],
  ['waiting', /\b(waiting|blocked|on hold|paused|parked|stuck)\b/iu],
  ['ready', /^(ready|to ?-?do|next|up next|this week|today|sprint|selected|planned|queue)$/iu],
  ['backlog', /\b(backlog|ideas?|icebox|inbox|someday|future|later|wish ?list)\b/iu],
  [
    'active',
    /\b(doing|in ?progress|wip|working|review\w*|test\w*|qa|verify\w*|develop\w*|build\w*|merge)\b/iu,
  ],
]

/**
 * A role for each list, in their order. Lists whose names say nothing count as work only when they stand between a
 * list of work and a list of what is done; without both, nothing is taken for work.
 */
export function guessRoles(lists: readonly TrelloList[]): ColumnRole[] {
  const named = lists.map((list) => NAMES.find(([, pattern]) => pattern.test(list.name.trim()))?.[0])
  const start = named.indexOf('active')
  const end = named.lastIndexOf('done')
  return named.map(
    (role, index) => role ?? (start >= 0 && index > start && index < end ? 'active' : 'backlog'),
  )
}
