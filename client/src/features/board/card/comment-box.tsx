// Where a comment is written: an @ offers the team's people, chosen by arrows and Enter or by a tap.
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { COMMENT_LIMIT } from '@yokoten/shared/board'
import { Avatar } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { VisuallyHidden } from '../../../design/visually-hidden'
import { text } from '../../../text'
import { callAt, calledIn, peopleFor, withCall } from './mention'
import type { OpenCall } from './mention'
import { useCallable } from './use-callable'
import styles from './comments.module.css'

/** People offered at once. */
const OFFERED = 6

interface CommentBoxProps {
  readonly label: string
  readonly begin?: string
  readonly send: string
  /** True where it was said; then the box is empty again. */
  readonly onSay: (said: { readonly words: string; readonly mentions: readonly string[] }) => boolean
  readonly onCancel?: () => void
}

export function CommentBox({ label, begin = '', send, onSay, onCancel }: CommentBoxProps) {
  const people = useCallable()
  const [words, setWords] = useState(begin)
  const [call, setCall] = useState<OpenCall>()
  const [active, setActive] = useState(0)
  const box = useRef<HTMLTextAreaElement>(null)
  /** Where the caret is to stand once the chosen name is in the box, before the next key. */
  const caret = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (caret.current === undefined) return
    box.current?.focus()
    box.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
  }, [words])
  const id = useId()
  const offered = call ? peopleFor(people, call.query, OFFERED) : []
  const isOffering = offered.length > 0
  const look = () => {
    const field = box.current
    setCall(field ? callAt(field.value, field.selectionStart) : undefined)
    setActive(0)
  }
  const choose = (index: number) => {
    const person = offered[index]
    const field = box.current
    if (!person || !field || !call) return
    const next = withCall(words, field.selectionStart, call, person.name)
    setWords(next.words)
    setCall(undefined)
    caret.current = next.caret
  }
  const say = () => {
    if (words.trim() === '') return
    if (onSay({ words, mentions: calledIn(words, people) })) {
      setWords('')
      box.current?.focus()
    }
    setCall(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) say()
    else if (event.key === 'Escape' && call) setCall(undefined)
    else if (event.key === 'Escape' && onCancel) onCancel()
    else if (isOffering && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      setActive((active + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length)
    else if (isOffering && (event.key === 'Enter' || event.key === 'Tab')) choose(active)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault()
        say()
      }}
    >
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        ref={box}
        id={id}
        rows={2}
        className={styles.words}
        value={words}
        maxLength={COMMENT_LIMIT}
        aria-describedby={`${id}-hint`}
        aria-autocomplete="list"
        aria-controls={isOffering ? `${id}-people` : undefined}
        aria-activedescendant={isOffering ? `${id}-${active}` : undefined}
        onChange={(event) => {
          setWords(event.target.value)
          look()
        }}
        onClick={look}
        onBlur={() => setCall(undefined)}
        onKeyDown={onKeyDown}
      />
      {isOffering && (
        <ul
          id={`${id}-people`}
          role="listbox"
          aria-label={text('board.comment.peopleList')}
          className={styles.people}
        >
          {offered.map((person, index) => (
            <li
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className={classNames(styles.person, index === active && styles.active)}
              // The box keeps the focus, so that one goes on writing.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(index)}
            >
              <Avatar person={person} size={24} isDecorative />
              {person.name}
            </li>
          ))}
        </ul>
      )}
      <VisuallyHidden>
        <span role="status">{call && text('board.comment.people', { count: offered.length })}</span>
      </VisuallyHidden>
      <div className={styles.foot}>
        <span id={`${id}-hint`} className={styles.hint}>
          {text('board.comment.hint')}
        </span>
        {onCancel && (
          <Button look="quiet" onPress={onCancel}>
            {text('board.cancel')}
          </Button>
        )}
        <Button type="submit" isDisabled={words.trim() === ''}>
          {send}
        </Button>
      </div>
    </form>
  )
}
