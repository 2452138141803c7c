// Prose that several people type at once: one root-level fragment a text, and its plain words for search and reading.
import * as Y from 'yjs'
import { createListeners } from './listeners'

/** What the names of texts begin with, among the names of a document's root types. */
export const TEXT_PREFIX = 'text:'
const PARAGRAPH = 'paragraph'
const LINE_BREAK = 'hardBreak'
/** Elements that stand within a line; every other element is a block and ends one. */
const INLINE = new Set([LINE_BREAK, 'mention', 'emoji', 'image'])

/** Where the text of an id lives. Root-level: a nested one made by two people at once would lose one of them. */
export const textFragment = (doc: Y.Doc, id: string): Y.XmlFragment => doc.getXmlFragment(TEXT_PREFIX + id)

/** True for the root names that texts use. */
export const isTextName = (name: string): boolean => name.startsWith(TEXT_PREFIX)

const stringOf = (text: Y.Text): string =>
  (text.toDelta() as { insert?: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')

/** The words of a fragment, a line a block; nodes it does not know count for their words alone. Never throws. */
export function plainText(fragment: Y.XmlFragment): string {
  let text = ''
  let atLineStart = true
  const open: unknown[] = fragment.toArray().reverse()
  const end = Symbol('end of a block')
  while (open.length > 0) {
    const node = open.pop()
    if (node === end) {
      text += '\n'
      atLineStart = true
    } else if (node instanceof Y.Text) {
      const words = stringOf(node)
      text += words
      atLineStart &&= words === ''
    } else if (node instanceof Y.XmlFragment) {
      const name = node instanceof Y.XmlElement ? node.nodeName : ''
      if (name === LINE_BREAK) text += '\n'
      const isBlock = !INLINE.has(name)
      if (isBlock && !atLineStart) {
        text += '\n'
        atLineStart = true
      }
      const children: unknown[] = node.toArray()
      // A block ends a line of its own; one that only holds blocks does not end a second.
      if (isBlock && !children.some((child) => child instanceof Y.XmlElement && !INLINE.has(child.nodeName)))
        open.push(end)
      open.push(...children.reverse())
    }
  }
  return text.endsWith('\n') ? text.slice(0, -1) : text
}

/** True where nobody has written a word or put in anything but empty paragraphs. */
export const isBlank = (fragment: Y.XmlFragment): boolean =>
  fragment
    .toArray()
    .every(
      (node) =>
        node instanceof Y.XmlElement &&
        node.nodeName === PARAGRAPH &&
        plainText(node) === '' &&
        node.toArray().every((child) => child instanceof Y.Text),
    )

/** Puts paragraphs at the start of a blank fragment. To be called within a transaction. */
export function insertParagraphs(fragment: Y.XmlFragment, paragraphs: readonly string[]): void {
  fragment.insert(
    0,
    paragraphs.map((words) => {
      const paragraph = new Y.XmlElement(PARAGRAPH)
      if (words !== '') paragraph.insert(0, [new Y.XmlText(words)])
      return paragraph
    }),
  )
}

/** A client other than `mine` that has something standing in the fragment, or undefined. */
export function foreignWriter(fragment: Y.XmlFragment, mine: ReadonlySet<number>): number | undefined {
  const open: Y.AbstractType<unknown>[] = [fragment as Y.AbstractType<unknown>]
  for (let type = open.pop(); type; type = open.pop()) {
    for (let item = type._start; item; item = item.right) {
      if (item.deleted) continue
      if (!mine.has(item.id.client)) return item.id.client
      if (item.content instanceof Y.ContentType) open.push(item.content.type as Y.AbstractType<unknown>)
    }
    for (const item of type._map.values())
      if (!item.deleted && !mine.has(item.id.client)) return item.id.client
  }
  return undefined
}

/** The plain words of a text as a value that is told apart by reference and announced when it changes. */
export function openText(
  doc: Y.Doc,
  id: string,
): { get(): string; subscribe(listener: () => void): () => void } {
  const fragment = textFragment(doc, id)
  let known: string | undefined
  const listeners = createListeners()
  let followers = 0
  const changed = () => {
    known = undefined
    listeners.notify()
  }
  return {
    get: () => (followers > 0 ? (known ??= plainText(fragment)) : plainText(fragment)),
    subscribe(listener) {
      if (followers++ === 0) fragment.observeDeep(changed)
      const remove = listeners.add(listener)
      let stopped = false
      return () => {
        if (stopped) return
        stopped = true
        remove()
        if (--followers > 0) return
        fragment.unobserveDeep(changed)
        known = undefined
      }
    },
  }
}
