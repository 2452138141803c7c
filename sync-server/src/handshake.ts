// The handshake: one challenge, one hello, and whoever holds a key of the team is in.
import { LIMITS, PROTOCOL, decodeClientMessage, verifyHello } from '@yokoten/shared/sync'
import type { CloseName, Mode, RelayMessage } from '@yokoten/shared/sync'
import type { Log } from './log/port'
import type { Environment } from './ports'
import type { Doorkeeper } from './quota'
import type { RelaySettings } from './settings'

export interface Admitted {
  readonly team: string
  readonly mode: Mode
}

export interface HandshakeContext {
  readonly environment: Environment
  readonly settings: RelaySettings
  readonly doorkeeper: Doorkeeper
  readonly log: Log
}

/** The first message on a connection. The nonce makes the proof good for this connection only. */
export const createChallenge = (
  nonce: Uint8Array,
  { environment, settings }: HandshakeContext,
): RelayMessage => ({
  type: 'challenge',
  minVersion: PROTOCOL.min,
  maxVersion: PROTOCOL.max,
  nonce,
  time: environment.now(),
  messageBytes: settings.messageBytes,
  frameBytes: settings.frameBytes,
  needsToken: settings.teamToken !== undefined,
})

/** Judges the one message that a stranger may send. A browser's Origin must be the one that was proved. */
export async function judgeHello(
  bytes: Uint8Array,
  nonce: Uint8Array,
  client: { readonly address: string; readonly origin: string | undefined },
  context: HandshakeContext,
): Promise<Admitted | { readonly close: CloseName }> {
  const decoded = decodeClientMessage(bytes, LIMITS.helloBytes)
  if (!decoded.ok) return { close: decoded.error.reason === 'too-large' ? 'tooLarge' : 'protocol' }
  const hello = decoded.value
  if (hello.type !== 'hello') return { close: 'protocol' }
  if (hello.version < PROTOCOL.min || hello.version > PROTOCOL.max) return { close: 'version' }
  const { origins } = context.settings
  if (client.origin !== undefined && client.origin !== hello.origin) return { close: 'origin' }
  if (origins && !origins.includes(hello.origin)) return { close: 'origin' }
  const verified = await verifyHello(context.environment.crypto, hello, nonce)
  if (!verified.ok) return { close: 'proof' }
  const { documents } = await context.log.usage(hello.team)
  const refusal =
    documents === 0 ? context.doorkeeper.create(client.address, hello.team, hello.token) : undefined
  return refusal ? { close: refusal } : { team: hello.team, mode: hello.mode }
}
