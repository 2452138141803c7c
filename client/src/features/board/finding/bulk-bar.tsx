// What can be done with the chosen cards, on the board's lower edge while any are being chosen.
import { CLASSES } from '@yokoten/shared/board'
import { Ellipsis, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { IconButton } from '../../../design/icon-button'
import { Menu } from '../../../design/menu'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { placeName, placesOf } from '../places'
import { useBoardUi } from '../ui-store'
import { createBulkActs } from './bulk-acts'
import { Chip } from './chip'
import styles from './finding.module.css'
import { useFilterKinds } from './use-filter-kinds'

/** Suggestions in the order of their names; the rest is typed. */
const TAGS = 12

function TagDialog({ onTag, onClose }: { onTag: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState('')
  const tags =
    useFilterKinds()
      .find((kind) => kind.kind === 'tags')
      ?.choices.slice(0, -1) ?? []
  const put = () => {
    if (name.trim() !== '') onTag(name)
  }
  return (
    <Dialog
      isOpen
      title={text('board.bulk.tag')}
      onClose={onClose}
      footer={
        <Button look="main" isDisabled={name.trim() === ''} onPress={put}>
          {text('board.bulk.tagDo')}
        </Button>
      }
    >
      <div className={styles.panel}>
        <TextField
          label={text('board.bulk.tagName')}
          value={name}
          onChange={setName}
          autoFocus
          onKeyDown={(event) => {
            if (event.key === 'Enter') put()
            else event.continuePropagation()
          }}
        />
        {tags.length > 0 && (
          <div className={styles.chips} role="group" aria-label={text('board.tagsInUse')}>
            {tags.slice(0, TAGS).map((tag) => (
              <Chip key={tag.id} isOn={name === tag.name} onChange={(isOn) => setName(isOn ? tag.name : '')}>
                {tag.name}
              </Chip>
            ))}
          </div>
        )}
      </div>
    </Dialog>
  )
}

export function BulkBar() {
  const { handle, team, acts, people, me, isPhone } = useBoard()
  const isChoosing = useBoardUi((ui) => ui.isChoosing)
  const chosen = useBoardUi((ui) => ui.chosen)
  const columns = useSnapshot(handle, (board) => board.columns)
  const everybody = useSnapshot(team.directory, (directory) => directory.people)
  const [isTagging, setTagging] = useState(false)
  const bulk = useMemo(() => createBulkActs({ handle, acts, person: me ?? '' }), [handle, acts, me])
  if (!isChoosing) return null
  const cards = [...chosen]
  const isNone = cards.length === 0
  const end = () => useBoardUi.getState().setChoosing(false)
  const menu = { look: isPhone ? 'plain' : 'quiet', placement: 'top start', isDisabled: isNone } as const
  const close = <IconButton icon={X} label={text('board.bulk.end')} onPress={end} />
  return (
    <Toolbar className={styles.bulk ?? ''} aria-label={text('board.bulk.bar')} data-bulk>
      <strong role="status">{text('board.bulk.count', { count: cards.length })}</strong>
      {isPhone && close}
      <Menu
        {...menu}
        label={text('board.bulk.move')}
        button={text('board.bulk.move')}
        groups={[
          {
            id: 'places',
            entries: placesOf(columns).map((place) => ({
              id: `${place.column.id} ${place.half}`,
              label: placeName(place),
              run: () => bulk.move(cards, place.column.id, place.half, placeName(place)),
            })),
          },
        ]}
      />
      <Button look={menu.look} isDisabled={isNone} onPress={() => setTagging(true)}>
        {text('board.bulk.tag')}
      </Button>
      {everybody.length > 1 && (
        <Menu
          {...menu}
          label={text('board.bulk.invite')}
          button={text('board.bulk.invite')}
          groups={[
            {
              id: 'people',
              entries: everybody
                .filter((id) => id !== me)
                .map((id) => {
                  const name = people.get(id)?.name ?? text('board.someone')
                  return { id, label: name, run: () => bulk.invite(cards, id, name) }
                }),
            },
          ]}
        />
      )}
      <Menu
        {...menu}
        label={text('board.bulk.class')}
        button={text('board.bulk.class')}
        groups={[
          {
            id: 'classes',
            entries: CLASSES.map((id) => ({
              id,
              label: text(`board.class.${id}`),
              run: () => bulk.classify(cards, id),
            })),
          },
        ]}
      />
      <Button look={menu.look} isDisabled={isNone} onPress={() => bulk.archive(cards)}>
        {text('board.bulk.archive')}
      </Button>
      {cards.length === 1 && (
        <IconButton
          icon={Ellipsis}
          label={text('board.card.menu')}
          onPress={() => useBoardUi.getState().openMenu(cards[0])}
        />
      )}
      {!isPhone && close}
      {isTagging && (
        <TagDialog
          onClose={() => setTagging(false)}
          onTag={(name) => {
            setTagging(false)
            bulk.tag(cards, name)
          }}
        />
      )}
    </Toolbar>
  )
}
