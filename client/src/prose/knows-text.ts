// Whether an editor's schema knows all of a text: y-tiptap deletes what it does not know, merely by opening.
import { XmlElement, XmlText } from 'yjs'
import type { XmlFragment } from 'yjs'

interface KnownNames {
  readonly nodes: Readonly<Record<string, unknown>>
  readonly marks: Readonly<Record<string, unknown>>
}

/** A mark's key may carry a suffix that keeps overlapping marks of one kind apart. */
const markName = (key: string): string => key.replace(/--.*$/u, '')

/** True where every node and mark of the text is one of the schema's, so that binding an editor changes nothing. */
export function knowsText(fragment: XmlFragment, schema: KnownNames): boolean {
  return fragment.toArray().every((child) => {
    if (child instanceof XmlText) {
      return child
        .toDelta()
        .every((part: { insert?: unknown; attributes?: Record<string, unknown> }) =>
          typeof part.insert === 'string'
            ? Object.keys(part.attributes ?? {}).every((key) => Object.hasOwn(schema.marks, markName(key)))
            : false,
        )
    }
    return (
      child instanceof XmlElement && Object.hasOwn(schema.nodes, child.nodeName) && knowsText(child, schema)
    )
  })
}
