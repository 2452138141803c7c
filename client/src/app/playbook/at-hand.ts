// What every room reaches of the playbook: "Can I?", what was proposed about a thing, and the band while a wording is shown.
import { createContext, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { Act, PermitFor } from '@yokoten/shared/kernel'
import type { Raising } from '../../features/playbook'

export interface PlaybookAtHand {
  /** What the team has agreed about an act, to be asked before the act itself asks. */
  readonly permit: PermitFor
  /** Tells when what was agreed may have become another: rules came or changed, or people did. */
  readonly subscribe: (listener: () => void) => () => void
  /** Answers "Can I?" about a thing of which so much is known. */
  readonly canI: (facts: Omit<Act, 'kind'>) => void
  /** What was proposed and decided about the thing of a link. */
  readonly here: (link: string) => ReactNode
  /** A line that says what is proposed about the thing of a link, where something is. */
  readonly proposed: (link: string) => ReactNode
  readonly band: ReactNode
  /** The dialog in which the team is asked for something. */
  readonly raise: (raising: Raising, onClose: () => void) => ReactNode
}

const AtHand = createContext<PlaybookAtHand | undefined>(undefined)

export const PlaybookAtHandProvider = AtHand.Provider

export function usePlaybookAtHand(): PlaybookAtHand {
  const atHand = useContext(AtHand)
  if (!atHand) throw new Error('No playbook at hand: PlaybookKeeper provides one.')
  return atHand
}

/** What the team has agreed, as another function whenever it may be another. */
export function usePermit(): PermitFor {
  const { permit: asked, subscribe } = usePlaybookAtHand()
  const [permit, setPermit] = useState<PermitFor>(() => asked)
  useEffect(() => subscribe(() => setPermit(() => (act: Act) => asked(act))), [asked, subscribe])
  return permit
}
