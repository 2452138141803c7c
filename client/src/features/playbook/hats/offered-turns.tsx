// Turns that this person was offered, each with what was left for them and an answer: part of what waits for one.
import { Button } from '../../../design/button'
import { text } from '../../../text'
import { usePlaybook, usePlaybookRoom } from '../playbook-context'
import { hatNow, saidBy, turnsOffered } from './hat-turns'
import { hatDoes, hatName, spanWords } from './hat-words'
import styles from './hats.module.css'
import { useHats } from './hats-context'
import type { Turn } from '@yokoten/shared/playbook'

function OfferedTurn({ turn }: { turn: Turn }) {
  const { nameOf } = usePlaybookRoom()
  const { acts, now } = useHats()
  const playbook = usePlaybook((all) => all)
  const hat = playbook.hatsById.get(turn.hat)
  if (!hat) return null
  const { before } = hatNow(playbook, hat, [], now)
  return (
    <article className={styles.offered} aria-label={hatName(hat)}>
      <h3>{text(turn.shadow ? 'hats.yourShadow' : 'hats.yourTurn', { hat: hatName(hat) })}</h3>
      {hatDoes(hat) !== '' && <p>{hatDoes(hat)}</p>}
      <p>{text('hats.offeredBy', { who: nameOf(turn.by), span: spanWords(turn) })}</p>
      {before && before.words !== '' && (
        <p className={styles.note}>
          {text('hats.noteFrom', { who: nameOf(saidBy(playbook, before)), words: before.words })}
        </p>
      )}
      <div className={styles.acts}>
        {acts
          .filter((act) => act.turn === turn.id && (act.place === 'main' || act.place === 'calm'))
          .map((act) => (
            <Button key={act.id} onPress={act.run} aria-label={act.label}>
              {act.short}
            </Button>
          ))}
      </div>
    </article>
  )
}

/** The turns that wait for this person's answer. Within `Hats`. */
export function useOffered(): readonly Turn[] {
  const { me } = usePlaybookRoom()
  const { now } = useHats()
  return usePlaybook(
    (playbook) => turnsOffered(playbook, me, now),
    (a, b) => a.length === b.length && a.every((turn, index) => turn === b[index]),
  )
}

/** Nothing at all where nothing was offered. */
export const OfferedTurns = () => useOffered().map((turn) => <OfferedTurn key={turn.id} turn={turn} />)
