// What an invited person's yes or not now leaves behind for the one who asked.
import { put } from '../../kernel'
import type { Change, CommandContext } from '../../kernel'
import type { CardJourney } from '../journey'
import { cardRows } from '../records'
import type { CardRow } from '../records'

/** The answer of a person to the one who invited them, or nothing where nobody did. */
export function answerOf(
  row: CardRow,
  kind: 'accepted' | 'declined',
  { person }: CommandContext,
  at: number,
): Change[] {
  const place = row.people[person]
  if (place?.state !== 'invited') return []
  // Who invited oneself needs no answer.
  return place.by === person ? [] : [put(cardRows, row.id, 'answers', person, { kind, to: place.by, at })]
}

/**
 * Who invited a person to a card that they are about to move for the first time since: then the move counts as
 * invited, whether they said yes before or say so by moving it. Undefined where nobody did.
 */
export function inviterOf(
  row: CardRow,
  journey: CardJourney | undefined,
  person: string,
): string | undefined {
  const place = row.people[person]
  if (place?.state === 'invited') return place.by
  const answer = row.answers[person]
  if (place?.state !== 'on' || answer?.kind !== 'accepted') return undefined
  const isUsed = journey?.entries.some((entry) => entry.by === person && entry.at >= answer.at) === true
  return isUsed ? undefined : answer.to
}
