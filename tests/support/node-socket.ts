// The session's socket port on Node, where there is no WebSocket of the platform.
import WebSocket from 'ws'
import type { OpenSocket } from '../../client/src/session/ports'

export const openNodeSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url)
  let closed = false
  const close = (code: number) => {
    if (closed) return
    closed = true
    events.close(code)
  }
  socket.on('open', () => events.open())
  socket.on('message', (data: Buffer) => {
    if (!closed) events.message(new Uint8Array(data))
  })
  socket.on('close', close)
  socket.on('error', () => close(1006))
  return {
    send(bytes) {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes)
    },
    close(code = 1000) {
      socket.close(code)
      close(code)
    },
  }
}
