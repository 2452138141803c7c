import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { write } from '../kernel'
import { act } from './test-support/acts'
import { insertParagraphs, textFragment } from './text'
import { openTexts } from './texts'

it('knows all texts of a document that arrived whole, without opening them first', () => {
  const doc = new Y.Doc()
  act(doc, [write('a', ['One two', 'three']), write('b', ['Four'])])
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const texts = openTexts(other)
  expect(texts.ids().sort()).toEqual(['a', 'b'])
  expect(texts.words('a')).toBe('One two\nthree')
  expect(texts.words('nothing')).toBe('')
  expect(texts.ids()).toHaveLength(2)
})
it('tells which texts changed, however deep, here or elsewhere, and of nothing else', () => {
  const doc = new Y.Doc()
  const other = new Y.Doc()
  const meet = () => Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)))
  act(doc, [write('a', ['One'])])
  meet()
  const told: string[][] = []
  const stop = openTexts(other).subscribe((ids) => told.push([...ids].sort()))
  act(doc, [write('b', ['Two'])])
  meet()
  const first = textFragment(doc, 'a').get(0) as Y.XmlElement
  ;(first.get(0) as Y.XmlText).insert(3, ' more')
  meet()
  // In a fragment that nobody has opened on the other device.
  doc.transact(() => insertParagraphs(textFragment(doc, 'a'), ['Before']))
  meet()
  expect(told).toEqual([['b'], ['a'], ['a']])
  stop()
  act(doc, [write('c', ['Three'])])
  meet()
  expect(told).toHaveLength(3)
})
