// Addresses elsewhere that belong to the card: opened in a page of their own, which learns nothing of this one.
import { ExternalLink, X } from 'lucide-react'
import { useState } from 'react'
import { addWebLink, removeWebLink } from '@yokoten/shared/board'
import { webAddress } from '@yokoten/shared/kernel'
import type { CardRow } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Icon } from '../../../design/icon'
import { IconButton } from '../../../design/icon-button'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './card-sheet.module.css'

function AddWeb({ card, onDone }: { card: string; onDone: () => void }) {
  const { acts } = useBoard()
  const [url, setUrl] = useState('')
  const [name, setName] = useState('')
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        if (url.trim() !== '' && acts.run(addWebLink, { card, url, name })) onDone()
      }}
    >
      <TextField
        autoFocus
        label={text('board.web.address')}
        // No address to the browser, whose own check would refuse `example.org`.
        inputMode="url"
        placeholder="https://"
        value={url}
        onChange={setUrl}
      />
      <TextField label={text('board.web.name')} value={name} onChange={setName} />
      <div className={styles.foot}>
        <Button look="quiet" onPress={onDone}>
          {text('board.cancel')}
        </Button>
        <Button type="submit" isDisabled={url.trim() === ''}>
          {text('board.web.add')}
        </Button>
      </div>
    </form>
  )
}

interface CardWebProps {
  readonly row: CardRow
  readonly isAdding: boolean
  readonly onAdded: () => void
}

/** Nothing stands here until there is an address or one is being added. */
export function CardWeb({ row, isAdding, onAdded }: CardWebProps) {
  const { acts, canWrite } = useBoard()
  const links = Object.entries(row.web).sort(([a, one], [b, other]) => one.at - other.at || (a < b ? -1 : 1))
  if (links.length === 0 && !isAdding) return null
  return (
    <section className={styles.section}>
      <h3>{text('board.web')}</h3>
      <ul>
        {links.map(([id, link]) => {
          const name = link.name || link.url
          const address = webAddress(link.url)
          return (
            <li key={id} className={styles.item}>
              {address === undefined ? (
                <span className={styles.itemWords}>{name}</span>
              ) : (
                <a className={styles.web} href={address} target="_blank" rel="noopener noreferrer">
                  <Icon of={ExternalLink} size={16} />
                  {name}
                </a>
              )}
              {canWrite && (
                <IconButton
                  icon={X}
                  label={text('board.web.remove', { name })}
                  onPress={() => acts.run(removeWebLink, { card: row.id, link: id })}
                />
              )}
            </li>
          )
        })}
      </ul>
      {isAdding && canWrite && <AddWeb card={row.id} onDone={onAdded} />}
    </section>
  )
}
