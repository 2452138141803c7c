// WebSocket transports for the relay, on a Node HTTP server.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE, LIMITS } from '@yokoten/shared/sync'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import type { Transport } from './ports'
import type { Relay } from './relay'
import type { RelaySettings } from './settings'

export const SOCKET_PATH = '/sync'
/** How long a closing handshake may take before the connection is cut, in milliseconds. */
const CLOSING_MS = 2_000
/** Bytes that a hello may take on the wire: its own, and what the protocol puts around messages. */
const STRANGER_BYTES = LIMITS.helloBytes + 64

export interface SocketOptions {
  readonly relay: Relay
  readonly settings: Pick<RelaySettings, 'messageBytes' | 'sendingBytes'>
  /** Believe X-Forwarded-For: set where a proxy of one's own stands before. */
  readonly trustProxy: boolean
}

/** Serves the relay at `/sync`. The result cuts every connection still open. */
export function serveSockets(server: Server, options: SocketOptions): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.settings.messageBytes,
    // Sealed frames do not compress, and compression is memory that a stranger decides about.
    perMessageDeflate: false,
    maxFragments: 1_024,
  })
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const path = (request.url ?? '').split('?')[0]
    if (path !== SOCKET_PATH) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) => attach(socket, request, stream, options))
  })
  return () => {
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
}

function attach(socket: WebSocket, request: IncomingMessage, stream: Duplex, options: SocketOptions) {
  const { relay, settings } = options
  let isFull = false
  let strangerBytes = 0
  const transport: Transport = {
    address: addressOf(request, options.trustProxy),
    origin: request.headers.origin,
    send(bytes) {
      socket.send(bytes, afterSend)
      isFull ||= socket.bufferedAmount >= settings.sendingBytes
    },
    buffered: () => socket.bufferedAmount,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close(reason) {
      stream.off('data', holdStranger)
      socket.close(CLOSE[reason].code, reason)
      setTimeout(() => socket.terminate(), CLOSING_MS).unref()
    },
  }
  const afterSend = () => {
    if (!isFull) return
    isFull = socket.bufferedAmount >= settings.sendingBytes
    connection?.drained()
  }
  // Until the first message is whole nothing else bounds what a stranger makes the relay keep.
  const holdStranger = (data: Buffer) => {
    strangerBytes += data.length
    if (strangerBytes > STRANGER_BYTES) transport.close('tooLarge')
  }
  socket.on('error', () => socket.terminate())
  const connection = relay.connect(transport)
  if (!connection) return
  stream.on('data', holdStranger)
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    stream.off('data', holdStranger)
    // Text is no message of the protocol; an empty one is refused as malformed.
    connection.receive(isBinary ? data : new Uint8Array(0))
  })
  // A page in the background may speak only once a minute; its browser answers at once.
  const asking = setInterval(() => socket.ping(), LIMITS.pingMs)
  asking.unref()
  socket.on('pong', () => connection.heard())
  socket.on('close', () => {
    clearInterval(asking)
    connection.closed()
  })
}

function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined
  const first = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim()
  return first || (request.socket.remoteAddress ?? '')
}
