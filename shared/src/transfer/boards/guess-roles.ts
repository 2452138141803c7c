// What a column is for, guessed from its name and place, because a file does not say. The team may set it right.
import type { ColumnRole } from '../../board'

const NAMES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['done', /\b(done|complete[d]?|finished|shipped|released?|deployed|live|closed|resolved|archived?)\b/iu],
  ['done', /\b((can'?t|won'?t) (fix|do)|cancell?ed|rejected|abgeschlossen|erledigt|fertig)\b/iu],
  ['waiting', /\b(waiting|blocked|on hold|paused|parked|stuck)\b/iu],
  [
    'ready',
    /^(ready|to ?-?do|next|up next|this week|today|sprint|selected|planned|queue|committed|accepted|prioriti[sz]ed|zu tun|offen|open|new|not started)$/iu,
  ],
  ['ready', /^(ready (for|to)|selected for) /iu],
  ['backlog', /\b(backlog|ideas?|icebox|inbox|someday|future|later|wish ?list)\b/iu],
  [
    'active',
    /\b(doing|in ?progress|wip|working|review\w*|test\w*|qa|verify\w*|develop\w*|build\w*|merge|in arbeit)\b/iu,
  ],
  ['active', /^in \p{L}/iu],
]

export const roleNamed = (name: string): ColumnRole | undefined =>
  NAMES.find(([, pattern]) => pattern.test(name.trim()))?.[0]

/**
 * A role for each column, in their order. Columns whose names say nothing count as work only when they stand between a
 * column of work and a column of what is done; without both, nothing is taken for work.
 */
export function guessRoles(names: readonly string[]): ColumnRole[] {
  const named = names.map(roleNamed)
  const start = named.indexOf('active')
  const end = named.lastIndexOf('done')
  return named.map((role, index) => {
    const isBetween = start >= 0 && index > start && index < end
    // What is ready for the next step once work has begun is work that waits.
    if (role === 'ready' && isBetween && /^ready (for|to)\b/iu.test(names[index]?.trim() ?? ''))
      return 'waiting'
    return role ?? (isBetween ? 'active' : 'backlog')
  })
}

/** The same where the columns are known to be the steps of one flow: it begins with the first and ends in the last. */
export function guessFlow(names: readonly string[]): ColumnRole[] {
  const named = names.map(roleNamed)
  const end = named.includes('done') ? named.lastIndexOf('done') : names.length - 1
  const roles: ColumnRole[] = []
  for (const [index, role] of named.entries()) {
    if (index === end) roles.push('done')
    else if (index === 0) roles.push(role === 'active' || role === 'ready' ? role : 'backlog')
    else if (role === 'ready' && roles.includes('active')) roles.push('waiting')
    else roles.push(role ?? (index < end ? 'active' : 'backlog'))
  }
  return roles
}
