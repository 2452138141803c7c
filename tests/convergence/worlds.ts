// Simulated worlds as tests: the kept seeds, twenty with real cryptography, then as many as fit into the time.
import { describe, expect, it } from 'vitest'
import { suspendIntervals } from '../support/suspend-intervals'
import { cheapCrypto, realCrypto } from './crypto'
import { runSeed } from './run-seed'
import { KEPT_SEEDS, REAL_SEEDS } from './seeds'

/** Two test files run side by side, each with every other seed. */
const SHARES = 2
/** For the seeds that are neither kept nor sealed for real, so that the whole test run keeps within its time. */
const BUDGET_MS = 60_000
/** The last seed of a test run: the same worlds on every machine, of which a slow one runs fewer. */
const LAST = 100
/** Also on the slowest machine. */
const LEAST = 20
const PATIENCE_MS = 15 * 60_000

const every = (seeds: readonly number[], share: number) =>
  seeds.filter((_, index) => index % SHARES === share)

/** `share` counts from 0. */
export function describeWorlds(share: number): void {
  describe(`simulated worlds, share ${share + 1} of ${SHARES}`, () => {
    const worlds = async (
      seeds: Iterable<number>,
      crypto: typeof cheapCrypto,
      goesOn: (run: number) => boolean,
    ) => {
      const restore = suspendIntervals()
      const failed: string[] = []
      let run = 0
      for (const seed of seeds) {
        if (!goesOn(run)) break
        const { failures } = await runSeed(seed, { crypto })
        run += 1
        if (failures.length > 0) failed.push(`seed ${seed}: ${failures.slice(0, 5).join('; ')}`)
      }
      restore()
      expect(failed).toEqual([])
      return run
    }
    const always = () => true

    it(
      'come to rest with nothing lost: seeds that failed once',
      () => worlds(every(KEPT_SEEDS, share), cheapCrypto, always),
      PATIENCE_MS,
    )
    it(
      'come to rest with nothing lost: sealed for real',
      () => worlds(every(REAL_SEEDS, share), realCrypto, always),
      PATIENCE_MS,
    )
    it(
      'come to rest with nothing lost: as many as fit',
      async ({ annotate }) => {
        const start = performance.now()
        const fits = (run: number) => run < LEAST || performance.now() - start < BUDGET_MS
        const run = await worlds(seedsFrom(1 + share), cheapCrypto, fits)
        await annotate(`${run} worlds`)
      },
      PATIENCE_MS,
    )
  })
}

function* seedsFrom(first: number): Generator<number> {
  for (let seed = first; seed <= LAST; seed += SHARES) yield seed
}
