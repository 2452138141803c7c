// Proposals with everything that was said about them, by proposal and version, found in the order of no arrival.
import { headsOf } from '../kernel'
import type { JsonObject } from '../kernel'
import type { ClosingEntry, ProposalEntry, VersionEntry, VoiceEntry } from './records'

/** One wording of a proposal; the first one has the proposal's id. */
export interface Version {
  readonly id: string
  readonly parents: readonly string[]
  readonly args: JsonObject
  readonly ground: JsonObject
  readonly reason: string
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
  }
}

/** Gathers a case. Amendments by anybody but who proposed it are no versions of it. */
export function caseOf(
  proposal: ProposalEntry,
  amendments: readonly VersionEntry[],
  voices: readonly VoiceEntry[],
  closings: readonly ClosingEntry[],
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
