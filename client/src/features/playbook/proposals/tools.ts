// What proposals need of the rooms whose acts they carry, handed in by the app, which alone knows all rooms.
import { createContext, useContext } from 'react'
import type { JsonObject } from '@yokoten/shared/kernel'
import type { Case, ProposalEntry, Version } from '@yokoten/shared/playbook'
import type { DescribedAct } from '../../../input'

export type CommandName = NonNullable<ProposalEntry['command']>

/** A command as it would be carried out now. */
export interface Seen {
  readonly described: DescribedAct
  readonly ground: JsonObject
}

/** `gone`: its document is not on this device, or this version does not know the command; `refused`: it cannot be done now. */
export type SeenOrNot = Seen | 'gone' | 'refused'

/** A thing that a proposal points at. */
export interface LinkedThing {
  readonly label: string
  readonly path: string | undefined
}

export interface ProposalTools {
  /** What a command would do if it were carried out now for somebody. Writes nothing. */
  look(command: CommandName, args: JsonObject, by: string): Promise<SeenOrNot>
  /** The members of today, see `membersOf`. */
  members(): Promise<readonly string[]>
  /** The name and address of what a link names; undefined where it is not known here. */
  linked(link: string): LinkedThing | undefined
  /** Does the opposite of what was applied, as far as its room knows one, by the rules. False: there is none. */
  reverse(one: Case, version: Version): Promise<boolean>
}

export const ProposalToolsContext = createContext<ProposalTools | undefined>(undefined)

export function useProposalTools(): ProposalTools {
  const tools = useContext(ProposalToolsContext)
  if (!tools) throw new Error('No tools for proposals: the app provides them.')
  return tools
}
