// Makes a board or a map: first its own document with what a new one has, then its row in the team's directory.
import { createId } from '@yokoten/shared/kernel'
import { addDocument, tidyName } from '@yokoten/shared/team'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { TextField } from '../design/text-field'
import { text } from '../text'
import { createContents } from './document-contents'
import type { DocumentKind } from './document-contents'
import type { AppTeam } from './device-context'
import { documentPath } from './routes'

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

type Failure = 'name-empty' | 'name-too-long' | 'not-written'

/** Returns the new document's id, or why there is none; nothing half made is listed. */
export async function makeDocument(
  team: AppTeam,
  kind: DocumentKind,
  wanted: string,
): Promise<{ id: string } | { failure: Failure }> {
  const name = tidyName(wanted)
  if (!name.ok) return { failure: name.error.reason }
  const id = createId(randomBytes)
  if (!(await createContents(team, kind, id, name.value))) return { failure: 'not-written' }
  const listed = team.directory.run(addDocument, { id, kind, name: name.value })
  return listed.ok ? { id } : { failure: 'not-written' }
}

const failures = {
  'name-empty': 'app.new.nameEmpty',
  'name-too-long': 'app.new.nameTooLong',
  'not-written': 'app.new.notWritten',
} as const satisfies Record<Failure, unknown>

interface NewDocumentFormProps {
  readonly team: AppTeam
  readonly kind: DocumentKind
  readonly onDone?: () => void
}

export function NewDocumentForm({ team, kind, onDone }: NewDocumentFormProps) {
  const [, navigate] = useLocation()
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [isBusy, setBusy] = useState(false)
  const submit = async () => {
    if (isBusy) return
    setBusy(true)
    const made = await makeDocument(team, kind, name)
    setBusy(false)
    if ('failure' in made) return setFailure(made.failure)
    onDone?.()
    navigate(documentPath(team.teamId, kind, made.id))
  }
  return (
    <form
      style={{ display: 'grid', gap: 16, textAlign: 'left' }}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={text(kind === 'board' ? 'app.new.boardName' : 'app.new.mapName')}
        placeholder={text(kind === 'board' ? 'app.new.boardExample' : 'app.new.mapExample')}
        value={name}
        onChange={(next) => {
          setName(next)
          setFailure(undefined)
        }}
        error={failure && text(failures[failure])}
        autoFocus
      />
      <Button type="submit" look="main" isDisabled={isBusy}>
        {text(kind === 'board' ? 'app.new.makeBoard' : 'app.new.makeMap')}
      </Button>
    </form>
  )
}

export const NewDocumentDialog = ({
  kind,
  onClose,
  ...rest
}: {
  team: AppTeam
  kind: DocumentKind | undefined
  onClose: () => void
}) => (
  <Dialog
    isOpen={kind !== undefined}
    title={text(kind === 'map' ? 'app.new.map' : 'app.new.board')}
    onClose={onClose}
  >
    {kind && <NewDocumentForm {...rest} kind={kind} onDone={onClose} />}
  </Dialog>
)
