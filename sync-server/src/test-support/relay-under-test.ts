// A relay in memory with virtual time, whose disk can be told to fail or to wait, and clients without a network.
import type { RelayMessage } from '@yokoten/shared/sync'
import { createLog } from '../log/create-log'
import { createMemoryStore } from '../log/memory'
import type { MemoryStore } from '../log/memory'
import type { Log } from '../log/port'
import { createFaultyStore } from '../log/test-support/faulty-store'
import type { Fault } from '../log/test-support/faulty-store'
import { admitWithin } from '../quota'
import { createRelay } from '../relay'
import type { Relay } from '../relay'
import { DEFAULTS } from '../settings'
import type { RelaySettings } from '../settings'
import { connectFakeClient, createFakeTeam } from './fake-client'
import type { FakeClient, FakeTeam } from './fake-client'
import { nodeCryptoPort } from './node-crypto-port'
import { createVirtualTime } from './virtual-environment'
import type { VirtualTime } from './virtual-environment'

export const doc = 'dd'.repeat(16)
export const strand = 'aa'.repeat(16)
export const bytes = (length: number) => new Uint8Array(length).fill(7)

type ConnectOptions = NonNullable<Parameters<typeof connectFakeClient>[2]>

export interface RelayUnderTest {
  readonly time: VirtualTime
  readonly team: FakeTeam
  relay: Relay
  log: Log
  store: MemoryStore
  fault: Fault
  /** What a commit waits for. */
  gate: Promise<void>
  /** Starts anew on what is stored. */
  start(changes?: Partial<RelaySettings>): Promise<void>
  /** Connects and says hello. */
  connect(options?: ConnectOptions & { token?: string }, team?: FakeTeam): Promise<FakeClient>
  /** Connects, says hello and opens the document. */
  join(options?: ConnectOptions): Promise<FakeClient>
  put(seq: number, body?: Uint8Array): Promise<{ type: 'put'; frame: Uint8Array }>
}

export const createTeam = () => createFakeTeam(nodeCryptoPort)

export const sequencesOf = (messages: readonly RelayMessage[]): number[] =>
  messages.flatMap((message) =>
    message.type === 'frames' ? message.frames.map(({ sequence }) => sequence) : [],
  )

export async function createRelayUnderTest(): Promise<RelayUnderTest> {
  const time = createVirtualTime()
  const { environment } = time
  const team = await createTeam()

  async function open(store: MemoryStore, changes: Partial<RelaySettings> = {}) {
    const settings = { ...DEFAULTS, ...changes }
    const disk = createFaultyStore(
      { ...store, commit: (writes) => under.gate.then(() => store.commit(writes)) },
      () => under.fault,
    )
    const log = await createLog(disk, { ...environment, admit: admitWithin(settings) })
    const report = (error: unknown) => {
      throw error
    }
    return { log, relay: createRelay({ log, environment, settings, report }) }
  }

  const under = {
    time,
    team,
    store: createMemoryStore(),
    fault: 'none',
    gate: Promise.resolve(),
    async start(changes) {
      Object.assign(under, await open(under.store, changes))
    },
    async connect(options = {}, of = team) {
      const client = connectFakeClient(under.relay, of, options)
      await client.hello(options.token === undefined ? {} : { token: options.token })
      await time.settle()
      return client
    },
    async join(options) {
      const client = await under.connect(options)
      client.send({ type: 'open', doc, cursor: undefined })
      await time.settle()
      return client
    },
    put: async (seq, body) => ({ type: 'put', frame: await team.frame(doc, strand, seq, body) }),
  } as RelayUnderTest
  await under.start()
  return under
}
