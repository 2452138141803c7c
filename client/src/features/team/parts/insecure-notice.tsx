// What is missing where the page was opened over plain http, said plainly and where it matters.
import { TriangleAlert } from 'lucide-react'
import { Icon } from '../../../design/icon'
import { text } from '../../../text'
import styles from './notice.module.css'

/** Nothing on a secure page. */
export const InsecureNotice = () =>
  window.isSecureContext ? null : (
    <aside className={styles.notice}>
      <Icon of={TriangleAlert} size={20} />
      <div>
        <strong>{text('team.insecure.title')}</strong>
        <p>{text('team.insecure.words')}</p>
      </div>
    </aside>
  )
