// The customer's demand and the working time: all that takt needs, on one page.
import { useState } from 'react'
import {
  parseQuantity,
  PERIODS,
  setDemand,
  setWorkingTime,
  variantLabel,
  type MapRow,
  type Period,
} from '@yokoten/shared/map'
import { Button } from '../../design/button'
import { Dialog } from '../../design/dialog'
import { NumberField } from '../../design/number-field'
import { Select } from '../../design/select'
import { text } from '../../text'
import { capacityBasis } from './demand-words'
import { explainTyped, formatNumber, formatQuantity } from './format'
import { keepDemand } from './keep-typed'
import { useMap, useMapRoom, useUi } from './map-context'
import { explainRefusal } from './refusals'
import styles from './sheets.module.css'
import { TypedField } from './typed-field'

function demandAsTyped(map: MapRow): string {
  const variants = Object.entries(map.variants).sort(([a], [b]) => (a < b ? -1 : 1))
  if (variants.length > 0)
    return variants.map(([key, { pieces }]) => `${formatNumber(pieces)} ${variantLabel(key)}`).join(' + ')
  return map.demand ? formatNumber(map.demand.pieces) : ''
}

/** Seconds as they would be typed: whole hours or minutes where they are whole. */
const secondsAsTyped = (seconds: number): string => {
  if (seconds !== 0 && seconds % 3600 === 0) return formatQuantity({ value: seconds / 3600, unit: 'h' })
  return formatQuantity({ value: seconds / 60, unit: 'min' })
}

const IN_SECONDS = { s: 1, min: 60, h: 3600 } as const

function Fields() {
  const { run } = useMapRoom()
  const map = useMap((snapshot) => snapshot.map)
  const basis = useMap(capacityBasis)
  const [per, setPer] = useState<Period>(map.demand?.per ?? 'month')
  const keepTime = (args: Parameters<typeof setWorkingTime.decide>[1]) => {
    const done = run(setWorkingTime, args)
    return done.ok ? undefined : explainRefusal(done.error)
  }
  const [error, setError] = useState<string>()
  const number =
    (key: 'shiftsPerDay' | 'workingDaysPerMonth' | 'workingDaysPerWeek') => (value: number | undefined) => {
      if (value !== undefined) setError(keepTime({ [key]: value }))
    }
  const duration = (typed: string, keep: (seconds: number) => string | undefined) => {
    const read = parseQuantity('changeover', typed, 'min')
    if (!read.ok) return explainTyped(read.error, '10 min')
    const unit = read.value?.unit ?? 's'
    if (unit !== 's' && unit !== 'min' && unit !== 'h')
      return explainTyped({ reason: 'wrong-unit', unit, units: ['min', 'h'] }, '')
    return keep((read.value?.value ?? 0) * IN_SECONDS[unit])
  }
  const changePer = (next: Period) => {
    setPer(next)
    const parts = Object.entries(map.variants).map(([key, { pieces }]) => ({
      label: variantLabel(key),
      pieces,
    }))
    if (map.demand)
      run(setDemand, {
        parts: parts.length > 0 ? parts : [{ label: '', pieces: map.demand.pieces }],
        per: next,
      })
  }
  return (
    <div className={styles.form}>
      <div className={styles.wideAndNarrow}>
        <TypedField
          label={text('map.demand.need')}
          typed={demandAsTyped(map)}
          placeholder="18,400"
          note={text('map.demand.needNote')}
          onKeep={(typed) => keepDemand(run, typed, per)}
        />
        <Select
          label={text('map.demand.per')}
          choices={PERIODS.map((id) => ({ id, label: text(`map.demand.per.${id}`) }))}
          value={per}
          onChange={changePer}
        />
      </div>
      <div className={styles.pair}>
        <NumberField
          label={text('map.demand.shifts')}
          value={map.shiftsPerDay}
          onChange={number('shiftsPerDay')}
          minValue={1}
          maxValue={24}
        />
        <TypedField
          label={text('map.demand.shiftLength')}
          typed={secondsAsTyped(map.shiftSeconds)}
          onKeep={(typed) => duration(typed, (shiftSeconds) => keepTime({ shiftSeconds }))}
        />
        <NumberField
          label={text('map.demand.breaks')}
          value={map.breaks.count}
          onChange={(count) =>
            count !== undefined && setError(keepTime({ breaks: { ...map.breaks, count } }))
          }
          minValue={0}
          maxValue={50}
        />
        <TypedField
          label={text('map.demand.breakLength')}
          typed={secondsAsTyped(map.breaks.seconds)}
          onKeep={(typed) => duration(typed, (seconds) => keepTime({ breaks: { ...map.breaks, seconds } }))}
        />
        {per === 'month' && (
          <NumberField
            label={text('map.demand.daysMonth')}
            value={map.workingDaysPerMonth}
            onChange={number('workingDaysPerMonth')}
            minValue={1}
            maxValue={31}
          />
        )}
        {per === 'week' && (
          <NumberField
            label={text('map.demand.daysWeek')}
            value={map.workingDaysPerWeek}
            onChange={number('workingDaysPerWeek')}
            minValue={1}
            maxValue={7}
          />
        )}
      </div>
      {error !== undefined && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <p className={styles.result} role="status">
        {basis}
      </p>
    </div>
  )
}

export function DemandDialog() {
  const { ui } = useMapRoom()
  const isOpen = useUi((state) => state.open === 'demand')
  const close = () => ui.setState({ open: 'none' })
  return (
    <Dialog
      isOpen={isOpen}
      title={text('map.demand.title')}
      onClose={close}
      footer={
        <Button look="main" onPress={close}>
          {text('map.demand.done')}
        </Button>
      }
    >
      <Fields />
    </Dialog>
  )
}
