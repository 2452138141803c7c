import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { write } from '../kernel'
import { act } from './test-support/acts'
import { insertParagraphs, isBlank, openText, plainText, textFragment } from './text'

const element = (name: string, ...children: (string | Y.XmlElement)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  made.insert(
    0,
    children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child)),
  )
  return made
}

describe('text', () => {
  it('gives back the paragraphs that were written, a line each', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (paragraphs) => {
        const doc = new Y.Doc()
        act(doc, [write('a', paragraphs)])
        const isWritten = paragraphs.some((words) => words !== '')
        expect(plainText(textFragment(doc, 'a'))).toBe(isWritten ? paragraphs.join('\n') : '')
      }),
    )
  })

  it('reads words out of lists, breaks and nodes it does not know', () => {
    const fragment = textFragment(new Y.Doc(), 'a')
    fragment.insert(0, [
      element('heading', 'Title'),
      element(
        'bulletList',
        element('listItem', element('paragraph', 'one')),
        element('listItem', element('paragraph', 'two')),
      ),
      element('paragraph', 'a', element('hardBreak'), 'b', element('mention'), 'c'),
      element('somethingNew', element('evenNewer', 'deep'), 'shallow'),
    ])
    expect(plainText(fragment).split('\n')).toEqual(['Title', 'one', 'two', 'a', 'bc', 'deep', 'shallow'])
  })

  it('leaves marks and embedded things out of the words', () => {
    const fragment = textFragment(new Y.Doc(), 'a')
    fragment.insert(0, [element('paragraph', 'bold and plain')])
    const words = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
    words.format(0, 4, { bold: true })
    words.insertEmbed(4, { image: 'x' })
    expect(plainText(fragment)).toBe('bold and plain')
  })

  it('reads what a hostile writer nested or put where it does not belong', () => {
    const doc = new Y.Doc()
    const fragment = textFragment(doc, 'a')
    let inner = element('paragraph', 'bottom')
    for (let depth = 0; depth < 200; depth++) inner = element('x', inner)
    fragment.insert(0, [inner, new Y.XmlHook('hook') as never])
    const root = fragment as Y.AbstractType<unknown>
    doc.transact((transaction) => {
      for (const content of [
        new Y.ContentAny([1, { a: 2 }]),
        new Y.ContentType(new Y.Map()),
        new Y.ContentType(new Y.Array()),
      ]) {
        const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
        new Y.Item(id, null, null, null, root._start?.id ?? null, root, null, content).integrate(
          transaction,
          0,
        )
      }
    })
    expect(plainText(fragment)).toBe('bottom')
    expect(isBlank(fragment)).toBe(false)
  })

  it('writes first words once, also over the empty paragraph an editor leaves, never over words', () => {
    const doc = new Y.Doc()
    const fragment = textFragment(doc, 'a')
    fragment.insert(0, [element('paragraph')])
    expect(isBlank(fragment)).toBe(true)
    act(doc, [write('a', ['first'])])
    act(doc, [write('a', ['second'])])
    expect(plainText(fragment).trim()).toBe('first')
  })

  it('loses no words when two devices write the same text apart', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    act(one, [write('a', ['from here'])])
    act(other, [write('a', ['from there'])])
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    expect(plainText(textFragment(one, 'a')).split('\n').sort()).toEqual(['from here', 'from there'])
  })

  it('is a value that tells of changes, also deep ones, while someone listens', () => {
    const doc = new Y.Doc()
    const text = openText(doc, 'a')
    expect(text.get()).toBe('')
    const told = vi.fn()
    const stop = text.subscribe(told)
    act(doc, [write('a', ['one'])])
    expect([told.mock.calls.length, text.get()]).toEqual([1, 'one'])
    const words = (textFragment(doc, 'a').get(0) as Y.XmlElement).get(0) as Y.XmlText
    words.insert(3, ' more')
    expect([told.mock.calls.length, text.get()]).toEqual([2, 'one more'])
    stop()
    stop()
    words.insert(0, 'no ')
    expect([told.mock.calls.length, text.get()]).toEqual([2, 'no one more'])
  })

  it('puts paragraphs in as the text editor would', () => {
    const fragment = textFragment(new Y.Doc(), 'a')
    insertParagraphs(fragment, ['one', '', 'two'])
    expect(fragment.toString()).toBe(
      '<paragraph>one</paragraph><paragraph></paragraph><paragraph>two</paragraph>',
    )
  })
})
