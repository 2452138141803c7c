// A text shown without an editor: for viewers, and for texts with parts that this version does not know.
import { createElement, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { XmlElement, XmlText } from 'yjs'
import type { XmlFragment } from 'yjs'
import { webAddress } from '@yokoten/shared/kernel'
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

/** The address of a link's mark, where it is one of the web. */
const addressOf = (mark: unknown): string | undefined =>
  typeof mark === 'object' && mark !== null && 'href' in mark && typeof mark.href === 'string'
    ? webAddress(mark.href)
    : undefined

function render(node: unknown, key: number): ReactNode {
  if (node instanceof XmlText) {
    return node
      .toDelta()
      .map((part: { insert?: unknown; attributes?: Record<string, unknown> }, index: number) =>
        Object.keys(part.attributes ?? {}).reduce<ReactNode>(
          (inner, mark) => {
            const tag = MARKS[mark]
            const address = mark === 'link' ? addressOf(part.attributes?.[mark]) : undefined
            if (address !== undefined)
              return createElement(
                'a',
                {
                  key: `${key}.${index}.${mark}`,
                  href: address,
                  target: '_blank',
                  rel: 'noopener noreferrer',
                },
                inner,
              )
            return tag ? createElement(tag, { key: `${key}.${index}.${mark}` }, inner) : inner
          },
          typeof part.insert === 'string' ? part.insert : '',
        ),
      )
  }
  if (!(node instanceof XmlElement)) return null
  const level = Number(node.getAttribute('level'))
  const tag = node.nodeName === 'heading' && level === 1 ? 'h3' : (ELEMENTS[node.nodeName] ?? 'div')
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
