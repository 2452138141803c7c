// The dialogs about requests: what to say to one, and how it was resolved.
import { useState } from 'react'
import { answerRequest, resolveRequest } from '@yokoten/shared/playbook'
import { TextArea } from '../../../design/text-area'
import { text } from '../../../text'
import { FormDialog } from '../hats/form-dialog'
import { usePlaybook, usePlaybookRoom } from '../playbook-context'
import type { VoiceAsk } from './voice-acts'

export function VoiceAsks({ ask, onClose }: { ask: VoiceAsk; onClose: () => void }) {
  const { act } = usePlaybookRoom()
  const row = usePlaybook((playbook) => playbook.requests.get(ask.request))
  const [words, setWords] = useState('')
  if (!row) return null
  const isAnswer = ask.kind === 'answer'
  return (
    <FormDialog
      title={text(isAnswer ? 'voice.answer' : 'voice.resolveWith')}
      act={text(isAnswer ? 'voice.answer' : 'voice.resolve')}
      onClose={onClose}
      onSave={() =>
        isAnswer
          ? act(answerRequest, { request: row.id, words })
          : act(resolveRequest, { request: row.id, words })
      }
    >
      <p>{row.words}</p>
      <TextArea
        autoFocus
        label={text(isAnswer ? 'voice.answerWords' : 'voice.resolveWords')}
        placeholder={text(isAnswer ? 'voice.answerExample' : 'voice.resolveExample')}
        rows={2}
        value={words}
        onChange={setWords}
      />
    </FormDialog>
  )
}
