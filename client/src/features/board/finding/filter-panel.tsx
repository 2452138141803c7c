// The parts of a filter to choose from, and the views that the team has saved.
import {
  addView,
  changeView,
  filterFromText,
  filterToText,
  isEmptyFilter,
  ME,
  moveListed,
  removeView,
} from '@yokoten/shared/board'
import type { BoardFilter } from '@yokoten/shared/board'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../design/button'
import { Menu } from '../../../design/menu'
import { TextField } from '../../../design/text-field'
import { toasts } from '../../../design/toasts'
import { useReadable, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import { Chip } from './chip'
import { copyViewLink } from './copy-link'
import styles from './finding.module.css'
import { changeFilter, clearFilter } from './use-filter'
import { useFilterKinds } from './use-filter-kinds'

const show = (filter: BoardFilter) => useBoardUi.getState().setFilter(filter)

function Views() {
  const { handle, canWrite, me, ageing } = useBoard()
  const isUsualKnown = useReadable(ageing).bands.size > 0
  const views = useSnapshot(handle, (board) => board.views)
  const filter = useBoardUi((ui) => ui.filter)
  const now = filterToText(filter)
  const toggle = (wanted: BoardFilter) => (isOn: boolean) => (isOn ? show(wanted) : clearFilter())
  const here = views.find((view) => view.filter === now)
  return (
    <fieldset className={styles.kind}>
      <legend>{text('board.filter.views')}</legend>
      <div className={styles.chips}>
        {me !== undefined && (
          <Chip
            isOn={filter.people.includes(ME)}
            onChange={(isOn) => {
              const others = filter.people.filter((id) => id !== ME)
              changeFilter({ people: isOn ? [ME, ...others] : others })
            }}
          >
            {text('board.filter.mine')}
          </Chip>
        )}
        <Chip isOn={filter.ageing} onChange={(isOn) => changeFilter({ ageing: isOn })}>
          {text('board.filter.ageing')}
        </Chip>
        <Chip isOn={filter.blocked} onChange={(blocked) => changeFilter({ blocked })}>
          {text('board.filter.blocked')}
        </Chip>
        {views.map((view) => (
          <Chip key={view.id} isOn={view.filter === now} onChange={toggle(filterFromText(view.filter))}>
            {view.name}
          </Chip>
        ))}
        {canWrite && views.length > 0 && <ViewMenu chosen={here?.id} />}
      </div>
      {filter.ageing && !isUsualKnown && <p className={styles.note}>{text('board.filter.ageingUnknown')}</p>}
    </fieldset>
  )
}

/** What can be done with the saved views: the one that is shown, or any of them. */
function ViewMenu({ chosen }: { chosen: string | undefined }) {
  const { handle, acts } = useBoard()
  const views = useSnapshot(handle, (board) => board.views)
  const { open } = useBoardUi.getState()
  const filter = useBoardUi((ui) => ui.filter)
  const listed = chosen === undefined ? views : views.filter((view) => view.id === chosen)
  return (
    <Menu
      label={text('board.view.manage')}
      icon={Ellipsis}
      look="quiet"
      groups={listed.map((view) => ({
        id: view.id,
        label: view.name,
        entries: [
          {
            id: `rename ${view.id}`,
            label: text('board.view.rename'),
            run: () => open({ kind: 'view', view: view.id }),
          },
          {
            id: `update ${view.id}`,
            label: text('board.view.update'),
            isDisabled: isEmptyFilter(filter) || view.filter === filterToText(filter),
            run: () => void acts.run(changeView, { view: view.id, filter: filterToText(filter) }),
          },
          {
            id: `first ${view.id}`,
            label: text('board.view.first'),
            isDisabled: views[0] === view,
            run: () => void acts.run(moveListed, { list: 'views', id: view.id, after: null }),
          },
          {
            id: `remove ${view.id}`,
            label: text('board.view.remove'),
            run: () => void acts.putAway(removeView, { view: view.id }, view.name),
          },
        ],
      }))}
    />
  )
}

function Save() {
  const { acts, canWrite } = useBoard()
  const filter = useBoardUi((ui) => ui.filter)
  const [name, setName] = useState<string>()
  if (isEmptyFilter(filter)) return null
  const save = () => {
    if (!acts.run(addView, { name: name ?? '', filter: filterToText(filter) })) return
    setName(undefined)
    toasts.show(text('board.view.saved'))
  }
  return (
    <div className={styles.acts}>
      {name !== undefined && (
        <TextField
          label={text('board.view.name')}
          value={name}
          onChange={setName}
          autoFocus
          onKeyDown={(event) => {
            if (event.key === 'Enter') save()
            else event.continuePropagation()
          }}
        />
      )}
      {canWrite && (
        <Button onPress={name === undefined ? () => setName('') : save}>
          {text(name === undefined ? 'board.view.save' : 'board.view.saveDo')}
        </Button>
      )}
      {name === undefined && (
        <>
          <Button look="quiet" onPress={() => void copyViewLink(filter)}>
            {text('board.filter.copyLink')}
          </Button>
          <Button look="quiet" onPress={clearFilter}>
            {text('board.filter.clear')}
          </Button>
        </>
      )}
    </div>
  )
}

export function FilterPanel() {
  const filter = useBoardUi((ui) => ui.filter)
  const kinds = useFilterKinds()
  return (
    <div className={styles.panel}>
      <Views />
      <Save />
      {kinds.map(({ kind, name, choices }) => (
        <fieldset key={kind} className={styles.kind}>
          <legend>{name}</legend>
          <div className={styles.chips}>
            {choices
              .filter(({ id }) => id !== ME)
              .map(({ id, name: choice }) => {
                const chosen: readonly string[] = filter[kind]
                return (
                  <Chip
                    key={id}
                    isOn={chosen.includes(id)}
                    onChange={(isOn) =>
                      changeFilter({ [kind]: isOn ? [...chosen, id] : chosen.filter((one) => one !== id) })
                    }
                  >
                    {choice}
                  </Chip>
                )
              })}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
