// While a part of the app or a document comes from the device: a quiet word, late enough not to flicker.
import { text } from '../text'
import styles from './waiting.module.css'

export const Waiting = () => (
  <div className={styles.waiting} role="status">
    {text('app.waiting')}
  </div>
)
