// The limit that the people who are here could work with, with its reckoning; the team takes it or leaves it.
import { Check } from 'lucide-react'
import { setLimit } from '@yokoten/shared/board'
import { skillsFor } from '@yokoten/shared/team'
import type { SuggestedLimit } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './capacity.module.css'
import { stepOfColumn, useCapacity } from './use-capacity'
import type { Capacity } from './use-capacity'

const listFormat = new Intl.ListFormat(undefined, { type: 'conjunction' })
const oneDecimal = (value: number): number => Math.round(value * 10) / 10

function Reckoning({ suggested, capacity }: { suggested: SuggestedLimit; capacity: Capacity }) {
  const { shares, hands, openHours, learners, unsaid } = suggested
  const nameOf = (id: string) => capacity.directory.peopleById.get(id)?.name ?? ''
  const names = (ids: readonly string[]) => listFormat.format(ids.map(nameOf))
  return (
    <details className={styles.reckoning}>
      <summary>{text('board.suggest.how')}</summary>
      <ul>
        {shares.map(({ person, hours, among }) => (
          <li key={person}>
            {text('board.suggest.share', { who: nameOf(person), hours: oneDecimal(hours), among })}
          </li>
        ))}
      </ul>
      <p>{text('board.suggest.sum', { hands: oneDecimal(hands), open: oneDecimal(openHours) })}</p>
      {learners.length > 0 && (
        <p>{text('board.suggest.learners', { count: learners.length, who: names(learners) })}</p>
      )}
      {unsaid.length > 0 && (
        <p>{text('board.suggest.unsaid', { count: unsaid.length, who: names(unsaid) })}</p>
      )}
      <p>{text('board.suggest.why')}</p>
    </details>
  )
}

/** Stays pressable where it is set already: a button that is switched off loses the keyboard's place. */
const Take = ({ isSet, ...rest }: { isSet: boolean; onPress: () => void; children: string }) => (
  <Button {...rest} {...(isSet && { icon: Check })} aria-pressed={isSet} />
)

interface LimitSuggestionProps {
  readonly column: string
  /** The limit has been set to this. */
  readonly onTaken: (limit: number) => void
}

/** Nothing while nobody has said when they are here. */
export function LimitSuggestion({ column, onTaken }: LimitSuggestionProps) {
  const { handle, acts } = useBoard()
  const capacity = useCapacity()
  const limit = useSnapshot(handle, (board) => board.columnsById.get(column)?.limit ?? null)
  const isWork = useSnapshot(handle, (board) => board.columnsById.get(column)?.role === 'active')
  const suggested = capacity.limits.get(column)
  if (!suggested) {
    const needsSkill = skillsFor(capacity.directory, stepOfColumn(handle.id, column)).length > 0
    return isWork && needsSkill && capacity.week.hours > 0 ? (
      <p className={styles.none}>{text('board.suggest.nobody')}</p>
    ) : null
  }
  const { alone, pairs, hands } = suggested
  const take = (slots: number, why: 'board.suggest.reason' | 'board.suggest.reasonPairs') => {
    const reason = text(why, { hands: oneDecimal(hands), people: suggested.shares.length })
    if (acts.run(setLimit, { column, limit: slots, why: reason })) onTaken(slots)
  }
  return (
    <div className={styles.suggestion} role="group" aria-label={text('board.suggest')}>
      <p>{text('board.suggest.words', { people: suggested.shares.length })}</p>
      <div className={styles.acts}>
        <Take isSet={limit === alone} onPress={() => take(alone, 'board.suggest.reason')}>
          {text('board.suggest.alone', { slots: alone })}
        </Take>
        {pairs !== alone && (
          <Take isSet={limit === pairs} onPress={() => take(pairs, 'board.suggest.reasonPairs')}>
            {text('board.suggest.pairs', { slots: pairs })}
          </Take>
        )}
      </div>
      <Reckoning suggested={suggested} capacity={capacity} />
    </div>
  )
}
