import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { knowsText } from './knows-text'

const schema = { nodes: { paragraph: {}, bulletList: {}, listItem: {} }, marks: { bold: {} } }

function textWith(build: (fragment: Y.XmlFragment) => void): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('words')
  build(fragment)
  return fragment
}
const paragraph = (words: string, marks: Record<string, unknown> = {}): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  const inner = new Y.XmlText()
  inner.insert(0, words, marks)
  element.insert(0, [inner])
  return element
}

it('knows an empty text, and one of known nodes and marks', () => {
  expect(
    knowsText(
      textWith(() => undefined),
      schema,
    ),
  ).toBe(true)
  expect(
    knowsText(
      textWith((text) => text.insert(0, [paragraph('hello', { bold: {} })])),
      schema,
    ),
  ).toBe(true)
})
it('knows a mark by its kind where several of a kind overlap', () => {
  expect(
    knowsText(
      textWith((text) => text.insert(0, [paragraph('hello', { 'bold--a1b2': {} })])),
      schema,
    ),
  ).toBe(true)
})
it.each([
  ['a node', (text: Y.XmlFragment) => text.insert(0, [new Y.XmlElement('video')])],
  ['a mark', (text: Y.XmlFragment) => text.insert(0, [paragraph('hello', { glow: {} })])],
  [
    'a node within another',
    (text: Y.XmlFragment) => {
      const list = new Y.XmlElement('bulletList')
      list.insert(0, [new Y.XmlElement('checkbox')])
      text.insert(0, [list])
    },
  ],
  [
    'a name that every object has',
    (text: Y.XmlFragment) => text.insert(0, [new Y.XmlElement('constructor')]),
  ],
  [
    'something in the words that is no word',
    (text: Y.XmlFragment) => {
      const inner = new Y.XmlText()
      inner.insertEmbed(0, { image: 'x' })
      text.insert(0, [inner])
    },
  ],
])('does not know %s', (_, build) => expect(knowsText(textWith(build), schema)).toBe(false))
