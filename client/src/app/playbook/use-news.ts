// Says what new waits for the person at this device: as a toast, and by the system where that was allowed.
import { useEffect, useMemo } from 'react'
import { titleOf } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { toasts } from '../../design/toasts'
import { actWords, useProposalsUi } from '../../features/playbook'
import type { WaitingEntry } from '../../features/playbook'
import { useNow, useReadable, useSnapshot } from '../../react'
import type { DocumentHandle } from '../../session/api'
import { text } from '../../text'
import type { AppTeam } from '../device-context'
import { newsOf, toldTo } from './news-rules'
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

/** One piece of news: how it is said alone, and what a press on it leads to, where that is not the list. */
interface Item {
  readonly id: string
  readonly words: () => string
  readonly show?: () => void
}

const waitingItem = (entry: WaitingEntry): Item => {
  const { case: one, outcome } = entry.decision
  return {
    id: idOf(entry),
    words: () => text('proposals.news.one', { title: titleOf(one, outcome.version) }),
    show: () => useProposalsUi.getState().show({ kind: 'proposal', id: one.proposal.id }),
  }
}

/** Notes for the person at this device. */
function useToldItems(team: AppTeam, handle: DocumentHandle<PlaybookSnapshot>, isWall: boolean) {
  const me = useReadable(team.person)
  const tells = useSnapshot(handle, (playbook) => playbook.tells)
  const at = useNow() + (useReadable(team.relayOffset) ?? 0)
  return useMemo(
    () =>
      me === undefined || isWall
        ? []
        : toldTo(tells, me, at).map(({ id, words, act }): Item => ({
            id: `told ${id}`,
            words: () =>
              text('proposals.news.told', {
                what: words === '' ? actWords(handle.get(), act.kind) : words,
              }),
          })),
    [me, isWall, tells, at, handle],
  )
}

/** `onList` leads to where all of it stands; who looks at that list need not be told. */
export function useNews(
  team: AppTeam,
  handle: DocumentHandle<PlaybookSnapshot>,
  waiting: readonly WaitingEntry[],
  isWall: boolean,
  isListed: boolean,
  onList: () => void,
): void {
  const settings = useReadable(newsSettings)
  const now = useNow()
  const told = useToldItems(team, handle, isWall)
  useEffect(() => {
    const items = [...(isWall ? [] : waiting.map(waitingItem)), ...told]
    const ids = items.map(({ id }) => id)
    const news = newsOf(settings, newsSaid(team.teamId), ids, clockOf(now))
    if (!news) return
    keepNewsSaid(team.teamId, news.said)
    if (isListed && document.visibilityState === 'visible') return
    const fresh = items.filter(({ id }) => news.fresh.includes(id))
    const hasTold = told.some(({ id }) => news.fresh.includes(id))
    const [only] = fresh
    const isOne = fresh.length === 1 && only !== undefined && !news.isDigest
    const words = isOne
      ? only.words()
      : text(hasTold ? 'proposals.news.toldDigest' : 'proposals.news.digest', { count: fresh.length })
    const show = (isOne && only.show) || onList
    toasts.show(words, { action: { label: text('proposals.look'), run: show } })
    const isAllowed = settings.system && 'Notification' in window && Notification.permission === 'granted'
    // Who is looking has the toast. A system that will not show it leaves the count on the rail.
    if (isAllowed && document.visibilityState === 'hidden') void showBySystem(words).catch(() => undefined)
  }, [team, waiting, told, isWall, settings, now, isListed, onList])
}
