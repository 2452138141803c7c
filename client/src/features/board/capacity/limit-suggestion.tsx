// Limits that the people who are here could work with, each with its reckoning; the team takes one or leaves it.
import { Check } from 'lucide-react'
import { ENOUGH_FINISHED, laneShare, limitOn, setLimit, WHOLE_BOARD } from '@yokoten/shared/board'
import type { LimitScope } from '@yokoten/shared/board'
import { skillsFor, suggestPart } from '@yokoten/shared/team'
import type { SuggestedLimit } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { useNow, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './capacity.module.css'
import { stepOfColumn, useCapacity } from './use-capacity'
import type { Capacity } from './use-capacity'

const listFormat = new Intl.ListFormat(undefined, { type: 'conjunction' })
const oneDecimal = (value: number): number => Math.round(value * 10) / 10

interface ReckoningProps {
  readonly suggested: SuggestedLimit
  readonly capacity: Capacity
  readonly more: string | undefined
}

function Reckoning({ suggested, capacity, more }: ReckoningProps) {
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
      {more !== undefined && <p>{more}</p>}
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

interface SuggestionProps {
  readonly scope: LimitScope
  readonly suggested: SuggestedLimit
  readonly capacity: Capacity
  /** Whom it is made from. */
  readonly words: string
  /** What else it was reckoned with. */
  readonly more?: string
  /** The limit has been set to this. */
  readonly onTaken: (limit: number) => void
}

function Suggestion({ scope, suggested, capacity, words, more, onTaken }: SuggestionProps) {
  const { handle, acts } = useBoard()
  const limit = useSnapshot(handle, (board) => limitOn(board, scope)?.limit ?? null)
  const { alone, pairs, hands } = suggested
  const take = (slots: number, why: 'board.suggest.reason' | 'board.suggest.reasonPairs') => {
    const reason = text(why, { hands: oneDecimal(hands), people: suggested.shares.length })
    if (acts.run(setLimit, { scope, limit: slots, why: reason })) onTaken(slots)
  }
  return (
    <div className={styles.suggestion} role="group" aria-label={text('board.suggest')}>
      <p>{words}</p>
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
      <Reckoning suggested={suggested} capacity={capacity} more={more} />
    </div>
  )
}

interface Taken {
  /** The limit has been set to this. */
  readonly onTaken: (limit: number) => void
}

/** Nothing while nobody has said when they are here. */
export function LimitSuggestion({ column, onTaken }: Taken & { readonly column: string }) {
  const { handle } = useBoard()
  const capacity = useCapacity()
  const isWork = useSnapshot(handle, (board) => board.columnsById.get(column)?.role === 'active')
  const suggested = capacity.limits.get(column)
  if (!suggested) {
    const needsSkill = skillsFor(capacity.directory, stepOfColumn(handle.id, column)).length > 0
    return isWork && needsSkill && capacity.week.hours > 0 ? (
      <p className={styles.none}>{text('board.suggest.nobody')}</p>
    ) : null
  }
  return (
    <Suggestion
      scope={{ kind: 'column', id: column }}
      suggested={suggested}
      capacity={capacity}
      words={text('board.suggest.words', { people: suggested.shares.length })}
      onTaken={onTaken}
    />
  )
}

const WHOLE: LimitScope = { kind: 'board', id: WHOLE_BOARD }

/** For all cards in work on the board; nothing while nobody has said when they are here. */
export function WholeSuggestion({ onTaken }: Taken) {
  const capacity = useCapacity()
  if (!capacity.whole) return null
  return (
    <Suggestion
      scope={WHOLE}
      suggested={capacity.whole}
      capacity={capacity}
      words={text('board.suggest.wordsWhole', { people: capacity.whole.shares.length })}
      more={text('board.suggest.moreWhole')}
      onTaken={onTaken}
    />
  )
}

const FOUR_WEEKS_MS = 28 * 86_400_000

/** For one lane, by its part of what the team finished; nothing while too little is finished to tell. */
export function LaneSuggestion({ lane, onTaken }: Taken & { readonly lane: string }) {
  const { handle } = useBoard()
  const capacity = useCapacity()
  const since = useNow() - FOUR_WEEKS_MS
  const { all, ofLane } = useSnapshot(
    handle,
    (board) => laneShare(board, lane, since),
    (a, b) => a.all === b.all && a.ofLane === b.ofLane,
  )
  if (!capacity.whole || all < ENOUGH_FINISHED) return null
  return (
    <Suggestion
      scope={{ kind: 'lane', id: lane }}
      suggested={suggestPart(capacity.whole, ofLane / all)}
      capacity={capacity}
      words={text('board.suggest.wordsLane', { count: ofLane, all })}
      more={text('board.suggest.moreLane', { count: ofLane, all, hands: oneDecimal(capacity.whole.hands) })}
      onTaken={onTaken}
    />
  )
}
