import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { plainWords } from './plain-words'

const element = (name: string, ...children: (Y.XmlElement | string)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  made.insert(
    0,
    children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child)),
  )
  return made
}

it('gives a line for each block, however deep, and loses no words', () => {
  const fragment = new Y.Doc().getXmlFragment('words')
  fragment.insert(0, [
    element('heading', 'Care'),
    element('paragraph', 'Both ', element('hardBreak'), 'presses'),
    element(
      'bulletList',
      element('listItem', element('paragraph', 'Oil')),
      element('listItem', element('paragraph', 'Wipe')),
    ),
    element('codeBlock', 'run 1'),
  ])
  expect(plainWords(fragment)).toBe('Care\nBoth \npresses\nOil\nWipe\nrun 1')
})
it('gives nothing for what is no text', () => {
  for (const other of [undefined, null, 'words', {}, new Y.Doc().getXmlFragment('none')])
    expect(plainWords(other)).toBe('')
})
