// Says what new waits for the person at this device: as a toast, and by the system where that was allowed.
import { useEffect } from 'react'
import { titleOf } from '@yokoten/shared/playbook'
import { toasts } from '../../design/toasts'
import { useProposalsUi } from '../../features/playbook'
import type { WaitingEntry } from '../../features/playbook'
import { useNow, useReadable } from '../../react'
import { text } from '../../text'
import { newsOf } from './news-rules'
import { keepNewsSaid, newsSaid, newsSettings } from './news-store'

/** One's own proposals come back as news too, as something else: the answer to them. */
const idOf = ({ wanted, decision }: WaitingEntry): string => `${decision.outcome.version.id} ${wanted}`

const twoDigits = (part: number): string => String(part).padStart(2, '0')

function clockOf(now: number): { readonly day: string; readonly minutes: number } {
  const date = new Date(now)
  const day = `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
  return { day, minutes: date.getHours() * 60 + date.getMinutes() }
}

/** The service worker's where there is one: some phones show no other. */
async function showBySystem(words: string): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration()
  if (worker) await worker.showNotification(text('app.name'), { body: words, tag: 'yokoten.waiting' })
  else new Notification(text('app.name'), { body: words, tag: 'yokoten.waiting' })
}

/** `onList` leads to where all of it stands; who looks at that list need not be told. */
export function useNews(
  team: string,
  waiting: readonly WaitingEntry[],
  isListed: boolean,
  onList: () => void,
): void {
  const settings = useReadable(newsSettings)
  const now = useNow()
  useEffect(() => {
    const news = newsOf(settings, newsSaid(team), waiting.map(idOf), clockOf(now))
    if (!news) return
    keepNewsSaid(team, news.said)
    if (isListed && document.visibilityState === 'visible') return
    const fresh = waiting.filter((entry) => news.fresh.includes(idOf(entry)))
    const [only] = fresh
    const isOne = fresh.length === 1 && only !== undefined && !news.isDigest
    const words = isOne
      ? text('proposals.news.one', { title: titleOf(only.decision.case, only.decision.outcome.version) })
      : text('proposals.news.digest', { count: fresh.length })
    const show = isOne
      ? () => useProposalsUi.getState().show({ kind: 'proposal', id: only.decision.case.proposal.id })
      : onList
    toasts.show(words, { action: { label: text('proposals.look'), run: show } })
    const isAllowed = settings.system && 'Notification' in window && Notification.permission === 'granted'
    // Who is looking has the toast. A system that will not show it leaves the count on the rail.
    if (isAllowed && document.visibilityState === 'hidden') void showBySystem(words).catch(() => undefined)
  }, [team, waiting, settings, now, isListed, onList])
}
