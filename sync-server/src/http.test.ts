import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpServer } from './http'
import { createMetrics } from './metrics'

const folder = mkdtempSync(join(tmpdir(), 'yokoten-files-'))
let server: Server
let base: string

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<title>Yokoten</title>')
  writeFileSync(join(folder, 'sw.js'), 'self')
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), 'main')
  const metrics = createMetrics()
  metrics.count('frame_stored', 3)
  server = createHttpServer({
    filesDir: folder,
    metrics,
    blobs: async (_request, response) => void response.writeHead(204).end(),
    report: (error) => {
      throw error
    },
    health: () => ({ status: 'ok' }),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

describe('http', () => {
  it.each(['/', '/t/team/board/1?card=2', '/join'])(
    'answers %s with the app’s page, not cached',
    async (path) => {
      const response = await fetch(base + path)
      expect(await response.text()).toContain('Yokoten')
      expect(response.headers.get('cache-control')).toBe('no-cache')
    },
  )
  it('serves hashed files for ever and the service worker fresh', async () => {
    const asset = await fetch(`${base}/assets/main-abc123.js`)
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${base}/sw.js`)).headers.get('cache-control')).toBe('no-cache')
  })
  it.each(['/sync', '/sync/x', '/health/x', '/metrics/x', '/blobs', '/assets/gone.js'])(
    'does not answer %s with the app’s page',
    async (path) => {
      expect((await fetch(base + path)).status).toBe(404)
    },
  )
  it('lets no script in but the app’s own', async () => {
    const policy = (await fetch(base)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self' wss: https:;")
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe-eval')
  })
  it('tells its health and its numbers', async () => {
    const health = await fetch(`${base}/health`)
    expect(health.headers.get('content-type')).toContain('application/json')
    expect(await health.json()).toEqual({ status: 'ok' })
    const metrics = await (await fetch(`${base}/metrics`)).text()
    expect(metrics).toContain('yokoten_events_total{event="frame_stored"} 3')
  })
  it('serves nothing from outside its folder', async () => {
    writeFileSync(join(folder, '..', 'yokoten-outside.txt'), 'outside')
    for (const path of ['/../yokoten-outside.txt', '/%2e%2e/yokoten-outside.txt', '/assets/..%2f../x']) {
      const answer = await new Promise<string>((resolve, reject) => {
        const { port } = server.address() as AddressInfo
        get({ host: '127.0.0.1', port, path }, (response) => {
          let text = ''
          response.on('data', (data: Buffer) => (text += data.toString())).on('end', () => resolve(text))
        }).on('error', reject)
      })
      expect(answer).not.toContain('outside')
    }
    rmSync(join(folder, '..', 'yokoten-outside.txt'))
  })
  it('takes nothing but questions', async () => {
    expect((await fetch(base, { method: 'POST', body: 'x' })).status).toBe(405)
  })
})
