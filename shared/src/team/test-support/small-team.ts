// A team's directory without Yjs, for tests.
import { emptyTable } from '../../kernel'
import type { Command, CommandContext, Tables } from '../../kernel'
import { createMemoryDocument } from '../../kernel/test-support'
import { addPerson } from '../commands'
import { teamCollections } from '../records'
import { teamDocument } from '../snapshot'
import type { TeamSnapshot } from '../snapshot'

/** 2026-11-18T09:00:00Z, a Wednesday. */
export const TEST_NOW = 1_795_338_000_000

export const asPerson = (person: string, at = TEST_NOW): CommandContext => {
  let made = 0
  return {
    person,
    stamp: () => ({ at, order: at * 1024 }),
    id: () => `${person}-${at}-${++made}`,
    random: (n) => new Uint8Array(n),
  }
}

/** The directory's tables before anybody wrote to it. */
export const emptyTables = (): Tables<typeof teamCollections> =>
  Object.fromEntries(Object.keys(teamCollections).map((key) => [key, emptyTable()])) as unknown as Tables<
    typeof teamCollections
  >

/** A team of the people named, who act under their names. */
export function createSmallTeam(...people: readonly string[]) {
  const document = createMemoryDocument(teamDocument)
  const small = {
    get team(): TeamSnapshot {
      return document.snapshot
    },
    apply: document.apply,
    run: <A, R>(command: Command<TeamSnapshot, A, R>, args: A, who = people[0] ?? '', at = TEST_NOW) =>
      document.run(command, args, asPerson(who, at)),
  }
  for (const person of people) small.run(addPerson, { id: person, name: person })
  return small
}
