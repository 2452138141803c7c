// The turns as a calendar file on this device.
import { isStanding, turnsToCalendar } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot, Turn } from '@yokoten/shared/playbook'
import { saveFile } from '../../../design/save-file'
import { text } from '../../../text'
import { hatDoes, hatName } from './hat-words'

type Hats = Pick<PlaybookSnapshot, 'hatsById' | 'turns'>

/** Turns that are not over, of one person or of all; a calendar keeps what it was given before. */
export const turnsToSave = (playbook: Hats, now: number, person?: string): readonly Turn[] =>
  playbook.turns.filter(
    (turn) =>
      isStanding(turn) &&
      turn.end > now &&
      (person === undefined || turn.person === person) &&
      playbook.hatsById.get(turn.hat)?.archived === false,
  )

/** The file's text. */
export function calendarText(
  playbook: Hats,
  turns: readonly Turn[],
  nameOf: (person: string) => string,
  now: number,
): string {
  return turnsToCalendar(
    turns,
    (turn) => {
      const hat = playbook.hatsById.get(turn.hat)
      const values = { hat: hat ? hatName(hat) : '', who: nameOf(turn.person) }
      return {
        title: text(turn.shadow ? 'hats.calendar.shadow' : 'hats.calendar.turn', values),
        words: hat ? hatDoes(hat) : '',
      }
    },
    now,
  )
}

export const saveTurns = (file: string): void =>
  saveFile(new Blob([file], { type: 'text/calendar' }), text('hats.calendar.file'))
