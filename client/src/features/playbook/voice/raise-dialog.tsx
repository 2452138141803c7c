// Asks the team for help, or raises an issue: two taps, and words where there is time for them.
import { useState } from 'react'
import { raiseRequest } from '@yokoten/shared/playbook'
import { Segmented } from '../../../design/segmented'
import { TextArea } from '../../../design/text-area'
import { text } from '../../../text'
import { FormDialog } from '../hats/form-dialog'
import { sayActed } from '../hats/hat-acts'
import { usePlaybookRoom } from '../playbook-context'
import { aboutToWord } from './about'
import type { About } from './about'

export type RequestKind = 'help' | 'issue'

export interface Raising {
  readonly kind: RequestKind
  readonly about?: About
  /** What is at hand, as people name it. */
  readonly named?: string
}

/** What is said where nobody has the time to type. */
function usualWords(kind: RequestKind, named: string | undefined): string {
  if (named === undefined) return text(kind === 'help' ? 'voice.helpPlain' : 'voice.issuePlain')
  return text(kind === 'help' ? 'voice.helpWith' : 'voice.issueWith', { named })
}

export function RaiseDialog({ raising, onClose }: { raising: Raising; onClose: () => void }) {
  const { act, team } = usePlaybookRoom()
  const [kind, setKind] = useState(raising.kind)
  const [words, setWords] = useState('')
  const usual = usualWords(kind, raising.named)
  return (
    <FormDialog
      title={text('voice.raiseTitle')}
      act={text(kind === 'help' ? 'voice.helpAct' : 'voice.issueAct')}
      onClose={onClose}
      onSave={() => {
        const acted = act(raiseRequest, {
          kind,
          words: words.trim() === '' ? usual : words,
          ...(raising.about && { about: aboutToWord(raising.about) }),
        })
        // Nobody is made to believe that others know.
        const { connection } = team.sharing.get()
        const isAlone = connection === 'offline' || connection === 'connecting'
        if (acted === 'done') sayActed(acted, text(isAlone ? 'voice.raisedAlone' : 'voice.raised'))
        return acted
      }}
    >
      <Segmented<RequestKind>
        label={text('voice.what')}
        wide
        value={kind}
        onChange={setKind}
        segments={[
          { id: 'help', label: text('voice.help') },
          { id: 'issue', label: text('voice.issue') },
        ]}
      />
      <TextArea
        label={text('voice.words')}
        placeholder={usual}
        note={text('voice.wordsNote')}
        rows={2}
        value={words}
        onChange={setWords}
      />
    </FormDialog>
  )
}
