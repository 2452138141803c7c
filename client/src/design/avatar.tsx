// A person as a disc with initials: the one place where a person's colour is used.
import type { CSSProperties } from 'react'
import { text } from '../text'
import styles from './avatar.module.css'
import { classNames } from './class-names'
import { initialsOf, inkOn } from './person-mark'
import { VisuallyHidden } from './visually-hidden'

export interface PersonMark {
  readonly name: string
  /** `#rrggbb`. */
  readonly colour: string
  /** Where the person chose other letters than the name gives. */
  readonly initials?: string | undefined
}

interface AvatarProps {
  readonly person: PersonMark
  /** px. */
  readonly size?: number
  /** True where the name stands beside it. */
  readonly isDecorative?: boolean
}

const sized = (size: number): CSSProperties => ({ '--size': `${size}px` }) as CSSProperties

export const Avatar = ({ person, size = 30, isDecorative = false }: AvatarProps) => (
  <span
    className={styles.avatar}
    style={{ ...sized(size), background: person.colour, color: inkOn(person.colour) }}
    {...(isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': person.name })}
    title={isDecorative ? undefined : person.name}
  >
    {person.initials ?? initialsOf(person.name)}
  </span>
)

interface AvatarStackProps {
  /** What the row means, e.g. "Here now". */
  readonly label: string
  readonly people: readonly (PersonMark & { readonly id: string })[]
  readonly max?: number
  readonly size?: number
}

/** The first few, then how many more. Nothing at all when nobody is there. */
export function AvatarStack({ label, people, max = 4, size = 30 }: AvatarStackProps) {
  if (people.length === 0) return null
  const shown = people.length > max ? people.slice(0, max - 1) : people
  const hidden = people.slice(shown.length)
  return (
    <div className={styles.stack} role="group" aria-label={label}>
      {shown.map((person) => (
        <Avatar key={person.id} person={person} size={size} />
      ))}
      {hidden.length > 0 && (
        <span
          className={classNames(styles.avatar, styles.more)}
          style={sized(size)}
          title={hidden.map((person) => person.name).join(', ')}
        >
          <span aria-hidden>+{hidden.length}</span>
          <VisuallyHidden>
            {text('design.morePeople', {
              count: hidden.length,
              names: hidden.map((person) => person.name).join(', '),
            })}
          </VisuallyHidden>
        </span>
      )}
    </div>
  )
}
