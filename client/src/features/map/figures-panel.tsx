// What the map says: figures that unfold into how they came about, bars against takt, and sentences.
import { ChevronDown } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { setWorkingTime } from '@yokoten/shared/map'
import { Button } from '../../design/button'
import { classNames } from '../../design/class-names'
import { Icon } from '../../design/icon'
import { Segmented } from '../../design/segmented'
import { text } from '../../text'
import { capacityWords, figureWords, type FigureWords } from './figure-words'
import styles from './figures.module.css'
import { useMap, useMapRoom } from './map-context'
import { sentences } from './sentences'
import { TaktBars } from './takt-bars'

function Figure({
  figure,
  isLow = false,
  children,
}: {
  figure: FigureWords
  isLow?: boolean
  children?: ReactNode
}) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <li>
      <button
        type="button"
        className={styles.figure}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span>{figure.label}</span>
        <b className={classNames(!figure.isKnown && styles.unknown, isLow && styles.low)}>{figure.value}</b>
        <Icon of={ChevronDown} size={14} />
      </button>
      <div id={id} hidden={!isOpen} className={styles.how}>
        {isOpen && (
          <>
            {figure.how.map((words) => (
              <p key={words}>{words}</p>
            ))}
            {children}
          </>
        )}
      </div>
    </li>
  )
}

function DayBasis() {
  const { act, canEdit } = useMapRoom()
  const shown = useMap((map) => map.map.dayBasis)
  if (!canEdit) return null
  return (
    <div className={styles.basis}>
      <span>{text('map.figure.dayBasis')}</span>
      <Segmented
        label={text('map.figure.dayBasis')}
        segments={[
          { id: 'net', label: text('map.figure.dayNet') },
          { id: 'calendar', label: text('map.figure.dayCalendar') },
        ]}
        value={shown}
        onChange={(dayBasis) => act(setWorkingTime, { dayBasis })}
      />
    </div>
  )
}

export function Figures() {
  const { ui, canEdit } = useMapRoom()
  const map = useMap((snapshot) => snapshot)
  const said = sentences(map)
  const steps = [...map.figures.steps]
  const isOffice = map.figures.school === 'office'
  const { perDay } = map.figures.demand
  return (
    <div className={styles.figures}>
      <ul>
        {figureWords(map).map((figure) => (
          <Figure key={figure.id} figure={figure}>
            {figure.id === 'share' && <DayBasis />}
            {canEdit && ['demand', 'available', 'takt'].includes(figure.id) && (
              <Button onPress={() => ui.setState({ open: 'demand' })}>{text('map.demand.change')}</Button>
            )}
          </Figure>
        ))}
      </ul>
      {!isOffice && !perDay.ok && canEdit && steps.length > 0 && (
        <Button look="main" wide onPress={() => ui.setState({ open: 'demand' })}>
          {text('map.demand.say')}
        </Button>
      )}
      {!isOffice && steps.length > 0 && (
        <>
          <h3>{text('map.bars')}</h3>
          <TaktBars map={map} />
        </>
      )}
      {said.length > 0 && (
        <ul className={styles.said}>
          {said.map(({ id, words, tone }) => (
            <li key={id} className={styles[tone]}>
              {words}
            </li>
          ))}
        </ul>
      )}
      {!isOffice && steps.length > 0 && (
        <>
          <h3>{text('map.figure.capacity')}</h3>
          <ul>
            {steps.map(([id, step]) => (
              <Figure
                key={id}
                figure={capacityWords(map, id, step)}
                isLow={
                  step.capacity.ok &&
                  map.figures.demand.perShift.ok &&
                  step.capacity.value < map.figures.demand.perShift.value
                }
              />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
