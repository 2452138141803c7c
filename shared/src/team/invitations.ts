// Invitations that stand: for whom, asked for by whom, and for how long they may be shown.
import { create, defineCommand, ok, refused, set } from '../kernel'
import type { Change, Result, RowOf, Table } from '../kernel'
import { tidyName } from './commands'
import type { NameRefused, UnknownRefused } from './commands'
import { invitationRows } from './records'
import type { TeamSnapshot } from './snapshot'

export type Invited = RowOf<typeof invitationRows>

/** Days for which an invitation may be shown; who has not come by then is asked about again. */
export const INVITATION_DAYS = 14
const DAY_MS = 86_400_000

/** Those that were not taken back, the latest first. */
export const projectInvited = (rows: Table<Invited>): readonly Invited[] =>
  [...rows.values()].filter((row) => !row.archived).sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))

/** Those that may be shown at a time in ms since 1970; one from a clock ahead counts as made just now. */
export const invitedAt = (invited: readonly Invited[], now: number): readonly Invited[] =>
  invited.filter(({ at }) => at > now - INVITATION_DAYS * DAY_MS)

/** Says whom somebody is about to show the way in, so that the team can agree about it or be told. */
export const invitePerson = defineCommand(
  'team.invitePerson',
  (_: TeamSnapshot, args: { readonly name: string }, context): Result<Change[], NameRefused> => {
    const name = tidyName(args.name)
    if (!name.ok) return name
    return ok([
      create(invitationRows, context.id(), {
        name: name.value,
        by: context.person,
        at: context.stamp().at,
      }),
    ])
  },
)

/** Takes an invitation out of the list. What somebody was shown already they still have. */
export const withdrawInvitation = defineCommand(
  'team.withdrawInvitation',
  (team: TeamSnapshot, args: { readonly id: string }): Result<Change[], UnknownRefused> =>
    team.invited.some(({ id }) => id === args.id)
      ? ok([set(invitationRows, args.id, 'archived', true)])
      : refused({ reason: 'unknown' }),
)
