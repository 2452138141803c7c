// What proposals need of the other rooms: what an act would do, its opposite, who is a member, what a link leads to.
import { foresee } from '@yokoten/shared/playbook'
import type { Command } from '@yokoten/shared/kernel'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { teamTime } from '../../features/playbook/agreement'
import type { ProposalTools } from '../../features/playbook/proposals/tools'
import type { DocumentHandle } from '../../session/api'
import { text } from '../../text'
import type { AppTeam } from '../device-context'
import { documentPath, teamPath } from '../routes'
import { membersOfToday } from './members'
import { withRoom } from './rooms'

interface ProposalToolsNeeds {
  readonly team: AppTeam
  readonly playbook: DocumentHandle<PlaybookSnapshot>
  /** What a proposal that comes of the task points at. */
  linking<T>(links: readonly string[], task: () => T): T
}

export function createProposalTools({ team, playbook, linking }: ProposalToolsNeeds): ProposalTools {
  return {
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
          return { described: room.describe(snapshot, team.directory.get(), name, changes), ground }
        } finally {
          target.release()
        }
      })
      return seen ?? 'gone'
    },
    members: () => membersOfToday(team, playbook, teamTime(team)),
    linked(link) {
      const [kind = '', ...rest] = link.split(':')
      const id = rest.join(':')
      const { valuesById, documentsById } = team.directory.get()
      if (kind === 'decision') {
        const title = playbook.get().casesById.get(id)?.proposal.title
        return title === undefined
          ? undefined
          : { label: text('proposals.links.decision', { title }), path: teamPath(team.teamId, 'decisions') }
      }
      if (kind === 'value') {
        const value = valuesById.get(id)?.words
        return value === undefined
          ? undefined
          : { label: text('proposals.links.value', { value }), path: teamPath(team.teamId, 'purpose') }
      }
      const board = kind === 'board' ? documentsById.get(id) : undefined
      return board && { label: board.name, path: documentPath(team.teamId, 'board', id) }
    },
    async reverse(one, version) {
      const { command, id } = one.proposal
      if (!command) return false
      const done = await withRoom(command.document, async (room) => {
        const target = await team.open(room.spec, command.document)
        try {
          const run = room.reversal?.(target.get(), command.name, version.args, version.ground)
          if (!run) return false
          linking([`decision:${id}`], () => run(target))
          return true
        } finally {
          target.release()
        }
      })
      return done ?? false
    },
  }
}
