// What the palette lists for the words typed so far: recent acts first, then the page's, then the app's, then things found.
import { isEnabled } from '../input'
import type { Action, FoundThing } from '../input'

export interface PaletteEntry {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly keys?: string
  run(): void
}

export interface PaletteGroup {
  readonly id: string
  readonly name: string
  readonly entries: readonly PaletteEntry[]
}

export interface FoundGroup {
  readonly id: string
  readonly name: string
  readonly things: readonly FoundThing[]
}

interface PaletteNeeds {
  readonly words: string
  readonly actions: readonly Action[]
  readonly recent: readonly string[]
  readonly found: readonly FoundGroup[]
  readonly recentName: string
  readonly otherName: string
}

const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** Every word typed occurs in the label or its heading; better where a word of the label begins with it. */
function rankOf(label: string, heading: string, words: readonly string[]): number | undefined {
  const text = fold(label)
  const all = `${text} ${fold(heading)}`
  if (!words.every((word) => all.includes(word))) return undefined
  if (words.length > 0 && text.startsWith(words[0] as string)) return 0
  return words.every((word) => ` ${text}`.includes(` ${word}`)) ? 1 : 2
}

export function paletteGroups({
  words,
  actions,
  recent,
  found,
  recentName,
  otherName,
}: PaletteNeeds): readonly PaletteGroup[] {
  const asked = fold(words)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const groups = new Map<string, { readonly entry: PaletteEntry; readonly rank: number }[]>()
  const offered = actions.filter((action) => action.id !== 'app.palette' && isEnabled(action))
  const isRecent = (id: string): boolean => asked.length === 0 && recent.includes(id)
  // Pages first, the app's own last; within a group in the order in which they were offered.
  for (const action of [...offered].reverse()) {
    const name = action.group ?? otherName
    const rank = rankOf(action.label, name, asked)
    if (rank === undefined || isRecent(action.id)) continue
    const entry = {
      id: action.id,
      label: action.label,
      run: action.run,
      ...(action.keys?.[0] && { keys: action.keys[0] }),
    }
    groups.set(name, [{ entry, rank }, ...(groups.get(name) ?? [])])
  }
  const acts = [...groups].map(([name, entries]): PaletteGroup => ({
    id: `group ${name}`,
    name,
    entries: entries.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry),
  }))
  const recently = recent.flatMap((id): PaletteEntry[] => {
    const action = isRecent(id) ? offered.find((one) => one.id === id) : undefined
    return action
      ? [{ id, label: action.label, run: action.run, ...(action.keys?.[0] && { keys: action.keys[0] }) }]
      : []
  })
  const things = found
    .filter((group) => group.things.length > 0)
    .map((group): PaletteGroup => ({ id: `found ${group.id}`, name: group.name, entries: group.things }))
  return [
    ...(recently.length > 0 ? [{ id: 'recent', name: recentName, entries: recently }] : []),
    ...acts,
    ...things,
  ]
}
