// Proposals with everything that was said about them, by proposal and version, found in the order of no arrival.
import { headsOf } from '../kernel'
import type { JsonObject } from '../kernel'
import type { ClosingEntry, LinkRow, ProposalEntry, VersionEntry, VoiceEntry } from './records'

/** A room's command and the document that it is for. */
export type CarriedCommand = NonNullable<ProposalEntry['command']>

/** One wording of a proposal; the first one has the proposal's id. */
export interface Version {
  readonly id: string
  readonly parents: readonly string[]
  readonly args: JsonObject
  readonly ground: JsonObject
  readonly reason: string
  /** Left out: as the proposal has it. */
  readonly title?: string
  readonly command?: CarriedCommand
  /** When it was put to the others, and the times that hold: never before that, never the other way round. */
  readonly at: number
  readonly deadline: number
  readonly expires: number
  readonly order: number
}

/** A proposal and all that belongs to it. */
export interface Case {
  readonly proposal: ProposalEntry
  /** The first wording first. */
  readonly versions: readonly Version[]
  readonly voices: readonly VoiceEntry[]
  readonly closings: readonly ClosingEntry[]
  /** What it belongs to by now, see `linkRows`. */
  readonly links: readonly string[]
}

function versionOf(entry: ProposalEntry | VersionEntry, parents: readonly string[]): Version {
  const { id, args, ground, reason, at, order } = entry
  const deadline = Math.max(at, entry.deadline)
  return {
    id,
    parents,
    args,
    ground,
    reason,
    at,
    deadline,
    expires: Math.max(deadline, entry.expires),
    order,
    ...('proposal' in entry && entry.title !== undefined && { title: entry.title }),
    ...('proposal' in entry && entry.command !== undefined && { command: entry.command }),
  }
}

/** What a proposal said when it was opened, without what was taken out since, then what was added. */
function linksOf({ links }: ProposalEntry, rows: readonly LinkRow[]): readonly string[] {
  const gone = new Set(rows.filter((row) => row.archived).map((row) => row.link))
  const added = rows.filter((row) => !row.archived).map((row) => row.link)
  return [...new Set([...links, ...added.sort()])].filter((link) => !gone.has(link))
}

/** Gathers a case. Amendments by anybody but who proposed it are no versions of it. */
export function caseOf(
  proposal: ProposalEntry,
  amendments: readonly VersionEntry[],
  voices: readonly VoiceEntry[],
  closings: readonly ClosingEntry[],
  links: readonly LinkRow[] = [],
): Case {
  const amended = amendments
    .filter((entry) => entry.by === proposal.by && entry.id !== proposal.id)
    .map((entry) => versionOf(entry, entry.parents))
  const { history } = headsOf([versionOf(proposal, []), ...amended])
  const first = history.filter((version) => version.id === proposal.id)
  return {
    proposal,
    versions: [...first, ...history.filter((one) => one.id !== proposal.id)],
    voices,
    closings,
    links: linksOf(proposal, links),
  }
}

/** Versions that were applied, in their order. More than one only where devices stayed apart beyond a deadline. */
export const appliedIn = ({ versions, closings }: Case): readonly Version[] =>
  versions.filter(({ id }) => closings.some((one) => one.kind === 'applied' && one.version === id))

/** The wording that counts: the first that was applied, else the last amendment. */
export function currentVersion(one: Case): Version {
  const { heads } = headsOf([...one.versions])
  return appliedIn(one)[0] ?? (heads[heads.length - 1] as Version)
}

/** What a wording is called. */
export const titleOf = ({ proposal }: Case, version: Version): string => version.title ?? proposal.title

/** What a wording would do; null: it is done by hand. */
export const commandOf = ({ proposal }: Case, version: Version): CarriedCommand | null =>
  version.command ?? proposal.command

/** A case as if it had been opened with one of its wordings, for carrying that out. */
export const inWording = (one: Case, version: Version): Case => ({
  ...one,
  proposal: { ...one.proposal, title: titleOf(one, version), command: commandOf(one, version) },
})
