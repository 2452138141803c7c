// How full a limit is, in words and as slots: of a lane, a group, the whole board.
import type { ScopeLimit } from '@yokoten/shared/board'
import { classNames } from '../../../design/class-names'
import { text } from '../../../text'
import { Slots } from './slots'
import styles from './lanes.module.css'

export const LimitShown = ({ limit: { used, limit, over } }: { limit: ScopeLimit }) => (
  <span className={styles.limit}>
    <span className={classNames(styles.count, over > 0 && styles.over)}>
      {text('board.usedOf', { used, limit })}
    </span>
    <Slots used={used} limit={limit} hasRoom />
  </span>
)
