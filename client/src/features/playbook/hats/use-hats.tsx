// Hats for a page or a section: how they stand now, what can be done, and the dialog that one of it opens.
import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useActions } from '../../../input'
import { usePlaybook, usePlaybookRoom, useRoster, useTeamNow } from '../playbook-context'
import { hatActs } from './hat-acts'
import type { HatAct, HatAsk } from './hat-acts'
import { HatAsks } from './hat-asks'
import { hatNow } from './hat-turns'
import type { HatNow } from './hat-turns'

interface HatsValue {
  readonly hats: readonly HatNow[]
  readonly acts: readonly HatAct[]
  readonly now: number
  ask(what: HatAsk): void
}

const HatsContext = createContext<HatsValue | undefined>(undefined)

export function useHats(): HatsValue {
  const value = useContext(HatsContext)
  if (!value) throw new Error('No hats: Hats provides them.')
  return value
}

/** Offers the acts to the palette as long as it stands; give it `withKeys` where the page is about hats alone. */
export function Hats({ withKeys = false, children }: { withKeys?: boolean; children: ReactNode }) {
  const room = usePlaybookRoom()
  const playbook = usePlaybook((all) => all)
  const { people } = useRoster()
  const { at: now } = useTeamNow()
  const [asked, setAsked] = useState<HatAsk>()
  const ask = useCallback((what: HatAsk) => setAsked(what), [])
  const hats = useMemo(
    () => playbook.hats.map((hat) => hatNow(playbook, hat, people, now)),
    [playbook, people, now],
  )
  const acts = useMemo(
    () => hatActs({ room, playbook, people, now, ask, withKeys }),
    [room, playbook, people, now, ask, withKeys],
  )
  useActions(acts)
  const value = useMemo(() => ({ hats, acts, now, ask }), [hats, acts, now, ask])
  return (
    <HatsContext value={value}>
      {children}
      {asked && <HatAsks ask={asked} onClose={() => setAsked(undefined)} />}
    </HatsContext>
  )
}
