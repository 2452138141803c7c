// What was done and told, in the right column: by whom, what and where, for those whom it was told to.
import { useMemo } from 'react'
import type { TellEntry } from '@yokoten/shared/playbook'
import { text } from '../../../text'
import { useReadable } from '../../../react'
import section from '../../../design/section.module.css'
import { usePlaybook, usePlaybookRoom, useTeamNow } from '../playbook-context'
import { conditionWords } from '../rules/rule-words'
import { useNames } from '../rules/use-names'
import { useSaying } from './use-decisions'
import { actWords, capital, momentWords } from './words'

const DAY = 86_400_000
/** Older ones are counted, and read by nobody any more. */
const READ_DAYS = 30
/** Read at once; the rest is unfolded. */
const SHOWN = 3
const MOST = 50

function Told({ entry }: { entry: TellEntry }) {
  const { team, nameOf } = usePlaybookRoom()
  const saying = useSaying()
  const names = useNames()
  const documents = useReadable(team.directory).documentsById
  const { act, document, words } = entry
  const what = usePlaybook((playbook) => capital(actWords(playbook, act.kind)))
  const place = documents.get(document.split('/')[1] ?? '')?.name
  const column = act.column === undefined ? '' : conditionWords({ column: act.column }, names)
  const where = [place, column].filter((one) => one !== undefined && one !== '')
  return (
    <li className={section.row}>
      <span className={section.words}>
        {words === '' ? what : words}
        <small>{[nameOf(entry.by), ...where, momentWords(entry.at, saying)].join(' · ')}</small>
      </span>
    </li>
  )
}

/** Nothing is shown to whom nothing was told. */
export function ToldSection() {
  const { me } = usePlaybookRoom()
  const tells = usePlaybook((playbook) => playbook.tells)
  const { at } = useTeamNow()
  const told = useMemo(() => {
    const isMine = ({ people, by }: TellEntry) =>
      people.length === 0 || by === me || (me !== undefined && people.includes(me))
    return tells
      .filter((one) => one.at > at - READ_DAYS * DAY && isMine(one))
      .reverse()
      .slice(0, MOST)
  }, [tells, at, me])
  if (told.length === 0) return null
  const rest = told.slice(SHOWN)
  return (
    <section className={section.section} aria-labelledby="told">
      <h2 id="told">{text('proposals.toldLately')}</h2>
      <ul className={section.rows}>
        {told.slice(0, SHOWN).map((entry) => (
          <Told key={entry.id} entry={entry} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className={section.fold}>
          <summary>{text('proposals.toldMore', { count: rest.length })}</summary>
          <ul className={section.rows}>
            {rest.map((entry) => (
              <Told key={entry.id} entry={entry} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
