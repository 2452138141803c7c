// Taking a team off this device: says first what nobody else has.
import { useState } from 'react'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { useReadable } from '../../../react'
import type { Sharing, TeamSession } from '../../../session/api'
import { text } from '../../../text'
import styles from './forget-dialog.module.css'

interface ForgetDialogProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly onForget: () => Promise<void>
  readonly onClose: () => void
}

/** What would be lost: changes not shared, or a team that no other device is known to have. */
export function forgetWarning(sharing: Pick<Sharing, 'changed' | 'kept' | 'files' | 'otherDevices'>): string {
  const { files } = sharing
  const unshared = sharing.changed + sharing.kept + files
  if (sharing.otherDevices === 0) {
    return unshared > 0
      ? text('team.forget.onlyHereUnshared', { count: unshared, files })
      : text('team.forget.onlyHere')
  }
  return unshared > 0
    ? text('team.forget.unshared', { count: unshared, files })
    : text('team.forget.elsewhere', { count: sharing.otherDevices })
}

export function ForgetDialog({ team, onForget, onClose }: ForgetDialogProps) {
  const sharing = useReadable(team.sharing)
  const name = useReadable(team.directory).name || text('team.unnamed')
  const [isForgetting, setForgetting] = useState(false)
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={text('team.forget.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('team.forget.keep')}</Button>
          <Button
            look="stop"
            isDisabled={isForgetting}
            onPress={() => {
              setForgetting(true)
              void onForget()
            }}
          >
            {text('team.forget.act')}
          </Button>
        </>
      }
    >
      <div className={styles.words}>
        <p>
          <strong>{forgetWarning(sharing)}</strong>
        </p>
        <p>{text('team.forget.back')}</p>
      </div>
    </Dialog>
  )
}
