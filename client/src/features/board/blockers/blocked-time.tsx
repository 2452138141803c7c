// How long the card stood still of the time since its start, in one sentence: blocked time is waiting time.
import { blockedTimeOf } from '@yokoten/shared/board'
import type { BlockerRow } from '@yokoten/shared/board'
import { useNow, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { forHowLong } from '../words'

export function BlockedTime({ card, blockers }: { card: string; blockers: readonly BlockerRow[] }) {
  const { handle } = useBoard()
  const journey = useSnapshot(handle, (board) => board.journeys.get(card))
  const now = useNow()
  if (!journey || journey.startedAt === null) return null
  const { total } = blockedTimeOf(blockers, journey, now)
  if (total === 0) return null
  const all = (journey.finishedAt ?? now) - journey.startedAt
  const values = { lasts: forHowLong(total), of: forHowLong(all) }
  return (
    <p>
      {text(journey.finishedAt === null ? 'board.blockedTime.running' : 'board.blockedTime.over', values)}
    </p>
  )
}
