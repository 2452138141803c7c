// The wall's three sheets of paper.
import { classNames } from '../../../design/class-names'
import { text } from '../../../text'
import type { WallFigures } from './wall-figures'
import { FITS, partOf } from './wall-pages'
import styles from './wall-panels.module.css'

/** More slots than this are said in words. */
const DRAWN = 10
/** In hundredths of the screen's height, as in wall-panels.module.css: a row, a slot with its gap, a letter; numbers in words. */
const ROW = 43
const SLOT = 3
const LETTER = 1.6
const IN_WORDS = 18

/** A name that does not fit beside its slots on one line has two, in smaller letters. */
function isLong({ name, used, limit }: WallFigures['rooms'][number]): boolean {
  const drawn = Math.max(used, limit)
  return name.length * LETTER > ROW - (drawn > DRAWN ? IN_WORDS : drawn * SLOT)
}

/** A list's heading; a list longer than the wall says which part this is. */
function Heading({ words, part }: { words: string; part?: { from: number; to: number; of: number } }) {
  return (
    <h2>
      {words}
      {part && part.of > part.to - part.from + 1 && (
        <span className={styles.part}>{text('board.wall.part', part)}</span>
      )}
    </h2>
  )
}

export function StopsPanel({ stops, page }: { stops: WallFigures['stops']; page: number }) {
  const part = partOf(stops, FITS.stops, page)
  return (
    <section className={styles.panel} aria-label={text('board.wall.stopped')}>
      <Heading words={text('board.wall.stopped')} part={part} />
      {stops.length === 0 && <p className={styles.calm}>{text('board.wall.nothingStops')}</p>}
      <ul>
        {part.items.map((stop) => (
          <li key={stop.id} className={styles.stop}>
            <p className={styles.title}>{stop.title}</p>
            <p className={classNames(styles.facts, stop.isAlone && styles.alone)}>{stop.facts}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Slots({ used, limit }: { used: number; limit: number }) {
  const words = text('board.wall.slots', { used, limit, free: Math.max(0, limit - used) })
  const drawn = Math.max(used, limit)
  if (drawn > DRAWN) return <span className={styles.number}>{words}</span>
  return (
    <span className={styles.slots} role="img" aria-label={words}>
      {Array.from({ length: drawn }, (_, slot) => (
        <i key={slot} className={classNames(slot >= limit ? styles.over : slot >= used && styles.free)} />
      ))}
    </span>
  )
}

interface RoomPanelProps {
  readonly rooms: WallFigures['rooms']
  readonly next: WallFigures['next']
  readonly page: number
}

export function RoomPanel({ rooms, next, page }: RoomPanelProps) {
  const part = partOf(rooms, FITS.rooms, page)
  return (
    <section className={styles.panel} aria-label={text('board.wall.room')}>
      <Heading words={text('board.wall.room')} part={part} />
      {rooms.length === 0 && <p className={styles.calm}>{text('board.wall.noLimits')}</p>}
      <ul>
        {part.items.map((room) => (
          <li key={room.id} className={classNames(styles.row, isLong(room) && styles.long)}>
            <span className={styles.name}>{room.name}</span>
            <Slots used={room.used} limit={room.limit} />
          </li>
        ))}
      </ul>
      {next && (
        <p className={styles.next}>
          <b>{next.act}</b> {next.what}
        </p>
      )}
    </section>
  )
}

export function AgesPanel({ figures, page }: { figures: WallFigures; page: number }) {
  const { ages, usual, usualPart, done, doneWords } = figures
  const part = partOf(ages, FITS.ages, page)
  return (
    <div className={styles.panel}>
      <section aria-label={text('board.wall.old')}>
        <Heading words={text('board.wall.old')} part={part} />
        {ages.length === 0 && <p className={styles.calm}>{text('board.wall.nothingInWork')}</p>}
        <ul className={styles.ages}>
          {part.items.map((age) => (
            <li key={age.id} className={classNames(styles.age, age.isLate && styles.late)}>
              <span className={styles.spoken}>{age.spoken}</span>
              <span className={styles.bar} aria-hidden>
                <i style={{ width: `${age.part * 100}%` }} />
                {usualPart !== undefined && <u style={{ left: `${usualPart * 100}%` }} />}
              </span>
              <span className={styles.days}>{age.days}</span>
            </li>
          ))}
        </ul>
        <p className={styles.usual}>{usual}</p>
      </section>
      <section className={styles.week} aria-label={text('board.wall.week')}>
        <h2>{text('board.wall.week')}</h2>
        {done > 0 && (
          <p className={styles.done}>
            <b>{done}</b> {text('board.wall.done')}
          </p>
        )}
        <p className={styles.half}>{doneWords}</p>
      </section>
    </div>
  )
}
