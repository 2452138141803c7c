// What proposals need of the rooms whose acts they carry, handed in by the app, which alone knows all rooms.
import { createContext, useContext } from 'react'
import type { JsonObject } from '@yokoten/shared/kernel'
import type { CarriedCommand, Case, NotReversible, Version } from '@yokoten/shared/playbook'
import type { DescribedAct } from '../../../input'

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

/** A thing that a proposal may be tied to. */
export interface Thing {
  readonly link: string
  readonly label: string
  /** What kind of thing it is, and where. */
  readonly note: string
}

/** Why what was decided cannot be taken back by an act: it was done by hand, nobody here knows it, or see `reversal`. */
export type NotReversed = 'by-hand' | 'gone' | NotReversible['reason']

export interface ProposalTools {
  /** What a command would do if it were carried out now for somebody. Writes nothing. */
  look(command: CarriedCommand, args: JsonObject, by: string): Promise<SeenOrNot>
  /** The members of today, see `membersOf`. */
  members(): Promise<readonly string[]>
  /** The name and address of what a link names; undefined where it is not known here. */
  linked(link: string): Promise<LinkedThing | undefined>
  /** Everything of today that a proposal may be tied to. */
  things(): Promise<readonly Thing[]>
  /** Where a document is worked on; undefined where it is not known here. */
  place(document: string): string | undefined
  /** Takes back what was carried out, by the rule for that act: done, put to the team, or why neither. */
  reverse(one: Case, version: Version): Promise<'done' | 'asked' | NotReversed>
}

export const ProposalToolsContext = createContext<ProposalTools | undefined>(undefined)

export function useProposalTools(): ProposalTools {
  const tools = useContext(ProposalToolsContext)
  if (!tools) throw new Error('No tools for proposals: the app provides them.')
  return tools
}
