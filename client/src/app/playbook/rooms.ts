// The rooms whose acts a proposal may carry, by the name of a document: its kind, its commands, and their words.
import type { Change, Command, DocumentOf } from '@yokoten/shared/kernel'
import { commandsByName } from '@yokoten/shared/kernel'
import { takeBackIn } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { DescribedAct } from '../../input'

/** What words about an act need besides its own document. */
export interface Around {
  readonly team: TeamSnapshot
  /** Names of the boards' columns, by id: rules may be about one of them. */
  readonly columns: ReadonlyMap<string, string>
}

export interface ActRoom<S> {
  readonly spec: DocumentOf<S>
  readonly commands: ReadonlyMap<string, Command<S, never, unknown>>
  describe(snapshot: S, around: Around, command: string, changes: readonly Change[]): DescribedAct
}

/** Hands a room on with the type of its snapshot, which only the task may name. */
export type RoomTask<T> = <S>(room: ActRoom<S>) => T

/** A room's own commands, and the one that takes back what was decided. */
function commandsOf<S>(
  spec: DocumentOf<S>,
  room: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Command<S, never, unknown>> {
  const takeBack = takeBackIn(spec)
  return new Map([...commandsByName<S>(room), [takeBack.name, takeBack as Command<S, never, unknown>]])
}

const boardRoom = async () => {
  const board = await import('@yokoten/shared/board')
  const { describeAct } = await import('../../features/board')
  const room: ActRoom<ReturnType<typeof board.boardDocument.project>> = {
    spec: board.boardDocument,
    commands: commandsOf(board.boardDocument, board),
    describe: (snapshot, { team }, command, changes) =>
      describeAct(snapshot, team.peopleById, command, changes),
  }
  return room
}

const teamRoom = async () => {
  const team = await import('@yokoten/shared/team')
  const { describeTeamAct } = await import('../../features/team')
  const room: ActRoom<TeamSnapshot> = {
    spec: team.teamDocument,
    commands: commandsOf(team.teamDocument, team),
    describe: (snapshot, _, __, changes) => describeTeamAct(snapshot, changes),
  }
  return room
}

const playbookRoom = async () => {
  const playbook = await import('@yokoten/shared/playbook')
  const { describePlaybookAct } = await import('../../features/playbook')
  const room: ActRoom<ReturnType<typeof playbook.playbookDocument.project>> = {
    spec: playbook.playbookDocument,
    commands: commandsOf(playbook.playbookDocument, playbook),
    describe: (snapshot, { team, columns }, _, changes) =>
      describePlaybookAct(snapshot, team, columns, changes),
  }
  return room
}

const ROOMS: readonly string[] = ['board', 'team', 'playbook']

/** Whether a proposal can carry a command: the rooms that are loaded for it have those of their own name. */
export const isCarried = (command: string): boolean => ROOMS.includes(command.split('.')[0] ?? '')

/** Loads the room of a document and hands it on; undefined where this version has no acts for it. */
export async function withRoom<T>(document: string, task: RoomTask<T>): Promise<T | undefined> {
  if (document.startsWith('board/')) return task(await boardRoom())
  if (document === 'team') return task(await teamRoom())
  if (document === 'playbook') return task(await playbookRoom())
  return undefined
}
