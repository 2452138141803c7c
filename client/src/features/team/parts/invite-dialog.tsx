// The invitation, to edit or to look: a link to copy or share, a code to scan, and what each of them allows.
import { Check, Copy, Share2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { QrCode } from '../../../design/qr-code'
import { Segmented } from '../../../design/segmented'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { copyFrom } from './copy'
import styles from './invite-dialog.module.css'
import notice from './notice.module.css'

type Mode = 'edit' | 'view'

interface InviteDialogProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly onClose: () => void
}

/** True for an address that only this computer can open. */
export const isOnlyHere = (link: string): boolean =>
  /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)/.test(link)

export default function InviteDialog({ team, onClose }: InviteDialogProps) {
  const name = useSnapshot(team.directory, (directory) => directory.name)
  const [mode, setMode] = useState<Mode>(team.invitations.edit === undefined ? 'view' : 'edit')
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const field = useRef<HTMLInputElement>(null)
  const { edit, view } = team.invitations
  const link = mode === 'edit' && edit !== undefined ? edit : view

  async function share() {
    try {
      await navigator.share({
        title: text('team.invite.shareTitle', { name: name || text('app.name') }),
        url: link,
      })
    } catch (cause) {
      // Closing the browser's own sheet is no failure.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) setCopied('no')
    }
  }

  return (
    <Dialog isOpen title={text('team.invite.title')} onClose={onClose} wide>
      <div className={styles.dialog}>
        <div className={styles.words}>
          {edit !== undefined && (
            <Segmented
              label={text('team.invite.kind')}
              segments={[
                { id: 'edit', label: text('team.invite.edit') },
                { id: 'view', label: text('team.invite.view') },
              ]}
              value={mode}
              onChange={(next) => {
                setMode(next)
                setCopied(undefined)
              }}
              wide
            />
          )}
          <p>{mode === 'edit' ? text('team.invite.editAllows') : text('team.invite.viewAllows')}</p>
          <p className={styles.care}>
            {mode === 'edit' ? text('team.invite.editCare') : text('team.invite.viewCare')}
          </p>
          <TextField
            label={text('team.invite.link')}
            value={link}
            isReadOnly
            inputRef={field}
            onFocus={() => field.current?.select()}
          />
          <div className={styles.acts}>
            <Button
              look="main"
              icon={copied === 'yes' ? Check : Copy}
              onPress={() => void copyFrom(field.current).then((done) => setCopied(done ? 'yes' : 'no'))}
            >
              {copied === 'yes' ? text('team.invite.copied') : text('team.invite.copy')}
            </Button>
            {'share' in navigator && (
              <Button icon={Share2} onPress={() => void share()}>
                {text('team.invite.share')}
              </Button>
            )}
          </div>
          <p role="status" className={styles.care}>
            {copied === 'no' ? text('team.invite.copyByHand') : ''}
          </p>
          {isOnlyHere(link) && <p className={notice.notice}>{text('team.invite.onlyHere')}</p>}
        </div>
        <figure className={styles.code}>
          <div className={styles.quiet}>
            <QrCode value={link} label={text('team.invite.code')} size={320} />
          </div>
          <figcaption>{text('team.invite.scan')}</figcaption>
        </figure>
      </div>
    </Dialog>
  )
}
