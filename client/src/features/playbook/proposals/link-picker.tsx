// Finds by typing what a proposal belongs to.
import { useEffect, useState } from 'react'
import { Button } from '../../../design/button'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import styles from './proposals.module.css'
import { useProposalTools } from './tools'
import type { Thing } from './tools'

/** Shown at once: more are found by typing more. */
const MOST = 6

/** Things whose label or kind has every word, without those that it is tied to already. */
function thingsFor(things: readonly Thing[], words: string, taken: readonly string[]): readonly Thing[] {
  const asked = words.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  if (asked.length === 0) return []
  return things.filter(({ link, label, note }) => {
    const said = `${label} ${note}`.toLocaleLowerCase()
    return !taken.includes(link) && asked.every((word) => said.includes(word))
  })
}

interface LinkPickerProps {
  readonly taken: readonly string[]
  readonly onPick: (link: string) => void
  readonly onDone: () => void
}

export function LinkPicker({ taken, onPick, onDone }: LinkPickerProps) {
  const tools = useProposalTools()
  const [things, setThings] = useState<readonly Thing[]>()
  const [words, setWords] = useState('')
  useEffect(() => {
    let isGone = false
    void tools
      .things()
      .catch(() => [])
      .then((all) => !isGone && setThings(all))
    return () => {
      isGone = true
    }
  }, [tools])
  const found = thingsFor(things ?? [], words, taken)
  return (
    <div className={styles.picker}>
      <TextField
        autoFocus
        type="search"
        label={text('proposals.links.find')}
        value={words}
        onChange={setWords}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
          if (event.key === 'Escape' && words === '') onDone()
          else if (event.key === 'Escape') setWords('')
          else event.continuePropagation()
        }}
      />
      {words.trim() !== '' && (
        <>
          <p role="status" className={styles.note}>
            {things
              ? text('proposals.links.found', { count: found.length })
              : text('proposals.links.looking')}
          </p>
          <ul className={styles.log} aria-label={text('proposals.links.results')}>
            {found.slice(0, MOST).map(({ link, label, note }) => (
              <li key={link}>
                <button type="button" className={styles.thing} onClick={() => onPick(link)}>
                  <span>{label}</span>
                  <small>{note}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div>
        <Button look="quiet" onPress={onDone}>
          {text('proposals.cancel')}
        </Button>
      </div>
    </div>
  )
}
