// The shortcuts that work on this page, from the same list as the palette.
import { Dialog } from '../design/dialog'
import { isMac, showKeys, useOfferedActions } from '../input'
import { text } from '../text'
import styles from './keyboard-help.module.css'

export default function KeyboardHelp({
  onClose,
  withLetters,
}: {
  onClose: () => void
  withLetters: boolean
}) {
  const actions = useOfferedActions().filter((action) => (action.keys?.length ?? 0) > 0)
  const groups = [...new Set(actions.map((action) => action.group))].reverse()
  const onMac = isMac()
  return (
    <Dialog isOpen isReading title={text('app.help.title')} onClose={onClose}>
      {groups.map((group) => (
        <section key={group ?? ''}>
          <h3 className={styles.group}>{group ?? text('app.group.page')}</h3>
          <dl className={styles.list}>
            {actions
              .filter((action) => action.group === group)
              .map((action) => (
                <div key={action.id}>
                  <dt>{action.label}</dt>
                  <dd>
                    {action.keys?.map((keys) => (
                      <kbd key={keys}>{showKeys(keys, onMac)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <p className={styles.note}>{text(withLetters ? 'app.help.lettersOn' : 'app.help.lettersOff')}</p>
    </Dialog>
  )
}
