// A client on a transport without a network: what it sent is received, what it may take it takes.
import {
  createFrames,
  createHello,
  decodeRelayMessage,
  deriveTeamKeys,
  encodeClientMessage,
  PROTOCOL,
} from '@yokoten/shared/sync'
import type {
  ClientMessage,
  CloseName,
  CryptoPort,
  FrameType,
  Mode,
  RelayMessage,
  TeamKeys,
} from '@yokoten/shared/sync'
import type { Connection, Transport } from '../ports'
import type { Relay } from '../relay'

type Of<T extends RelayMessage['type']> = Extract<RelayMessage, { type: T }>

export interface FakeClient {
  readonly received: readonly RelayMessage[]
  of<T extends RelayMessage['type']>(type: T): Of<T>[]
  send(message: ClientMessage): void
  sendBytes(bytes: Uint8Array): void
  hello(options?: { origin?: string; token?: string }): Promise<void>
  /** While it does not take, what is sent stays buffered. */
  setTaking(isTaking: boolean): void
  /** Answers the socket, not the protocol. */
  answerBelow(): void
  hangUp(): void
  readonly closedFor: CloseName | undefined
  readonly isPaused: boolean
  readonly mostBuffered: number
}

export interface FakeTeam {
  readonly keys: TeamKeys
  readonly viewKeys: TeamKeys
  frame(doc: string, strand: string, seq: number, body?: Uint8Array, type?: FrameType): Promise<Uint8Array>
}

export async function createFakeTeam(crypto: CryptoPort): Promise<FakeTeam> {
  const keys = await deriveTeamKeys(crypto, { mode: 'edit', editSecret: crypto.randomBytes(32) })
  const viewKeys = await deriveTeamKeys(crypto, keys.invitations.view)
  const frames = createFrames(crypto, keys)
  return {
    keys,
    viewKeys,
    async frame(doc, strand, seq, body = new Uint8Array(8), type = 'update') {
      const content = { schema: { min: 1, max: 1 }, body, vector: undefined }
      const sealed = await frames.seal({ type, doc, strand, seq, content })
      if (!sealed.ok) throw new Error(sealed.error.reason)
      return sealed.value
    },
  }
}

/** Connects without saying hello. */
export function connectFakeClient(
  relay: Relay,
  team: FakeTeam,
  { mode = 'edit', address = '203.0.113.7', origin }: { mode?: Mode; address?: string; origin?: string } = {},
): FakeClient {
  const received: RelayMessage[] = []
  let isTaking = true
  let buffered = 0
  let mostBuffered = 0
  let isPaused = false
  let closedFor: CloseName | undefined
  const transport: Transport = {
    address,
    origin,
    send(bytes) {
      const message = decodeRelayMessage(bytes)
      if (!message.ok) throw new Error(message.error.reason)
      received.push(message.value)
      if (isTaking) return
      buffered += bytes.length
      mostBuffered = Math.max(mostBuffered, buffered)
    },
    buffered: () => buffered,
    pause: () => (isPaused = true),
    resume: () => (isPaused = false),
    close: (reason) => (closedFor = reason),
  }
  const connection: Connection | undefined = relay.connect(transport)
  const of = <T extends RelayMessage['type']>(type: T) =>
    received.filter((message): message is Of<T> => message.type === type)
  const client: FakeClient = {
    received,
    of,
    send: (message) => client.sendBytes(encodeClientMessage(message)),
    sendBytes: (bytes) => connection?.receive(bytes),
    async hello(options = {}) {
      if (closedFor) return
      const [challenge] = of('challenge')
      if (!challenge) throw new Error('no challenge came')
      const keys = mode === 'edit' ? team.keys : team.viewKeys
      const hello = { nonce: challenge.nonce, version: PROTOCOL.max, origin: origin ?? '', ...options }
      client.send(await createHello(keys, hello))
    },
    setTaking(value) {
      isTaking = value
      if (!value) return
      buffered = 0
      connection?.drained()
    },
    answerBelow: () => connection?.heard(),
    hangUp: () => connection?.closed(),
    get closedFor() {
      return closedFor
    },
    get isPaused() {
      return isPaused
    },
    get mostBuffered() {
      return mostBuffered
    },
  }
  return client
}
