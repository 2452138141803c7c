import { decodeRelayMessage, parseFrameHeader } from '@yokoten/shared/sync'
import type { RelayMessage } from '@yokoten/shared/sync'
import { expect, it } from 'vitest'
import { createHub } from './hub'
import { DEFAULTS } from './settings'
import { createRelayUnderTest, doc, sequencesOf } from './test-support/relay-under-test'

it('looks again when a frame becomes durable while it was reading', async () => {
  const { log, time, team, put } = await createRelayUnderTest()
  let open: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (open = resolve))
  const slowLog: typeof log = {
    ...log,
    async read(...asked) {
      const chunk = await log.read(...asked)
      await gate
      return chunk
    },
  }
  const hub = createHub(
    { team: team.keys.team, doc },
    {
      log: slowLog,
      environment: time.environment,
      settings: DEFAULTS,
      count: () => undefined,
      report: (error) => {
        throw error
      },
    },
  )
  const received: RelayMessage[] = []
  const send = (bytes: Uint8Array) => {
    const message = decodeRelayMessage(bytes)
    if (message.ok) received.push(message.value)
  }
  await hub.join({ mode: 'view', send, hasRoom: () => true }, undefined)
  const { frame } = await put(1)
  const header = parseFrameHeader(frame)
  if (!header.ok) throw new Error(header.error.reason)
  await hub.append(header.value, frame, {})
  await time.settle()
  expect(sequencesOf(received)).toEqual([])
  open()
  await time.settle()
  expect(sequencesOf(received)).toEqual([1])
})
