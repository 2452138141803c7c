// A card as it lies on the board: what it is, how old, who is on it, and what stops it. Words beside every colour.
import { CalendarDays, OctagonAlert, SquareCheck, Users } from 'lucide-react'
import type { CSSProperties, Ref } from 'react'
import { Avatar } from '../../../design/avatar'
import type { PersonMark } from '../../../design/avatar'
import { classNames } from '../../../design/class-names'
import { Icon } from '../../../design/icon'
import { inkOn } from '../../../design/person-mark'
import { text } from '../../../text'
import styles from './card-face.module.css'

/** Everything a card shows, ready to be drawn. */
export interface CardLook {
  readonly spoken: string
  readonly title: string
  readonly isRush: boolean
  readonly isFinished: boolean
  /** How it goes at a glance, in words: "9 d, longer than most". */
  readonly age: { readonly days: number; readonly dots: number; readonly isLate: boolean } | undefined
  readonly due: { readonly words: string; readonly isNear: boolean } | undefined
  readonly steps: { readonly done: number; readonly of: number } | undefined
  readonly tags: readonly string[]
  readonly people: readonly (PersonMark & { readonly id: string })[]
  /** A sentence about what stops it. */
  readonly blocked: string | undefined
  /** A sentence about what two people should decide. */
  readonly apart: string | undefined
}

interface CardFaceProps {
  readonly look: CardLook
  readonly looker: { readonly name: string; readonly colour: string } | undefined
  readonly isPhone: boolean
  readonly ref?: Ref<HTMLDivElement>
}

const DOTS = [1, 2, 3, 4, 5] as const

function Age({ age, isPhone }: { age: NonNullable<CardLook['age']>; isPhone: boolean }) {
  const days = text('board.days', { count: age.days })
  return (
    <span className={classNames(styles.fact, age.isLate && styles.late)}>
      {age.dots > 0 && !isPhone && (
        <span className={styles.dots} aria-hidden>
          {DOTS.map((dot) => (
            <i key={dot} className={dot <= age.dots ? styles.on : undefined} />
          ))}
        </span>
      )}
      {age.isLate ? text('board.longerThanMost', { days }) : days}
    </span>
  )
}

export const CardFace = ({ look, looker, isPhone, ref }: CardFaceProps) => (
  <div
    ref={ref}
    className={classNames(
      styles.card,
      look.isRush && styles.rush,
      look.blocked !== undefined && styles.blocked,
      look.isFinished && styles.finished,
      looker && styles.looking,
    )}
    style={looker && ({ '--looker': looker.colour, '--on-looker': inkOn(looker.colour) } as CSSProperties)}
  >
    {look.blocked !== undefined && (
      <p className={classNames(styles.band, styles.stopBand)}>
        <Icon of={OctagonAlert} size={14} />
        {look.blocked}
      </p>
    )}
    {look.apart !== undefined && (
      <p className={classNames(styles.band, styles.ageBand)}>
        <Icon of={Users} size={14} />
        {look.apart}
      </p>
    )}
    {looker && <span className={styles.lookerName}>{looker.name}</span>}
    <p className={styles.title}>{look.title}</p>
    <div className={styles.meta}>
      <span className={styles.id}>{look.spoken}</span>
      {look.isRush && <span className={styles.strong}>{text('board.class.expedite')}</span>}
      {look.steps && (
        <span className={styles.fact}>
          <Icon of={SquareCheck} size={14} />
          {text('board.stepsShort', look.steps)}
        </span>
      )}
      {look.due && (
        <span className={classNames(styles.fact, look.due.isNear && styles.late)}>
          <Icon of={CalendarDays} size={14} />
          {look.due.words}
        </span>
      )}
      {look.age && <Age age={look.age} isPhone={isPhone} />}
      {look.tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
      {look.people.length > 0 && (
        <span className={styles.people}>
          {look.people.slice(0, 3).map((person) => (
            <Avatar key={person.id} person={person} size={24} />
          ))}
        </span>
      )}
    </div>
  </div>
)
