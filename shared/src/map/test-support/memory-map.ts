// A map document in memory, for tests: runs commands and projects, with no Yjs behind it.
import type { Change, Command, Result } from '../../kernel'
import { createMemoryDocument } from '../../kernel/test-support'
import { mapDocument, type MapSnapshot } from '../snapshot'

export function createMemoryMap() {
  const document = createMemoryDocument(mapDocument)
  let ids = 0
  let time = 1_700_000_000_000
  return {
    get: (): MapSnapshot => document.snapshot,
    rebuilt: document.rebuilt,
    write: (changes: readonly Change[]) => void document.apply(changes),
    run<A, R>(command: Command<MapSnapshot, A, R>, args: A): Result<readonly Change[], R> {
      const decided = command.decide(document.snapshot, args, {
        person: 'ann',
        stamp: () => ({ at: (time += 1000), order: time * 1024 }),
        id: () => `n${String(++ids).padStart(4, '0')}`,
        random: (n) => new Uint8Array(n),
      })
      if (decided.ok) document.apply(decided.value)
      return decided
    },
  }
}
export type MemoryMap = ReturnType<typeof createMemoryMap>
