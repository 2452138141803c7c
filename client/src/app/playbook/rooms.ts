// The rooms whose acts a proposal may carry, by the name of a document: its kind, its commands, and their words.
import type { Change, Command, DocumentOf, JsonObject, Result } from '@yokoten/shared/kernel'
import { commandsByName } from '@yokoten/shared/kernel'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { DescribedAct } from '../../input'
import type { DocumentHandle } from '../../session/api'

export interface ActRoom<S> {
  readonly spec: DocumentOf<S>
  readonly commands: ReadonlyMap<string, Command<S, never, unknown>>
  describe(snapshot: S, team: TeamSnapshot, command: string, changes: readonly Change[]): DescribedAct
  /** How to do the opposite of an act; undefined where the room knows none. */
  reversal?(
    snapshot: S,
    command: string,
    args: JsonObject,
    ground: JsonObject,
  ): ((handle: DocumentHandle<S>) => Result<void, { readonly reason: string }>) | undefined
}

/** Hands a room on with the type of its snapshot, which only the task may name. */
export type RoomTask<T> = <S>(room: ActRoom<S>) => T

const boardRoom = async () => {
  const board = await import('@yokoten/shared/board')
  const { describeAct, reversalOf } = await import('../../features/board')
  const room: ActRoom<ReturnType<typeof board.boardDocument.project>> = {
    spec: board.boardDocument,
    commands: commandsByName(board),
    describe: (snapshot, team, command, changes) => describeAct(snapshot, team.peopleById, command, changes),
    reversal: reversalOf,
  }
  return room
}

const teamRoom = async () => {
  const team = await import('@yokoten/shared/team')
  const { describeTeamAct } = await import('../../features/team')
  const room: ActRoom<TeamSnapshot> = {
    spec: team.teamDocument,
    commands: commandsByName(team),
    describe: (snapshot, _, __, changes) => describeTeamAct(snapshot, changes),
  }
  return room
}

const playbookRoom = async () => {
  const playbook = await import('@yokoten/shared/playbook')
  const { describePlaybookAct, reversalOfRule } = await import('../../features/playbook')
  const room: ActRoom<ReturnType<typeof playbook.playbookDocument.project>> = {
    spec: playbook.playbookDocument,
    commands: commandsByName(playbook),
    describe: (snapshot, _, __, changes) => describePlaybookAct(snapshot, changes),
    reversal: reversalOfRule,
  }
  return room
}

/** Loads the room of a document and hands it on; undefined where this version has no acts for it. */
export async function withRoom<T>(document: string, task: RoomTask<T>): Promise<T | undefined> {
  if (document.startsWith('board/')) return task(await boardRoom())
  if (document === 'team') return task(await teamRoom())
  if (document === 'playbook') return task(await playbookRoom())
  return undefined
}
