// A card as it lies on the board: what it is, how old, who is on it, and what stops it. Words beside every colour.
import {
  AtSign,
  CalendarDays,
  Hourglass,
  MessageSquare,
  OctagonAlert,
  SquareCheck,
  Users,
} from 'lucide-react'
import { memo } from 'react'
import type { CSSProperties } from 'react'
import { Avatar } from '../../../design/avatar'
import { classNames } from '../../../design/class-names'
import { Icon } from '../../../design/icon'
import { inkOn } from '../../../design/person-mark'
import { VisuallyHidden } from '../../../design/visually-hidden'
import { text } from '../../../text'
import type { CardLook } from '../card-look'
import { swatchClass } from '../kinds/colours'
import type { Looker } from '../use-looker'
import styles from './card-face.module.css'

interface CardFaceProps {
  readonly look: CardLook
  readonly looker: Looker | undefined
  readonly isPhone: boolean
}

const DOTS = [1, 2, 3, 4, 5] as const

function Age({ age, isPhone }: { age: NonNullable<CardLook['age']>; isPhone: boolean }) {
  const days = text('board.days', { count: age.days })
  return (
    <span
      className={classNames(styles.fact, age.isLate && styles.late)}
      title={age.usual === undefined ? undefined : text('board.usual.sle', { days: age.usual })}
    >
      {age.dots > 0 && !isPhone && (
        <span className={styles.dots} aria-hidden>
          {DOTS.map((dot) => (
            <i key={dot} className={dot <= age.dots ? styles.on : undefined} />
          ))}
        </span>
      )}
      {age.usual !== undefined ? (
        <>
          {text('board.usual.of', { days: age.days, usual: age.usual })}
          <VisuallyHidden>{text('board.usual.sle', { days: age.usual })}</VisuallyHidden>
        </>
      ) : age.isLate ? (
        text('board.longerThanMost', { days })
      ) : (
        days
      )}
    </span>
  )
}

/** More tags or people than these are counted. */
const TAGS = 3
const PEOPLE = 3

const More = ({ hidden }: { hidden: readonly string[] }) =>
  hidden.length === 0 ? null : (
    <span className={styles.tag} title={hidden.join(', ')}>
      {text('board.andMore', { count: hidden.length })}
    </span>
  )

/** Links, comments and size, each only where there is something. */
function Ties({ look }: { look: CardLook }) {
  return (
    <>
      {look.call !== undefined && (
        <span className={classNames(styles.fact, styles.call)}>
          <Icon of={AtSign} size={14} />
          {look.call}
        </span>
      )}
      {look.isInCircle && (
        <span className={classNames(styles.fact, styles.late)}>{text('board.link.circleShort')}</span>
      )}
      {look.waits !== undefined && (
        <span className={classNames(styles.fact, styles.late)}>
          <Icon of={Hourglass} size={14} />
          {look.waits}
        </span>
      )}
      {look.partOf !== undefined && <span className={styles.fact}>{look.partOf}</span>}
      {look.parts && (
        <span className={styles.fact}>
          {text('board.link.progress', { done: look.parts.done, of: look.parts.all })}
        </span>
      )}
      {look.comments > 0 && (
        <span className={styles.fact} title={text('board.commentsShort', { count: look.comments })}>
          <Icon of={MessageSquare} size={14} />
          <span aria-hidden>{look.comments}</span>
          <VisuallyHidden>{text('board.commentsShort', { count: look.comments })}</VisuallyHidden>
        </span>
      )}
      {look.size !== undefined && (
        <span className={styles.fact}>{text('board.sizeShort', { size: look.size })}</span>
      )}
    </>
  )
}

export const CardFace = memo(function CardFace({ look, looker, isPhone }: CardFaceProps) {
  return (
    <div
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
      {looker && <span className={styles.lookerName}>{looker.words}</span>}
      <p className={styles.title}>{look.title}</p>
      <div className={styles.meta}>
        <span className={styles.id}>{look.spoken}</span>
        {look.type && (
          <span className={styles.fact}>
            {look.type.colour && <i className={swatchClass(look.type.colour)} aria-hidden />}
            {look.type.name}
          </span>
        )}
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
        {look.due?.risk !== undefined && (
          <span className={classNames(styles.fact, styles.late)}>{look.due.risk}</span>
        )}
        {look.age && <Age age={look.age} isPhone={isPhone} />}
        <Ties look={look} />
        {look.tags.slice(0, TAGS).map((tag) => (
          <span key={tag.name} className={styles.tag}>
            {tag.colour && <i className={swatchClass(tag.colour)} aria-hidden />}
            {tag.name}
          </span>
        ))}
        <More hidden={look.tags.slice(TAGS).map((tag) => tag.name)} />
        {look.people.length > 0 && (
          <span className={styles.people}>
            {look.people.slice(0, PEOPLE).map((person) => (
              <Avatar key={person.id} person={person} size={24} />
            ))}
            <More hidden={look.people.slice(PEOPLE).map((person) => person.name)} />
          </span>
        )}
      </div>
    </div>
  )
})
