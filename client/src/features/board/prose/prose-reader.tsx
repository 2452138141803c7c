// A text shown without an editor: for viewers, and for texts with parts that this version does not know.
import { createElement, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { XmlElement, XmlText } from 'yjs'
import type { XmlFragment } from 'yjs'
import styles from './prose.module.css'

const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  heading: 'h4',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  horizontalRule: 'hr',
  hardBreak: 'br',
}
const MARKS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
  underline: 'u',
}

function render(node: unknown, key: number): ReactNode {
  if (node instanceof XmlText) {
    return node
      .toDelta()
      .map((part: { insert?: unknown; attributes?: Record<string, unknown> }, index: number) =>
        Object.keys(part.attributes ?? {}).reduce<ReactNode>(
          (inner, mark) => {
            const tag = MARKS[mark]
            return tag ? createElement(tag, { key: `${key}.${index}.${mark}` }, inner) : inner
          },
          typeof part.insert === 'string' ? part.insert : '',
        ),
      )
  }
  if (!(node instanceof XmlElement)) return null
  const tag = ELEMENTS[node.nodeName] ?? 'div'
  return createElement(tag, { key }, tag === 'hr' || tag === 'br' ? undefined : node.toArray().map(render))
}

/** The text's version as React sees it: its serialised words, read again after each change. */
function useWords(fragment: XmlFragment): string {
  return useSyncExternalStore(
    (listener) => {
      fragment.observeDeep(listener)
      return () => fragment.unobserveDeep(listener)
    },
    () => fragment.toString(),
  )
}

export function ProseReader({ fragment, label }: { fragment: XmlFragment; label: string }) {
  useWords(fragment)
  return (
    <div className={styles.words} role="region" aria-label={label}>
      {fragment.toArray().map(render)}
    </div>
  )
}
