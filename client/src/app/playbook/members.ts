// The members of today: people of the team who have joined it or done something in the last weeks, on a board or in the playbook, or are here.
import { boardDocument, lastActsOn } from '@yokoten/shared/board'
import { lastActsIn, latestActs, membersOf } from '@yokoten/shared/playbook'
import type { LastActs, PlaybookSnapshot } from '@yokoten/shared/playbook'
import type { DocumentHandle } from '../../session/api'
import type { AppTeam } from '../device-context'

/** Reads the team's boards one after another; one that cannot be opened says nothing about anybody. */
async function actsOnBoards(team: AppTeam, now: number): Promise<readonly LastActs[]> {
  const found: LastActs[] = []
  const { documents, documentsById } = team.directory.get()
  for (const id of documents) {
    if (documentsById.get(id)?.kind !== 'board') continue
    const board = await team.open(boardDocument, `board/${id}`).catch(() => undefined)
    if (!board) continue
    found.push(lastActsOn(board.get(), now))
    board.release()
  }
  return found
}

export async function membersOfToday(
  team: AppTeam,
  playbook: DocumentHandle<PlaybookSnapshot>,
  now: number,
): Promise<readonly string[]> {
  const here = [...team.directory.peers.get().values()].map(({ person }): [string, number] => [person, now])
  const { people, peopleById } = team.directory.get()
  const joined = people.map((id): [string, number] => [id, Math.min(peopleById.get(id)?.since ?? 0, now)])
  const boards = await actsOnBoards(team, now)
  const acts = latestActs(new Map(joined), lastActsIn(playbook.get(), now), new Map(here), ...boards)
  return membersOf(people, acts, now)
}
