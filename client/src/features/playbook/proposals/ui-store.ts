// What is open over whatever room is shown: the way to a proposal, a new wording of one, one proposal whole, or "Can I?".
import type { Act } from '@yokoten/shared/kernel'
import type { Asked } from '../../../session/api'
import { create } from 'zustand'
import type { NotReversed } from './tools'

/** What somebody wants the team to decide: an act of a room that was not free, or something that is done by hand. */
export type Wish =
  | { readonly kind: 'act'; readonly asked: Asked }
  | {
      readonly kind: 'by-hand'
      readonly act: Act
      readonly title: string
      /** It is a reversal, which no act of its own can do. */
      readonly because?: NotReversed
    }

export type Layer =
  | { readonly kind: 'propose'; readonly wish: Wish; readonly links: readonly string[] }
  | { readonly kind: 'amend'; readonly proposal: string; readonly asked: Asked }
  | { readonly kind: 'proposal'; readonly id: string }
  /** `act`: the one that is asked about; without it, it is chosen. */
  | { readonly kind: 'can-i'; readonly act: Act | undefined; readonly facts: Omit<Act, 'kind'> }

/** A proposal whose next wording is shown by doing it: the next act of its kind in its document becomes that. */
export interface Amending {
  readonly proposal: string
  readonly document: string
  /** The kind of act. */
  readonly act: string
}

interface ProposalsUi {
  readonly layer: Layer | undefined
  /** Wishes that came while another was being written: one dialog may save several things at once. */
  readonly next: readonly Layer[]
  readonly amending: Amending | undefined
  show(layer: Layer): void
  close(): void
  /** An act that was not free: a new wording where one is being shown, else a proposal. */
  ask(asked: Asked, links: readonly string[]): void
  /** Begins to show a new wording by doing it. */
  amend(amending: Amending): void
  endAmending(): void
}

const isWritten = (layer: Layer | undefined): boolean => layer?.kind === 'propose' || layer?.kind === 'amend'

export const useProposalsUi = create<ProposalsUi>((set, get) => ({
  layer: undefined,
  next: [],
  amending: undefined,
  show: (layer) =>
    set((ui) =>
      isWritten(ui.layer) && isWritten(layer) ? { next: [...ui.next, layer] } : { layer, next: [] },
    ),
  close: () => set(({ next: [layer, ...next] }) => ({ layer, next })),
  ask(asked, links) {
    const { amending, show } = get()
    const isIt = amending?.document === asked.document && amending.act === asked.refused.act.kind
    show(
      isIt
        ? { kind: 'amend', proposal: amending.proposal, asked }
        : { kind: 'propose', wish: { kind: 'act', asked }, links },
    )
  },
  amend: (amending) => set({ amending, layer: undefined, next: [] }),
  endAmending: () => set({ amending: undefined }),
}))

/** Asks "Can I?" of an act that is still to be chosen. */
export const askCanI = (): void =>
  useProposalsUi.getState().show({ kind: 'can-i', act: undefined, facts: {} })
