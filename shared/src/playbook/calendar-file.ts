// Turns as a calendar file (iCalendar, RFC 5545) that any calendar takes in; the same turn is the same event again.
import { isStanding } from './hats'
import type { Turn } from './hats'

/** Lines longer than this many bytes are folded. */
const LINE = 75

const stampOf = (time: number): string =>
  new Date(time).toISOString().replaceAll('-', '').replaceAll(':', '').replace(/\.\d+/u, '')

const escaped = (text: string): string =>
  text.replace(/[\\;,]/gu, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/gu, '\\n')

const bytesOf = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Folds between characters, never within one. */
function folded(line: string): string {
  let text = ''
  let bytes = 0
  for (const sign of line) {
    const size = bytesOf(sign)
    if (bytes + size > LINE) {
      text += '\r\n '
      bytes = 1
    }
    text += sign
    bytes += size
  }
  return text
}

export interface TurnWords {
  /** What the event is called, such as the hat and who wears it. */
  readonly title: string
  readonly words: string
}

/** The turns as a file. Those declined or taken back are left out; `now` is when it is made. */
export function turnsToCalendar(
  turns: readonly Turn[],
  wordsOf: (turn: Turn) => TurnWords,
  now: number,
): string {
  const events = turns
    .filter((turn) => isStanding(turn) && turn.end > turn.from)
    .flatMap((turn) => {
      const { title, words } = wordsOf(turn)
      return [
        'BEGIN:VEVENT',
        `UID:${turn.id}@yokoten`,
        `DTSTAMP:${stampOf(now)}`,
        `DTSTART:${stampOf(turn.from)}`,
        `DTEND:${stampOf(turn.end)}`,
        `SUMMARY:${escaped(title)}`,
        ...(words === '' ? [] : [`DESCRIPTION:${escaped(words)}`]),
        `STATUS:${turn.state === 'offered' ? 'TENTATIVE' : 'CONFIRMED'}`,
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ]
    })
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yokoten//Turns//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
