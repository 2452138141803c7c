import { expect, it } from 'vitest'
import { createLog } from './create-log'
import { createMemoryStore } from './memory'
import { describeLog } from './test-support/log-suite'

describeLog('log in memory', async () => {
  const store = createMemoryStore()
  return {
    open: () => store,
    copy: async () => {
      const copied = store.copy()
      return () => copied
    },
    cleanUp: async () => undefined,
  }
})

it('refuses what does not fit its capacity', async () => {
  const store = createMemoryStore(1_000)
  const log = await createLog(store, {
    random: (n) => new Uint8Array(n).fill(7),
    now: () => 0,
    soon: (run) => run(),
  })
  const name = { team: '11'.repeat(16), doc: '22'.repeat(16) }
  const append = (seq: number, length: number) =>
    log.append(name, { kind: 'update', strand: '33'.repeat(16), seq, bytes: new Uint8Array(length) }, {})
  expect(await append(1, 100)).toMatchObject({ kind: 'stored' })
  expect(await append(2, 2_000)).toEqual({ kind: 'refused', refusal: 'cannot-store' })
  expect(await append(2, 100)).toMatchObject({ kind: 'stored', sequence: 2 })
})
