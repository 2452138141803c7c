// All texts of a document for searching: their plain words, and which of them have changed.
import * as Y from 'yjs'
import { surface } from './listeners'
import { plainText, textFragment, TEXT_PREFIX } from './text'

export interface Texts {
  /** Ids of the texts that anybody has written in, in no order. */
  ids(): string[]
  /** The plain words of a text; empty where nobody has written. */
  words(id: string): string
  /** Tells after each transaction which texts it changed, if any. */
  subscribe(listener: (ids: ReadonlySet<string>) => void): () => void
}

type AnyType = Y.AbstractType<unknown>

const rootOf = (type: AnyType): AnyType => {
  let root = type
  while (root._item?.parent instanceof Y.AbstractType) root = root._item.parent as AnyType
  return root
}

export function openTexts(doc: Y.Doc): Texts {
  // A root type does not know its name, and looking for it goes through all of them.
  const names = new WeakMap<AnyType, string>()
  const nameOf = (root: AnyType): string => {
    let name = names.get(root)
    if (name === undefined) {
      for (const [key, type] of doc.share) names.set(type as AnyType, key)
      name = names.get(root) ?? ''
    }
    return name
  }
  return {
    ids: () =>
      [...doc.share.keys()].flatMap((name) =>
        name.startsWith(TEXT_PREFIX) ? name.slice(TEXT_PREFIX.length) : [],
      ),
    words: (id) => (doc.share.has(TEXT_PREFIX + id) ? plainText(textFragment(doc, id)) : ''),
    subscribe(listener) {
      const follow = (transaction: Y.Transaction) => {
        const changed = new Set<string>()
        for (const type of transaction.changed.keys()) {
          const name = nameOf(rootOf(type as AnyType))
          if (name.startsWith(TEXT_PREFIX)) changed.add(name.slice(TEXT_PREFIX.length))
        }
        if (changed.size === 0) return
        try {
          listener(changed)
        } catch (error) {
          surface(error)
        }
      }
      doc.on('afterTransaction', follow)
      return () => doc.off('afterTransaction', follow)
    },
  }
}
