// A hand-made client on a real WebSocket: says what it is told to, keeps what it hears.
import {
  createHello,
  createFrames,
  decodeRelayMessage,
  deriveTeamKeys,
  encodeClientMessage,
  PROTOCOL,
} from '@yokoten/shared/sync'
import type { ClientMessage, Cursor, Frames, RelayMessage, TeamKeys } from '@yokoten/shared/sync'
import { createWebCrypto } from '@yokoten/client/session/crypto'
import { WebSocket } from 'ws'

const crypto = createWebCrypto(globalThis.crypto)
const PATIENCE_MS = 30_000

type Of<T extends RelayMessage['type']> = Extract<RelayMessage, { type: T }>

export interface TestTeam {
  readonly keys: TeamKeys
  readonly viewKeys: TeamKeys
  readonly frames: Frames
  /** A sealed update with these words in it. */
  update(doc: string, strand: string, seq: number, words: string | Uint8Array): Promise<Uint8Array>
  /** The words of a sealed frame. */
  read(frame: Uint8Array, doc: string): Promise<string>
}

export async function createTestTeam(): Promise<TestTeam> {
  const keys = await deriveTeamKeys(crypto, { mode: 'edit', editSecret: crypto.randomBytes(32) })
  const frames = createFrames(crypto, keys)
  return {
    keys,
    viewKeys: await deriveTeamKeys(crypto, keys.invitations.view),
    frames,
    async update(doc, strand, seq, words) {
      const body = typeof words === 'string' ? new TextEncoder().encode(words) : words
      const content = { schema: { min: 1, max: 1 }, body, vector: undefined }
      const sealed = await frames.seal({ type: 'update', doc, strand, seq, content })
      if (!sealed.ok) throw new Error(sealed.error.reason)
      return sealed.value
    },
    async read(frame, doc) {
      const opened = await frames.open(frame, doc)
      if (!opened.ok) throw new Error(opened.error.reason)
      return new TextDecoder().decode(opened.value.content.body)
    },
  }
}

export const randomId = (): string => Buffer.from(crypto.randomBytes(16)).toString('hex')

export interface TestClient {
  readonly socket: WebSocket
  readonly received: readonly RelayMessage[]
  of<T extends RelayMessage['type']>(type: T): Of<T>[]
  send(message: ClientMessage): void
  /** The next message of a type that nobody has waited for yet. Rejects after half a minute, or when hung up on. */
  next<T extends RelayMessage['type']>(type: T): Promise<Of<T>>
  /** Resolves once `test` holds, looked at with every message. */
  until(test: () => boolean): Promise<void>
  /** Says hello with these keys and waits for the answer. */
  enter(keys: TeamKeys, options?: { origin?: string; token?: string }): Promise<Of<'welcome'>>
  /** Opens a document and waits until it is caught up; gives what came until then. */
  open(
    doc: string,
    cursor?: Cursor,
  ): Promise<Of<'caughtUp'> & { logged: { sequence: number; frame: Uint8Array }[] }>
  /** The close code, once the connection is over. */
  readonly closed: Promise<number>
  close(): void
}

/** Connects without saying hello. */
export function connectClient(url: string, headers: Record<string, string> = {}): TestClient {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  socket.binaryType = 'nodebuffer'
  const received: RelayMessage[] = []
  const taken = new Set<RelayMessage>()
  const watchers = new Set<() => void>()
  let isOver = false
  const look = () => {
    for (const watch of [...watchers]) watch()
  }
  const closed = new Promise<number>((resolve) =>
    socket.on('close', (code) => {
      isOver = true
      resolve(code)
      look()
    }),
  )
  // What went wrong is told by the close code that follows.
  socket.on('error', () => undefined)
  socket.on('message', (data: Buffer) => {
    const message = decodeRelayMessage(new Uint8Array(data))
    if (!message.ok) throw new Error(`the relay said nonsense: ${message.error.reason}`)
    received.push(message.value)
    look()
  })
  const wait = <T>(what: string, find: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        watchers.delete(watch)
      }
      const watch = () => {
        const found = find()
        if (found === undefined && !isOver) return
        stop()
        if (found === undefined) reject(new Error(`hung up on while waiting for ${what}`))
        else resolve(found)
      }
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`waited in vain for ${what}`))
      }, PATIENCE_MS)
      watchers.add(watch)
      watch()
    })
  const of = <T extends RelayMessage['type']>(type: T) =>
    received.filter((message): message is Of<T> => message.type === type)

  const client: TestClient = {
    socket,
    received,
    of,
    closed,
    send: (message) => socket.send(encodeClientMessage(message)),
    next: (type) =>
      wait(type, () => {
        const message = of(type).find((candidate) => !taken.has(candidate))
        if (message) taken.add(message)
        return message
      }),
    async until(test) {
      await wait('a condition', () => test() || undefined)
    },
    async enter(keys, { origin = '', token } = {}) {
      const { nonce } = await client.next('challenge')
      const hello = { nonce, version: PROTOCOL.max, origin, ...(token === undefined ? {} : { token }) }
      client.send(await createHello(keys, hello))
      return client.next('welcome')
    },
    async open(doc, cursor) {
      const before = received.length
      client.send({ type: 'open', doc, cursor })
      const caughtUp = await client.next('caughtUp')
      const logged = received
        .slice(before)
        .flatMap((message) => (message.type === 'frames' && message.doc === doc ? message.frames : []))
      return { ...caughtUp, logged: [...logged] }
    },
    close: () => socket.close(),
  }
  return client
}
