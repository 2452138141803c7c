// Templates: what new cards may begin with. They are made from a card.
import { archiveTemplate, editTemplate } from '@yokoten/shared/board'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { InPlace, KindRow } from './kind-row'
import styles from './kinds.module.css'
import { useOrder } from './use-order'

export function TemplatesPanel() {
  const { handle, acts, canWrite } = useBoard()
  const templates = useSnapshot(handle, (board) => board.templates)
  const order = useOrder('templates', templates)
  return (
    <div className={styles.panel}>
      {templates.length === 0 && <p className={styles.note}>{text('board.kinds.templateEmpty')}</p>}
      <ul className={styles.list}>
        {templates.map(({ id, name, content }) => (
          <KindRow
            key={id}
            id={id}
            order={order}
            name={name}
            canWrite={canWrite}
            onName={(next) => acts.run(editTemplate, { template: id, name: next })}
            onRemove={() => acts.putAway(archiveTemplate, { template: id }, name)}
          >
            <div className={styles.more}>
              <InPlace
                label={text('board.kinds.templateTitle')}
                value={content.title}
                isReadOnly={!canWrite}
                onChange={(title) => acts.run(editTemplate, { template: id, title })}
              />
              <InPlace
                label={text('board.kinds.templateWords')}
                rows={2}
                value={content.words}
                isReadOnly={!canWrite}
                onChange={(words) => acts.run(editTemplate, { template: id, words })}
              />
            </div>
          </KindRow>
        ))}
      </ul>
    </div>
  )
}
