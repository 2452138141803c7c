// Yeses that were needed, month by month: the picture that should fall, and its numbers as a table.
import type { Waiting } from '@yokoten/shared/playbook'
import { VisuallyHidden } from '../../../design/visually-hidden'
import { text } from '../../../text'
import { spanWords } from '../proposals/words'
import styles from './rules.module.css'

const MONTHS = 6
const HEIGHT = 84
const WIDTH = 480
const BAR = 36

export interface Month extends Waiting {
  /** `YYYY-MM` */
  readonly month: string
}

/** The months up to today's, those without a yes too, since a gap is good news. */
export function lastMonths(byMonth: ReadonlyMap<string, Waiting>, today: string): readonly Month[] {
  const [year = 1970, month = 1] = today.split('-').map(Number)
  return Array.from({ length: MONTHS }, (_, index) => {
    const first = new Date(Date.UTC(year, month - MONTHS + index, 1))
    const key = first.toISOString().slice(0, 'YYYY-MM'.length)
    return { month: key, ...(byMonth.get(key) ?? { yeses: 0, days: 0 }) }
  })
}

const short = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' })
const long = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const dateOf = (month: string): Date => new Date(`${month}-01T00:00:00Z`)

export function YesesChart({ months }: { months: readonly Month[] }) {
  const most = Math.max(...months.map((one) => one.yeses), 1)
  const pitch = WIDTH / months.length
  return (
    <figure className={styles.bars}>
      <figcaption className={styles.quiet}>{text('playbook.yeses.title')}</figcaption>
      <svg viewBox={`0 -20 ${WIDTH} ${HEIGHT + 40}`} aria-hidden>
        <path d={`M0 ${HEIGHT}H${WIDTH}`} />
        {months.map(({ month, yeses }, index) => {
          const middle = index * pitch + pitch / 2
          const height = (yeses / most) * HEIGHT
          return (
            <g key={month}>
              <rect x={middle - BAR / 2} y={HEIGHT - height} width={BAR} height={height} rx={2} />
              <text className={styles.value} x={middle} y={HEIGHT - height - 5}>
                {yeses}
              </text>
              <text x={middle} y={HEIGHT + 16}>
                {short.format(dateOf(month))}
              </text>
            </g>
          )
        })}
      </svg>
      <VisuallyHidden>
        <table>
          <caption>{text('playbook.yeses.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('playbook.yeses.month')}</th>
              <th scope="col">{text('playbook.yeses.needed')}</th>
              <th scope="col">{text('playbook.yeses.waited')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, yeses, days }) => (
              <tr key={month}>
                <th scope="row">{long.format(dateOf(month))}</th>
                <td>{yeses}</td>
                <td>{yeses === 0 ? text('playbook.lately.none') : spanWords(days)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  )
}
