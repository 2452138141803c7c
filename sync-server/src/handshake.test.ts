import { LIMITS } from '@yokoten/shared/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryStore } from './log/memory'
import { connectFakeClient } from './test-support/fake-client'
import { bytes, createRelayUnderTest, createTeam, doc } from './test-support/relay-under-test'
import type { RelayUnderTest } from './test-support/relay-under-test'

let under: RelayUnderTest
beforeEach(async () => {
  under = await createRelayUnderTest()
})

describe('handshake', () => {
  it('hangs up on who says nothing for five seconds', async () => {
    const client = connectFakeClient(under.relay, under.team)
    await under.time.pass(LIMITS.helloMs - 1)
    expect(client.closedFor).toBeUndefined()
    await under.time.pass(1)
    expect(client.closedFor).toBe('handshakeTimeout')
  })
  it('takes one message before, of 2 KiB at most, and only a hello', async () => {
    const large = connectFakeClient(under.relay, under.team)
    large.sendBytes(bytes(LIMITS.helloBytes + 1))
    const garbage = connectFakeClient(under.relay, under.team)
    garbage.sendBytes(bytes(100))
    const early = connectFakeClient(under.relay, under.team)
    early.send({ type: 'open', doc, cursor: undefined })
    const twice = connectFakeClient(under.relay, under.team)
    await Promise.all([twice.hello(), twice.hello()])
    await under.time.settle()
    expect([large, garbage, early, twice].map(({ closedFor }) => closedFor)).toEqual([
      'tooLarge',
      'protocol',
      'protocol',
      'protocol',
    ])
  })
  it('wants a proof for this nonce, this team and this origin', async () => {
    const other = await createTeam()
    const stranger = connectFakeClient(under.relay, {
      ...under.team,
      keys: { ...under.team.keys, writer: other.keys.writer },
    })
    await stranger.hello()
    const squatter = connectFakeClient(under.relay, {
      ...other,
      keys: { ...other.keys, team: under.team.keys.team },
    })
    await squatter.hello()
    const foreign = connectFakeClient(under.relay, under.team, { origin: 'https://evil.example' })
    await foreign.hello({ origin: 'https://good.example' })
    await under.time.settle()
    expect([stranger, squatter, foreign].map(({ closedFor }) => closedFor)).toEqual([
      'proof',
      'proof',
      'origin',
    ])
  })
  it('lets a foreign origin in unless origins are configured', async () => {
    const origin = 'https://elsewhere.example'
    expect((await under.connect({ origin })).of('welcome')).toHaveLength(1)
    await under.start({ origins: ['https://here.example'] })
    expect((await under.connect({ origin })).closedFor).toBe('origin')
    expect((await under.connect({ origin: 'https://here.example' })).of('welcome')).toHaveLength(1)
  })
  it('asks for a token only where a team is new, also on a relay that was wiped', async () => {
    await under.start({ teamToken: 'please' })
    expect((await under.connect()).closedFor).toBe('teamRefused')
    const client = await under.connect({ token: 'please' })
    client.send({ type: 'open', doc, cursor: undefined })
    client.send(await under.put(1))
    await under.time.settle()
    expect((await under.connect()).of('welcome')).toHaveLength(1)
    under.store = createMemoryStore()
    await under.start({ teamToken: 'please' })
    expect((await under.connect()).closedFor).toBe('teamRefused')
    expect((await under.connect({ token: 'please' })).of('welcome')).toHaveLength(1)
  })
  it('counts connections and new teams by address, private networks apart', async () => {
    await under.start({ connectionsPerAddress: 1, newTeamsPerHour: 1 })
    const first = await under.connect()
    expect((await under.connect()).closedFor).toBe('tooManyConnections')
    expect((await under.connect({ address: '192.168.1.4' })).of('welcome')).toHaveLength(1)
    expect((await under.connect({ address: '192.168.1.4' })).of('welcome')).toHaveLength(1)
    first.hangUp()
    const second = await createTeam()
    expect((await under.connect({}, second)).closedFor).toBe('tooManyTeams')
    await under.time.pass(60 * 60 * 1_000)
    expect((await under.connect({ address: '203.0.113.8' }, second)).of('welcome')).toHaveLength(1)
  })
})
