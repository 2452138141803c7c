// "Can I?" in the palette: one entry that asks, and every act found by its words.
import { useMemo } from 'react'
import { ACT_KINDS } from '@yokoten/shared/kernel'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { actWords, useProposalsUi } from '../../features/playbook'
import { useActions, useFinder } from '../../input'
import type { Action, Finder } from '../../input'
import type { DocumentHandle } from '../../session/api'
import { text } from '../../text'

const ask = (kind: string | undefined): void =>
  useProposalsUi.getState().show({ kind: 'can-i', act: kind === undefined ? undefined : { kind }, facts: {} })

export function CanIFinds({ handle }: { handle: DocumentHandle<PlaybookSnapshot> }) {
  const actions = useMemo(
    (): Action[] => [
      {
        id: 'app.canI',
        label: text('proposals.canI.open'),
        group: text('app.room.team'),
        run: () => ask(undefined),
      },
    ],
    [],
  )
  useActions(actions, 'app')
  const finder = useMemo(
    (): Finder => ({
      id: 'can-i',
      label: text('proposals.canI.finder'),
      find(words, answer) {
        const playbook = handle.get()
        const asked = words.toLocaleLowerCase().split(/\s+/u)
        const kinds = [...ACT_KINDS, ...playbook.acts.map((one) => one.id)]
        answer(
          kinds
            .map((kind) => ({ kind, label: text('proposals.canI.title', { act: actWords(playbook, kind) }) }))
            .filter(({ label }) => asked.every((word) => label.toLocaleLowerCase().includes(word)))
            .map(({ kind, label }) => ({ id: `can-i ${kind}`, label, run: () => ask(kind) })),
        )
        return () => undefined
      },
    }),
    [handle],
  )
  useFinder(finder)
  return null
}
