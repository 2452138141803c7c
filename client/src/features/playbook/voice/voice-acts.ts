// Everything that can be done with what is asked of the team, described once: buttons and the palette read it.
import { answerRequest, reopenRequest, requestState, resolveRequest } from '@yokoten/shared/playbook'
import type { RequestRow } from '@yokoten/shared/playbook'
import type { Action } from '../../../input'
import { text } from '../../../text'
import { sayActed } from '../hats/hat-acts'
import type { PlaybookRoom } from '../playbook-context'

export type VoiceAsk =
  | { readonly kind: 'answer'; readonly request: string }
  | { readonly kind: 'resolve'; readonly request: string }

export interface VoiceAct extends Action {
  /** What a button says where the request stands above it. */
  readonly short: string
  readonly request: string
}

interface VoiceActsNeeds {
  readonly room: Pick<PlaybookRoom, 'act' | 'me' | 'canWrite'>
  ask(what: VoiceAsk): void
}

/** Of the requests that are shown: the open ones, and those resolved last. */
export function voiceActs(
  requests: readonly RequestRow[],
  { room, ask }: VoiceActsNeeds,
): readonly VoiceAct[] {
  const { act, me, canWrite } = room
  if (!canWrite || me === undefined) return []
  return requests.flatMap((row) => {
    const about = (id: string, short: string, run: () => void): VoiceAct => ({
      id: `voice.${id}.${row.id}`,
      label: text('voice.actOf', { act: short, words: row.words }),
      short,
      group: text('voice.title'),
      request: row.id,
      run,
    })
    if (!requestState(row).isOpen)
      return [
        about('reopen', text('voice.reopen'), () =>
          sayActed(act(reopenRequest, { request: row.id }), text('voice.isOpenAgain')),
        ),
      ]
    const isMine = row.by === me
    const hasAnswered = Object.hasOwn(row.answers, me)
    return [
      ...(isMine || hasAnswered
        ? []
        : [
            about('comeNow', text('voice.comeNow'), () =>
              sayActed(act(answerRequest, { request: row.id }), text('voice.saidOnIt')),
            ),
            about('answer', text('voice.answer'), () => ask({ kind: 'answer', request: row.id })),
          ]),
      ...(isMine || hasAnswered
        ? [
            about('resolve', text('voice.resolve'), () =>
              sayActed(act(resolveRequest, { request: row.id }), text('voice.isResolved')),
            ),
            about('resolveWith', text('voice.resolveWith'), () => ask({ kind: 'resolve', request: row.id })),
          ]
        : []),
    ]
  })
}
