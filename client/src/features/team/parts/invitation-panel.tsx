// One invitation, shown: the link to copy or share, the code to scan, and what it allows.
import { Check, Copy, Share2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../../../design/button'
import { QrCode } from '../../../design/qr-code'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import { copyFrom } from './copy'
import styles from './invite-dialog.module.css'
import notice from './notice.module.css'

interface InvitationPanelProps {
  readonly link: string
  readonly mode: 'edit' | 'view'
  /** The team's name, for those whom it is shared with. */
  readonly team: string
}

/** True for an address that only this computer can open. */
export const isOnlyHere = (link: string): boolean =>
  /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)/.test(link)

export function InvitationPanel({ link, mode, team }: InvitationPanelProps) {
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const field = useRef<HTMLInputElement>(null)

  async function share() {
    try {
      await navigator.share({ title: text('team.invite.shareTitle', { name: team }), url: link })
    } catch (cause) {
      // Closing the browser's own sheet is no failure.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) setCopied('no')
    }
  }

  return (
    <div className={styles.invitation}>
      <div className={styles.words}>
        <p>{text(`team.invite.${mode}Allows`)}</p>
        <p className={styles.care}>{text(`team.invite.${mode}Care`)}</p>
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
  )
}
