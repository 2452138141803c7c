// The carets of others in a text: a line in the person's colour with their name over it.
import type { Prose } from '../session/api'
import { text } from '../text'

/** Where nobody is known behind a caret, or their colour is none. */
const UNKNOWN_COLOUR = '#56606a'

const lookOf = (who: Prose['who'], client: number) => {
  const person = who(client)
  return { name: person?.name || text('prose.somebody'), colour: person?.colour || UNKNOWN_COLOUR }
}

/** What the editor's caret extension draws with. */
export const caretsOf = (who: Prose['who']) => ({
  cursorBuilder(_user: unknown, client: number): HTMLElement {
    const { name, colour } = lookOf(who, client)
    const caret = document.createElement('span')
    caret.classList.add('ProseMirror-yjs-cursor')
    caret.style.borderColor = colour
    const label = document.createElement('div')
    label.style.backgroundColor = colour
    label.textContent = name
    // Without a joiner on each side the browser would break a line at the caret.
    caret.append('\u2060', label, '\u2060')
    return caret
  },
  selectionBuilder: (_user: unknown, client: number) => ({
    style: `background-color: ${lookOf(who, client).colour}40`,
    class: 'ProseMirror-yjs-selection',
  }),
})
