// Hats for the pages that show them: how they stand now, what can be done, and the dialog that some of it opens.
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useActions } from '../../../input'
import { usePlaybook, usePlaybookRoom, useRoster, useTeamNow } from '../playbook-context'
import { hatActs } from './hat-acts'
import type { HatAsk } from './hat-acts'
import { HatAsks } from './hat-asks'
import { hatNow, sinceTick } from './hat-turns'
import { HatsContext } from './hats-context'

/** Offers the acts to the palette as long as it stands; give it `withKeys` where the page is about hats alone. */
export function Hats({ withKeys = false, children }: { withKeys?: boolean; children: ReactNode }) {
  const room = usePlaybookRoom()
  const playbook = usePlaybook((all) => all)
  const { people } = useRoster()
  const { at } = useTeamNow()
  const now = useMemo(() => sinceTick(playbook, at), [playbook, at])
  const [asked, setAsked] = useState<HatAsk>()
  const hats = useMemo(
    () => playbook.hats.map((hat) => hatNow(playbook, hat, people, now)),
    [playbook, people, now],
  )
  const acts = useMemo(
    () => hatActs({ room, playbook, people, now, ask: setAsked, withKeys }),
    [room, playbook, people, now, withKeys],
  )
  useActions(acts)
  const value = useMemo(() => ({ hats, acts, now }), [hats, acts, now])
  return (
    <HatsContext value={value}>
      {children}
      {asked && <HatAsks ask={asked} onClose={() => setAsked(undefined)} />}
    </HatsContext>
  )
}
