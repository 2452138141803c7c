// An act of the team's own: its name, what it is about, and putting it away or bringing it back.
import { useState } from 'react'
import { addAct, archiveAct, CONCERNS, editAct, restoreAct } from '@yokoten/shared/playbook'
import type { Concern } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { toasts } from '../../../design/toasts'
import { text } from '../../../text'
import { usePlaybook, usePlaybookRoom } from '../playbook-context'
import type { Acted } from '../playbook-context'
import { refusalWords } from '../words'
import { concernWords } from './rule-words'
import styles from './rules.module.css'

export interface ActAsk {
  /** Left out: a new one. */
  readonly id?: string
}

interface ActDialogProps {
  readonly ask: ActAsk
  readonly onClose: () => void
}

export function ActDialog({ ask: { id }, onClose }: ActDialogProps) {
  const { act: run } = usePlaybookRoom()
  const row = usePlaybook((playbook) => (id === undefined ? undefined : playbook.actsById.get(id)))
  const away = usePlaybook(
    (playbook) => [...playbook.actsById.values()].filter((one) => one.archived),
    sameRows,
  )
  const [name, setName] = useState(row?.name ?? '')
  const [concern, setConcern] = useState<Concern | ''>(row?.concern ?? '')
  const [error, setError] = useState<string>()
  const settle = (came: Acted, words?: string) => {
    if (typeof came === 'object') return setError(refusalWords(came))
    if (came === 'done' && words !== undefined) toasts.show(words)
    onClose()
  }
  const save = () => {
    const about = concern === '' ? null : concern
    if (id === undefined) return settle(run(addAct, { name, concern: about }))
    const changed = {
      ...(name !== row?.name && { name }),
      ...(about !== (row?.concern ?? null) && { concern: about }),
    }
    settle(run(editAct, { id, ...changed }))
  }
  return (
    <Dialog
      isOpen
      title={text(id === undefined ? 'playbook.ownAct.add' : 'playbook.ownAct.edit')}
      note={id === undefined ? text('playbook.ownAct.note') : undefined}
      onClose={onClose}
      footer={
        <>
          {id !== undefined && (
            <Button
              look="quiet"
              onPress={() => settle(run(archiveAct, { id }), text('playbook.ownAct.putAway'))}
            >
              {text('playbook.ownAct.archive')}
            </Button>
          )}
          <Button look="main" type="submit" form="act-form">
            {text('playbook.save')}
          </Button>
        </>
      }
    >
      <form
        id="act-form"
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          autoFocus
          label={text('playbook.ownAct.name')}
          placeholder={text('playbook.ownAct.nameExample')}
          value={name}
          onChange={setName}
          error={error}
        />
        <Select<Concern | ''>
          label={text('playbook.ownAct.concern')}
          note={text('playbook.ownAct.concernNote')}
          value={concern}
          onChange={setConcern}
          choices={[
            { id: '', label: text('playbook.concern.none') },
            ...CONCERNS.map((one) => ({ id: one, label: concernWords(one) })),
          ]}
        />
        {id === undefined && away.length > 0 && (
          <fieldset>
            <legend>{text('playbook.ownAct.away')}</legend>
            <div className={styles.acts}>
              {away.map((one) => (
                <Button key={one.id} onPress={() => settle(run(restoreAct, { id: one.id }))}>
                  {text('playbook.ownAct.restore', { name: one.name })}
                </Button>
              ))}
            </div>
          </fieldset>
        )}
      </form>
    </Dialog>
  )
}

const sameRows = <T,>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])
