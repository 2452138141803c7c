// Stands between a browser and its relay: passes everything on, until it is told to bring a newer app or to talk nonsense.
import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { WebSocketServer } from 'ws'

export interface Proxy {
  readonly url: string
  /** From now on `/sync` is answered by someone who speaks no protocol; open connections end. */
  talkNonsense(): void
  talkSense(): void
  /** Serves a service worker with other bytes: for the browser a newer build. */
  releaseNewer(): void
  stop(): Promise<void>
}

/** Forwards to a relay on this machine. */
export async function startProxy(relayPort: number): Promise<Proxy> {
  let isNonsense = false
  let releases = 0
  const sockets = new Set<Socket>()

  const server = createServer((from: IncomingMessage, to: ServerResponse) => {
    const isWorker = from.url === '/sw.js'
    const headers = { ...from.headers, ...(isWorker && { 'accept-encoding': 'identity' }) }
    const passed = request(
      { port: relayPort, host: '127.0.0.1', path: from.url, method: from.method, headers },
      (answer) => {
        const { 'content-length': _length, etag: _etag, ...changed } = answer.headers
        to.writeHead(answer.statusCode ?? 502, isWorker ? changed : answer.headers)
        answer.pipe(to, { end: !isWorker })
        if (isWorker) answer.on('end', () => to.end(`\n// release ${releases}\n`))
      },
    )
    passed.on('error', () => to.destroy())
    from.pipe(passed)
  })

  const babbler = new WebSocketServer({ noServer: true })
  babbler.on('connection', (socket) => {
    socket.on('error', () => undefined)
    socket.send('Good morning')
    socket.send(Buffer.alloc(300, 200))
  })

  server.on('upgrade', (from: IncomingMessage, socket: Socket, head: Buffer) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    if (isNonsense) {
      babbler.handleUpgrade(from, socket, head, (spoken) => babbler.emit('connection', spoken, from))
      return
    }
    const relay = connect(relayPort, '127.0.0.1', () => {
      const lines = [`GET ${from.url} HTTP/1.1`]
      for (let i = 0; i < from.rawHeaders.length; i += 2)
        lines.push(`${from.rawHeaders[i]}: ${from.rawHeaders[i + 1]}`)
      relay.write(`${lines.join('\r\n')}\r\n\r\n`)
      relay.write(head)
      socket.pipe(relay).pipe(socket)
    })
    relay.on('error', () => socket.destroy()).on('close', () => socket.destroy())
    socket.on('close', () => relay.destroy())
  })

  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    talkNonsense() {
      isNonsense = true
      hangUp()
    },
    talkSense() {
      isNonsense = false
      hangUp()
    },
    releaseNewer: () => void releases++,
    async stop() {
      hangUp()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
