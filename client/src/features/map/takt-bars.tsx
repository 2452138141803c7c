// Time per piece of every step against takt: C/T solid, downtime and changeovers hatched on top of it.
import type { MapSnapshot, StepFigures } from '@yokoten/shared/map'
import { text } from '../../text'
import { nameOf } from './figure-words'
import { formatCount, formatSeconds } from './format'
import styles from './figures.module.css'

const HEIGHT = 112
const STEP = 48
const BAR = 30

type Bar = NonNullable<StepFigures['bar']>
const whole = (bar: Bar) => bar.cycleS + bar.downtimeS + bar.changeoverS

/** A name short enough to stand under its bar: "Spot weld 1" is "SW 1". */
export function shortName(name: string): string {
  const words = name.split(' ').filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  if (words.length > 1 && /^#?\d+$/.test(last)) {
    const letters = words.slice(0, -1).map((word) => word.charAt(0).toUpperCase())
    return `${letters.join('')} ${last}`
  }
  return name.length <= 8 ? name : `${name.slice(0, 7)}…`
}

export function TaktBars({ map }: { map: MapSnapshot }) {
  const { steps, takt } = map.figures
  const bars = [...steps].flatMap(([id, { bar, overTakt, overloaded }]) =>
    bar ? [{ id, bar, isOver: overTakt || overloaded, name: nameOf(map, id) }] : [],
  )
  if (bars.length === 0) return null
  const top = Math.max(...bars.map(({ bar }) => whole(bar)), takt.ok ? takt.value : 0) * 1.04 || 1
  const y = (seconds: number) => HEIGHT - (seconds / top) * HEIGHT
  const width = Math.max(bars.length * STEP, 240)
  const pitch = width / bars.length
  const left = (index: number) => index * pitch + (pitch - BAR) / 2
  const isHatched = bars.some(({ bar }) => bar.downtimeS + bar.changeoverS > 0)
  return (
    <figure className={styles.bars}>
      <svg
        viewBox={`0 -18 ${width} ${HEIGHT + 38}`}
        role="img"
        aria-label={`${text('map.bars')}. ${bars
          .map(({ name, bar }) => text('map.bars.words', { step: name, time: formatSeconds(bar.cycleS) }))
          .join('; ')}`}
      >
        <defs>
          <pattern
            id="map-hatch"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0V5" className={styles.hatch} />
          </pattern>
        </defs>
        {bars.map(({ id, bar, isOver }, index) => {
          const x = left(index)
          return (
            <g key={id} className={isOver ? styles.barOver : styles.bar}>
              <rect x={x} y={y(bar.cycleS)} width={BAR} height={Math.max(1, HEIGHT - y(bar.cycleS))} rx={2} />
              {whole(bar) > bar.cycleS && (
                <rect
                  className={styles.extra}
                  x={x}
                  y={y(whole(bar))}
                  width={BAR}
                  height={Math.max(0, y(bar.cycleS) - y(whole(bar)))}
                />
              )}
            </g>
          )
        })}
        {takt.ok && (
          <g className={styles.taktLine}>
            <path d={`M0 ${y(takt.value)}H${width}`} />
            <text x={0} y={y(takt.value) - 5}>
              {text('map.bars.takt', { value: formatSeconds(takt.value) })}
            </text>
          </g>
        )}
        {bars.map(({ id, bar, name }, index) => (
          <g key={id}>
            <text className={styles.barValue} x={left(index) + BAR / 2} y={y(whole(bar)) - 5}>
              {formatCount(bar.cycleS)}
            </text>
            <text className={styles.barName} x={left(index) + BAR / 2} y={HEIGHT + 15}>
              <title>{name}</title>
              {shortName(name)}
            </text>
          </g>
        ))}
      </svg>
      {isHatched && <figcaption>{text('map.bars.legend')}</figcaption>}
    </figure>
  )
}
