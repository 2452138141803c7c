// Asked of the team, in the right column: open requests by age with their two clocks, what was resolved, and how fast.
import { LifeBuoy, MessageCircleWarning } from 'lucide-react'
import { useMemo, useState } from 'react'
import { requestFigures, requestsOpen, requestState } from '@yokoten/shared/playbook'
import type { RequestRow } from '@yokoten/shared/playbook'
import { Link } from 'wouter'
import { Button } from '../../../design/button'
import { Icon } from '../../../design/icon'
import { useActions } from '../../../input'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import { usePlaybook, usePlaybookRoom, useTeamNow } from '../playbook-context'
import { aboutFromWord } from './about'
import { RaiseDialog } from './raise-dialog'
import type { RequestKind } from './raise-dialog'
import { clockWords, figureSentences, raisedWords, saidTo } from './request-words'
import { voiceActs } from './voice-acts'
import type { VoiceAct, VoiceAsk } from './voice-acts'
import { VoiceAsks } from './voice-asks'
import styles from './voice.module.css'

/** Resolved ones that can still be read and reopened here. */
const SHOWN_RESOLVED = 10

function AboutLink({ word }: { word: string | null }) {
  const { paths, team } = usePlaybookRoom()
  const about = aboutFromWord(word)
  const document = about && (about.kind === 'card' ? about.board : about.map)
  const name = useSnapshot(team.directory, ({ documentsById }) => documentsById.get(document ?? '')?.name)
  if (!about || name === undefined) return null
  const isCard = about.kind === 'card'
  return (
    <Link
      className={styles.about ?? ''}
      href={isCard ? paths.card(about.board, about.card) : paths.step(about.map, about.step)}
    >
      {text(isCard ? 'voice.aboutCard' : 'voice.aboutStep', { name })}
    </Link>
  )
}

function Request({ row, acts }: { row: RequestRow; acts: readonly VoiceAct[] }) {
  const { nameOf } = usePlaybookRoom()
  const { at: now } = useTeamNow()
  const said = saidTo(row, nameOf)
  return (
    <li className={styles.request}>
      <div className={styles.head}>
        <Icon of={row.kind === 'help' ? LifeBuoy : MessageCircleWarning} size={18} />
        <p className={styles.words}>
          {row.words}
          <small>
            {raisedWords(row, nameOf, now)} · {clockWords(row)}
          </small>
        </p>
      </div>
      <AboutLink word={row.about} />
      {said.length > 0 && (
        <ul className={styles.said}>
          {said.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      )}
      {acts.length > 0 && (
        <div className={styles.acts}>
          {acts.map((act) => (
            <Button key={act.id} aria-label={act.label} onPress={act.run}>
              {act.short}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}

export function AskedSection() {
  const room = usePlaybookRoom()
  const requests = usePlaybook((playbook) => playbook.requests)
  const [asked, setAsked] = useState<VoiceAsk>()
  const [raising, setRaising] = useState<RequestKind>()
  const open = useMemo(() => requestsOpen(requests), [requests])
  const resolved = useMemo(
    () =>
      [...requests.values()]
        .flatMap((row) => {
          const { resolved: at } = requestState(row)
          return at === null ? [] : [{ row, at }]
        })
        .sort((a, b) => b.at - a.at)
        .slice(0, SHOWN_RESOLVED)
        .map(({ row }) => row),
    [requests],
  )
  const acts = useMemo(
    () => voiceActs([...open, ...resolved], { room, ask: setAsked }),
    [open, resolved, room],
  )
  useActions(acts)
  const figures = useMemo(() => figureSentences(requestFigures(requests)), [requests])
  const list = (rows: readonly RequestRow[]) =>
    rows.map((row) => <Request key={row.id} row={row} acts={acts.filter((act) => act.request === row.id)} />)
  return (
    <section className={section.section} aria-labelledby="asked">
      <div className={section.head}>
        <h2 id="asked">{text('voice.title')}</h2>
      </div>
      <p className={section.lead}>
        {text(open.length > 0 ? 'voice.lead' : requests.size > 0 ? 'voice.none' : 'voice.empty', {
          count: open.length,
        })}
      </p>
      {open.length > 0 && <ul className={styles.requests}>{list(open)}</ul>}
      {figures.map((sentence) => (
        <p key={sentence} className={section.fact}>
          {sentence}
        </p>
      ))}
      {room.canWrite && (
        <div className={section.acts}>
          <Button icon={LifeBuoy} onPress={() => setRaising('help')}>
            {text('voice.askHelp')}
          </Button>
          <Button icon={MessageCircleWarning} onPress={() => setRaising('issue')}>
            {text('voice.raiseIssue')}
          </Button>
        </div>
      )}
      {resolved.length > 0 && (
        <details className={section.fold}>
          <summary>{text('voice.resolvedLast', { count: resolved.length })}</summary>
          <ul className={styles.requests}>{list(resolved)}</ul>
        </details>
      )}
      {asked && <VoiceAsks ask={asked} onClose={() => setAsked(undefined)} />}
      {raising && <RaiseDialog raising={{ kind: raising }} onClose={() => setRaising(undefined)} />}
    </section>
  )
}
