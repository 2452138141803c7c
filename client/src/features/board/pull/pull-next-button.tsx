// The button that takes what comes next, labelled by what it will do, and why this one.
import { Button } from '../../../design/button'
import { text } from '../../../text'
import { useNextCard } from '../use-proposal'
import { unbroken } from '../words'
import styles from './pull.module.css'

/** In the bar. Nothing where there is nothing to take. */
export function PullNextButton() {
  const { offer, take } = useNextCard()
  if (!offer) return null
  return (
    <Button onPress={take}>
      <span className={styles.offer}>
        {offer.label}
        <span className={styles.why}>{offer.why}</span>
      </span>
    </Button>
  )
}

/** Under the thumb, where it stays when there is nothing to take. */
export function PullNextThumb() {
  const { offer, take } = useNextCard()
  return (
    <Button large look="main" isDisabled={!offer} onPress={take}>
      <span className={styles.offer}>
        {offer ? unbroken(offer.label) : text('board.next.nothing')}
        {offer && <span className={styles.why}>{offer.why}</span>}
      </span>
    </Button>
  )
}
