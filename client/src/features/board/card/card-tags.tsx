// Tags: typed or chosen from those in use, each with its colour.
import { X } from 'lucide-react'
import { useState } from 'react'
import { tagCard, untagCard } from '@yokoten/shared/board'
import type { CardRow, TagRow } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { IconButton } from '../../../design/icon-button'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { kindColour, swatchClass } from '../kinds/colours'
import { useBoardUi } from '../ui-store'
import styles from './card-sheet.module.css'

/** Tags in use that are offered for one press. */
const SUGGESTED = 8

function Swatch({ tag }: { tag: TagRow }) {
  const colour = kindColour(tag.colour)
  return colour === undefined ? null : <i className={swatchClass(colour)} aria-hidden />
}

export function CardTags({ row }: { row: CardRow }) {
  const { handle, acts, canWrite } = useBoard()
  const tags = useSnapshot(handle, (board) => board.tags)
  const [draft, setDraft] = useState('')
  const inUse = [...tags.values()].filter((tag) => !tag.archived)
  const mine = inUse.filter((tag) => row.tags[tag.id])
  const unused = inUse.filter((tag) => !row.tags[tag.id]).slice(0, SUGGESTED)
  if (mine.length === 0 && !canWrite) return null
  return (
    <section className={styles.section}>
      <h3>{text('board.tags')}</h3>
      <div className={styles.row}>
        {mine.map((tag) => (
          <span key={tag.id} className={classNames(styles.chip, !canWrite && styles.plain)}>
            <Swatch tag={tag} />
            {tag.name}
            {canWrite && (
              <IconButton
                icon={X}
                label={text('board.tagRemove', { tag: tag.name })}
                onPress={() => acts.run(untagCard, { card: row.id, tag: tag.id })}
              />
            )}
          </span>
        ))}
      </div>
      {canWrite && unused.length > 0 && (
        <div
          className={classNames(styles.row, styles.suggested)}
          role="group"
          aria-label={text('board.tagsInUse')}
        >
          {unused.map((tag) => (
            <Button
              key={tag.id}
              look="quiet"
              onPress={() => acts.run(tagCard, { card: row.id, name: tag.name })}
            >
              <Swatch tag={tag} />
              {text('board.tagSuggested', { tag: tag.name })}
            </Button>
          ))}
        </div>
      )}
      {canWrite && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault()
            if (draft.trim() !== '' && acts.run(tagCard, { card: row.id, name: draft })) setDraft('')
          }}
        >
          <TextField
            label={text('board.tagAdd')}
            hideLabel
            placeholder={text('board.tagAdd')}
            value={draft}
            onChange={setDraft}
          />
          <Button type="submit" isDisabled={draft.trim() === ''}>
            {text('board.add.short')}
          </Button>
        </form>
      )}
      {canWrite && inUse.length > 0 && (
        <Button look="quiet" onPress={() => useBoardUi.getState().open({ kind: 'kinds', tab: 'tags' })}>
          {text('board.tagChange')}
        </Button>
      )}
    </section>
  )
}
