// The invitation, to edit or to look. The one to edit is shown as the team has agreed about bringing somebody in.
import { useState } from 'react'
import type { PermitFor } from '@yokoten/shared/kernel'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Dialog } from '../../../design/dialog'
import { Segmented } from '../../../design/segmented'
import { useSnapshot } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { InvitationPanel } from './invitation-panel'
import { InviteFirst } from './invite-first'
import styles from './invite-dialog.module.css'

interface InviteDialogProps {
  readonly team: TeamSession<TeamSnapshot>
  /** What the team has agreed about bringing somebody in. */
  readonly permit: PermitFor
  readonly onClose: () => void
}

export default function InviteDialog({ team, permit, onClose }: InviteDialogProps) {
  const name = useSnapshot(team.directory, (directory) => directory.name) || text('app.name')
  const { edit, view } = team.invitations
  const [mode, setMode] = useState<'edit' | 'view'>(edit === undefined ? 'view' : 'edit')
  const [shownFor, setShownFor] = useState<string>()
  const { level } = permit({ kind: 'invite-person' })
  const link = mode === 'edit' && edit !== undefined ? edit : view
  const isAskedFirst = mode === 'edit' && level !== 'free' && shownFor === undefined
  const title =
    mode === 'edit' && shownFor !== undefined ? text('team.invite.isFor', { name: shownFor }) : undefined
  return (
    <Dialog isOpen title={title ?? text('team.invite.title')} onClose={onClose} wide>
      <div className={styles.dialog}>
        {edit !== undefined && (
          <Segmented
            label={text('team.invite.kind')}
            segments={[
              { id: 'edit', label: text('team.invite.edit') },
              { id: 'view', label: text('team.invite.view') },
            ]}
            value={mode}
            onChange={setMode}
            wide
          />
        )}
        {isAskedFirst ? (
          <InviteFirst team={team} level={level} onShow={setShownFor} onAsked={onClose} />
        ) : (
          <InvitationPanel key={link} link={link} mode={mode} team={name} />
        )}
      </div>
    </Dialog>
  )
}
