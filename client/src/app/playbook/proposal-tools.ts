// What proposals need of the other rooms: what an act would do, how to take it back, who is a member, what a link leads to.
import { commandOf, foresee, reversal, takeBackIn } from '@yokoten/shared/playbook'
import { compareLevels } from '@yokoten/shared/kernel'
import type { Change, Command } from '@yokoten/shared/kernel'
import type { Condition, PlaybookSnapshot } from '@yokoten/shared/playbook'
import { teamTime } from '../../features/playbook'
import type { ProposalTools } from '../../features/playbook'
import type { Agreement, DocumentHandle, Done } from '../../session/api'
import type { AppTeam } from '../device-context'
import { documentPath, roomPath, teamPath } from '../routes'
import { membersOfToday } from './members'
import { withRoom } from './rooms'
import type { ActRoom, Around } from './rooms'
import { createThings } from './things'

interface ProposalToolsNeeds {
  readonly team: AppTeam
  readonly playbook: DocumentHandle<PlaybookSnapshot>
  readonly agreement: () => Pick<Agreement, 'permit' | 'ask'>
  /** What a proposal that comes of the task points at. */
  linking<T>(links: readonly string[], task: () => T): T
}

const NO_COLUMNS: ReadonlyMap<string, string> = new Map()

/** Whether a change is about a rule, or its plan, that holds in one column only. */
const isAboutColumn = (change: Change): boolean =>
  change.kind === 'append' && (change.entry.condition as Condition | undefined)?.column !== undefined

export function createProposalTools({
  team,
  playbook,
  agreement,
  linking,
}: ProposalToolsNeeds): ProposalTools & {
  /** What a command did, in the words of its room; empty where this version has none for it. */
  wordsOf(done: Done): Promise<string>
} {
  const { columns, ...things } = createThings(team, playbook)
  const around = async (changes: readonly Change[]): Promise<Around> => ({
    team: team.directory.get(),
    columns: changes.some(isAboutColumn) ? await columns() : NO_COLUMNS,
  })
  return {
    ...things,
    async look({ name, version, document }, args, by) {
      const seen = await withRoom(document, async (room) => {
        const command = room.commands.get(name)
        if (!command || command.version !== version) return 'gone' as const
        const target = await team.open(room.spec, document)
        try {
          const snapshot = target.get()
          // The arguments are those that the command was given; commands check theirs.
          const foreseen = foresee(
            command as Command<typeof snapshot, unknown, unknown>,
            snapshot,
            args,
            by,
            target.item,
          )
          if (!foreseen.ok) return 'refused' as const
          const { changes, ground } = foreseen.value
          return { described: room.describe(snapshot, await around(changes), name, changes), ground }
        } finally {
          target.release()
        }
      })
      return seen ?? 'gone'
    },
    async wordsOf({ document, command, changes, before }) {
      const words = await withRoom(document, async <S>(room: ActRoom<S>) => {
        // It was taken from the document of this very room.
        const snapshot = before as S
        return room.describe(snapshot, await around(changes), command, changes).title
      })
      return words ?? ''
    },
    members: () => membersOfToday(team, playbook, teamTime(team)),
    place(document) {
      const [kind, id] = document.split('/')
      if (document === 'team') return roomPath(team.teamId, 'team')
      if (document === 'playbook') return teamPath(team.teamId, 'rules')
      const isListed = id !== undefined && team.directory.get().documentsById.has(id)
      return kind === 'board' && isListed ? documentPath(team.teamId, 'board', id) : undefined
    },
    async reverse(one, version) {
      const named = commandOf(one, version)
      if (!named) return 'by-hand'
      const { document } = named
      const came = await withRoom(document, async (room) => {
        const command = room.commands.get(named.name)
        if (!command || command.version !== named.version) return 'gone'
        const target = await team.open(room.spec, document)
        try {
          const back = reversal(room.spec, command, target.get(), one, version, target.item)
          if (!back.ok) return back.error.reason
          const takeBack = takeBackIn(room.spec)
          const links = [`decision:${one.proposal.id}`]
          // By the rule for what is taken back, also where the way back by itself would be free.
          const { act } = one.proposal
          const permit = agreement().permit(act)
          if (compareLevels(permit.level, 'tell') > 0) {
            const { name, version: of } = takeBack
            const refused = { reason: 'not-free' as const, act, permit }
            linking(links, () =>
              agreement().ask({ document, command: { name, version: of }, args: back.value, refused }),
            )
            return 'asked'
          }
          const done = linking(links, () => target.run(takeBack, back.value))
          if (done.ok) return 'done'
          return done.error.reason === 'not-free' ? 'asked' : 'changed'
        } finally {
          target.release()
        }
      })
      return came ?? 'gone'
    },
  }
}
