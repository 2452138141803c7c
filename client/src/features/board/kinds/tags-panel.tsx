// The board's tags: renamed, coloured and removed for every card at once.
import { archiveTag, colourTag, renameTag } from '@yokoten/shared/board'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { ColourSelect, KindRow } from './kind-row'
import styles from './kinds.module.css'

export function TagsPanel() {
  const { handle, acts, canWrite } = useBoard()
  const tags = useSnapshot(handle, (board) => board.tags)
  const inUse = [...tags.values()]
    .filter((tag) => !tag.archived)
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
  return (
    <div className={styles.panel}>
      {inUse.length === 0 && <p className={styles.note}>{text('board.kinds.tagEmpty')}</p>}
      <ul className={styles.list}>
        {inUse.map((tag) => (
          <KindRow
            key={tag.id}
            id={tag.id}
            name={tag.name}
            canWrite={canWrite}
            onName={(name) => acts.run(renameTag, { tag: tag.id, name })}
            onRemove={() => acts.putAway(archiveTag, { tag: tag.id }, tag.name)}
            colour={
              <ColourSelect
                label={text('board.kinds.colourOf', { name: tag.name })}
                hideLabel
                withNone
                isDisabled={!canWrite}
                value={tag.colour}
                onChange={(colour) => acts.run(colourTag, { tag: tag.id, colour })}
              />
            }
          />
        ))}
      </ul>
    </div>
  )
}
