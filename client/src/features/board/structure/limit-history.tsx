// How a limit came to be what it is: every change with who, when and why, the latest first.
import { settingKey } from '@yokoten/shared/board'
import type { LimitScope, SettingEntry } from '@yokoten/shared/board'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { momentWords } from '../words'
import styles from './structure.module.css'

type Value = SettingEntry['value'] | undefined

function changeWords(who: string, from: Value, to: Value): string {
  if (typeof to !== 'number') return text('board.limit.taken', { who, from: Number(from ?? 0) })
  if (typeof from !== 'number') return text('board.limit.set', { who, to })
  return from === to ? text('board.limit.kept', { who, to }) : text('board.limit.changed', { who, from, to })
}

export function LimitHistory({ scope }: { scope: LimitScope }) {
  const { handle, people } = useBoard()
  const governed = useSnapshot(handle, (board) => board.settings.get(settingKey(scope, 'limit')))
  if (!governed) return null
  const { history } = governed
  return (
    <details className={styles.history}>
      <summary>{text('board.limit.history', { count: history.length })}</summary>
      <ul>
        {history.toReversed().map((entry, index) => {
          const { words, iso } = momentWords(entry.at)
          const who = people.get(entry.by)?.name ?? text('board.someone')
          const before = history[history.length - 2 - index]?.value
          return (
            <li key={entry.id}>
              <time dateTime={iso}>{words}</time> {changeWords(who, before, entry.value)}
              {entry.why !== '' && ` ${text('board.journey.because', { why: entry.why })}`}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
