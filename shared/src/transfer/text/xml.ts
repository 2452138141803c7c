// As much of XML as a tool's export has: elements, attributes, words. No document types, so nothing that unfolds.
import { ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import type { FileRefused } from './refusals'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** All words in it, those of its children apart. */
  readonly words: string
  /** Where it begins, from 1. */
  readonly line: number
}

interface Building {
  name: string
  attributes: Record<string, string>
  children: Building[]
  words: string
  line: number
}

/** Deeper than any export; what is deeper was made to make readers fail. */
const DEPTH = 64

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

/** Words with their entities resolved; one that is not known stays as it is. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{1,8});/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(NAMED, name) ? (NAMED[name] as string) : whole
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
      ? String.fromCodePoint(code)
      : whole
  })

/** Longer than any tag's own words; matching more could take as long as one likes. */
const ATTRIBUTES = 10_000
const ATTRIBUTE = /([^\s=/]+)\s*=\s*("[^"]*"|'[^']*')/gu

function attributesOf(text: string): Record<string, string> {
  const attributes = Object.create(null) as Record<string, string>
  if (text.length > ATTRIBUTES) return attributes
  for (const [, name, value] of text.matchAll(ATTRIBUTE))
    attributes[name as string] = unescapeXml((value as string).slice(1, -1))
  return attributes
}

/** Where a tag that begins at `from` ends: a `>` outside quotes; -1 where it never does. */
function endOfTag(text: string, from: number): number {
  let quote = ''
  for (let i = from; i < text.length; i++) {
    const char = text[i] as string
    if (quote) {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return i
  }
  return -1
}

/** The one element that holds all others, or the line where it goes wrong. */
export function readXml(text: string): Result<XmlElement, FileRefused> {
  const root: Building = { name: '', attributes: {}, children: [], words: '', line: 1 }
  const open: Building[] = [root]
  let line = 1
  let counted = 0
  const lineAt = (at: number): number => {
    for (; counted < at; counted++) if (text.charCodeAt(counted) === 10) line++
    return line
  }
  const bad = (at: number): Result<never, FileRefused> => refused({ reason: 'not-xml', line: lineAt(at) })
  const skip: readonly (readonly [string, string])[] = [
    ['<!--', '-->'],
    ['<?', '?>'],
  ]
  for (let at = 0; at < text.length;) {
    const here = open[open.length - 1] as Building
    const tag = text.indexOf('<', at)
    if (tag !== at) {
      const end = tag < 0 ? text.length : tag
      here.words += unescapeXml(text.slice(at, end))
      at = end
      continue
    }
    const skipped = skip.find(([start]) => text.startsWith(start, at))
    if (skipped) {
      const end = text.indexOf(skipped[1], at + skipped[0].length)
      if (end < 0) return refused({ reason: 'truncated' })
      at = end + skipped[1].length
      continue
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at)
      if (end < 0) return refused({ reason: 'truncated' })
      here.words += text.slice(at + 9, end)
      at = end + 3
      continue
    }
    const end = endOfTag(text, at)
    if (end < 0) return refused({ reason: 'truncated' })
    const inner = text.slice(at + 1, end)
    if (inner.startsWith('!')) {
      if (!/^!doctype\s+[^[]*$/iu.test(inner)) return bad(at)
    } else if (inner.startsWith('/')) {
      if (open.length === 1 || here.name !== inner.slice(1).trim()) return bad(at)
      open.pop()
    } else {
      const [, name, rest = ''] = /^([^\s/>]+)([\s\S]*)$/u.exec(inner) ?? []
      if (name === undefined || !/^[\p{L}_][\p{L}\p{N}_:.-]*$/u.test(name)) return bad(at)
      const element: Building = {
        name,
        attributes: attributesOf(rest),
        children: [],
        words: '',
        line: lineAt(at),
      }
      here.children.push(element)
      if (!inner.endsWith('/')) {
        open.push(element)
        if (open.length > DEPTH) return refused({ reason: 'too-deep', line: lineAt(at) })
      }
    }
    at = end + 1
  }
  if (open.length > 1) return refused({ reason: 'truncated' })
  const [only] = root.children
  return root.children.length === 1 && only ? ok(only) : bad(0)
}

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []
export const wordsOf = (element: XmlElement | undefined): string => element?.words.trim() ?? ''

const BREAKS = /<\s*(br|\/p|\/li|\/div|\/h\d|\/tr)\b[^<>]*>/giu

/** The words of a piece of HTML, with line breaks where blocks end. Only words: nothing of it is ever put on a page. */
export const wordsFromHtml = (html: string): string =>
  unescapeXml(html.replace(BREAKS, '\n').replace(/<[^<>]*>/gu, '')).trim()
