// Asks for the name of a new board or map, makes it and goes there.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../design/button'
import { Select } from '../design/select'
import { TextField } from '../design/text-field'
import { text } from '../text'
import { BOARD_TEMPLATES } from './board-templates'
import type { BoardTemplate } from './board-templates'
import type { Beginning, DocumentKind } from './document-contents'
import type { AppTeam } from './device-context'
import { makeDocument } from './make-document'
import type { MakeFailure } from './make-document'
import { documentPath } from './routes'

const failures = {
  'name-empty': 'app.new.nameEmpty',
  'name-too-long': 'app.new.nameTooLong',
  'not-written': 'app.new.notWritten',
} as const satisfies Record<MakeFailure, unknown>

interface NewDocumentFormProps {
  readonly team: AppTeam
  readonly kind: DocumentKind
  readonly onDone?: () => void
}

export default function NewDocumentForm({ team, kind, onDone }: NewDocumentFormProps) {
  const [, navigate] = useLocation()
  const [name, setName] = useState('')
  const [begin, setBegin] = useState<'empty' | BoardTemplate>('empty')
  const [failure, setFailure] = useState<MakeFailure>()
  const [isBusy, setBusy] = useState(false)
  const make = async (wanted: string, beginning: Beginning) => {
    if (isBusy) return
    setBusy(true)
    const made = await makeDocument(team, kind, wanted, beginning)
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
        void make(name, kind === 'board' ? begin : 'empty')
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
      {kind === 'board' && (
        <Select<'empty' | BoardTemplate>
          label={text('app.new.begin')}
          value={begin}
          onChange={setBegin}
          choices={(['empty', ...BOARD_TEMPLATES] as const).map((id) => ({
            id,
            label: text(`app.new.begin.${id}`),
          }))}
          note={text(`app.new.begin.${begin}.note`)}
        />
      )}
      <Button type="submit" look="main" isDisabled={isBusy}>
        {text(kind === 'board' ? 'app.new.makeBoard' : 'app.new.makeMap')}
      </Button>
      {kind === 'board' && (
        <Button
          look="quiet"
          isDisabled={isBusy}
          onPress={() => void make(name.trim() || text('app.new.sampleName'), 'sample')}
        >
          {text('app.new.sample')}
        </Button>
      )}
    </form>
  )
}
