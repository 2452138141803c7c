// What is open over whatever room is shown: the way to a proposal, one proposal whole, or "Can I?".
import type { Act } from '@yokoten/shared/kernel'
import type { Asked } from '../../../session/api'
import { create } from 'zustand'

/** What somebody wants the team to decide: an act of a room that was not free, or something that is done by hand. */
export type Wish =
  | { readonly kind: 'act'; readonly asked: Asked }
  | { readonly kind: 'by-hand'; readonly act: Act; readonly title: string }

export type Layer =
  | { readonly kind: 'propose'; readonly wish: Wish; readonly links: readonly string[] }
  | { readonly kind: 'proposal'; readonly id: string }
  /** `act`: the one that is asked about; without it, it is chosen. */
  | { readonly kind: 'can-i'; readonly act: Act | undefined; readonly facts: Omit<Act, 'kind'> }

interface ProposalsUi {
  readonly layer: Layer | undefined
  show(layer: Layer): void
  close(): void
}

export const useProposalsUi = create<ProposalsUi>((set) => ({
  layer: undefined,
  show: (layer) => set({ layer }),
  close: () => set({ layer: undefined }),
}))
