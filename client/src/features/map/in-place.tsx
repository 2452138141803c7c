// A value on the canvas that becomes a field where it stands: Enter or leaving keeps, Escape leaves it as it was.
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { classNames } from '../../design/class-names'
import { VisuallyHidden } from '../../design/visually-hidden'
import styles from './in-place.module.css'

interface InPlaceProps {
  /** What the field is called. */
  readonly label: string
  /** What is shown while nobody types. */
  readonly children: ReactNode
  /** What stands in the field at first. */
  readonly typed: string
  readonly placeholder?: string
  /** Keeps what was typed; a sentence where it cannot. */
  readonly onKeep: (typed: string) => string | undefined
  readonly canEdit: boolean
  /** In the tab order only where its icon is selected: a map of fifty boxes has two hundred values. */
  readonly isReachable: boolean
  readonly startsOpen?: boolean
  readonly onClosed?: () => void
  readonly multiline?: boolean
  readonly className?: string | undefined
}

export function InPlace(props: InPlaceProps) {
  const { label, children, canEdit, isReachable, startsOpen = false, className } = props
  const [isOpen, setOpen] = useState(startsOpen)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (startsOpen && canEdit) setOpen(true)
  }, [startsOpen, canEdit])
  if (!canEdit) return <span className={classNames(styles.value, className)}>{children}</span>
  if (!isOpen)
    return (
      <button
        ref={button}
        type="button"
        className={classNames(styles.value, styles.button, className)}
        tabIndex={isReachable ? 0 : -1}
        onClick={() => setOpen(true)}
      >
        <VisuallyHidden>{label}: </VisuallyHidden>
        {children}
      </button>
    )
  const close = (returnFocus: boolean) => {
    setOpen(false)
    props.onClosed?.()
    if (returnFocus) setTimeout(() => button.current?.focus())
  }
  return <Field {...props} onDone={close} />
}

function Field({
  label,
  typed,
  placeholder,
  onKeep,
  multiline,
  className,
  onDone,
}: InPlaceProps & { onDone: (returnFocus: boolean) => void }) {
  const [value, setValue] = useState(typed)
  const [error, setError] = useState<string>()
  const id = useId()
  const done = useRef(false)
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const finish = (returnFocus: boolean) => {
    done.current = true
    onDone(returnFocus)
  }
  const keep = (returnFocus: boolean) => {
    if (done.current) return
    const refusal = value === typed ? undefined : onKeep(value)
    setError(refusal)
    if (refusal === undefined) finish(returnFocus)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      finish(true)
    } else if (event.key === 'Enter' && !(multiline && event.shiftKey)) {
      event.preventDefault()
      keep(true)
    }
  }
  const shared = {
    ref: input,
    id,
    'aria-label': label,
    'aria-invalid': error !== undefined,
    'aria-describedby': error === undefined ? undefined : `${id}-error`,
    value,
    placeholder,
    className: styles.input,
    onChange: (event: { target: { value: string } }) => {
      setValue(event.target.value)
      setError(undefined)
    },
    onBlur: () => keep(false),
    onKeyDown,
  }
  return (
    <span className={classNames('nodrag nopan nowheel', styles.field, className)}>
      {multiline ? <textarea {...shared} rows={3} /> : <input {...shared} autoComplete="off" />}
      {error !== undefined && (
        <span id={`${id}-error`} role="alert" className={styles.error}>
          {error}
        </span>
      )}
    </span>
  )
}
