// A device to be measured: Chromium at a relay of its own, with a board of any size put into its storage.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { build } from 'vite'
import { findChromium } from '../scripts/chromium.mjs'
import { startTeam } from '../e2e/support/yokoten'
import { startRelayProcess } from '../support/relay-process'
import type { Figure } from './figure'

/** ms in which a page that was just shown has come to rest. */
export const SETTLED = 2_000

/** What runs in the page, as one script. */
export async function pageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'bench' },
    },
  })
  for (const one of Array.isArray(built) ? built : [built])
    if ('output' in one) return `${one.output[0].code};globalThis.bench = bench`
  throw new Error("the page's part of the bench was not built")
}

/** The board's address and the name of its database, once a team with a board stands on the device. */
export async function boardOn(page: Page): Promise<{ path: string; database: string }> {
  await startTeam(page)
  const path = new URL(page.url()).pathname
  const id = path.split('/').at(-1) ?? ''
  const names = await page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name ?? ''))
  const database = names.find((name) => name.endsWith(`board/${id}`))
  if (database === undefined) throw new Error(`no database for ${id} in ${names.join(', ')}`)
  return { path, database }
}

/** A page of the same origin that holds no document open. */
const BESIDE = '/health'
/** Characters that are handed over at once. */
const PART = 1_000_000

export async function fill(page: Page, database: string, state: Uint8Array): Promise<void> {
  await page.goto(BESIDE)
  const text = Buffer.from(state).toString('base64')
  const parts = Array.from({ length: Math.ceil(text.length / PART) }, (_, part) =>
    text.slice(part * PART, (part + 1) * PART),
  )
  await page.evaluate(
    async ([name, whole]) => {
      const bytes = Uint8Array.from(atob(whole.join('')), (char) => char.charCodeAt(0))
      await bench.putState(name, bytes)
    },
    [database, parts] as const,
  )
}

/** Runs `measure` in a browser of its own; `relayUrl` is where others reach the same team. */
export async function withDevice(
  measure: (context: BrowserContext, relayUrl: string) => Promise<Figure[]>,
): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'))
  const relay = await startRelayProcess({ dataDir: join(folder, 'data'), withApp: true })
  const path = await findChromium()
  const browser = await chromium.launch({
    ...(path !== undefined && { executablePath: path }),
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  try {
    const context = await browser.newContext({
      baseURL: `http://localhost:${relay.port}`,
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
    })
    return await measure(context, relay.url)
  } finally {
    await browser.close()
    await relay.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
