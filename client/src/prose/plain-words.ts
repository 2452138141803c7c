// A text's words without their look, a line for each paragraph, heading, list item or line of code.
import { XmlElement, XmlText } from 'yjs'

const BLOCKS = new Set(['paragraph', 'heading', 'codeBlock'])

/** The lines of a text as the document keeps it; what is no text gives none. */
export function plainWords(fragment: unknown): string {
  const lines: string[] = []
  const words = (node: unknown): string => {
    if (node instanceof XmlText)
      return node
        .toDelta()
        .map((part: { insert?: unknown }) => (typeof part.insert === 'string' ? part.insert : ''))
        .join('')
    if (node instanceof XmlElement && node.nodeName === 'hardBreak') return '\n'
    return node instanceof XmlElement ? node.toArray().map(words).join('') : ''
  }
  const walk = (node: unknown): void => {
    if (node instanceof XmlElement && BLOCKS.has(node.nodeName)) lines.push(words(node))
    else if (
      node !== null &&
      typeof node === 'object' &&
      'toArray' in node &&
      typeof node.toArray === 'function'
    )
      for (const child of node.toArray() as unknown[]) walk(child)
  }
  walk(fragment)
  return lines.join('\n').trim()
}
