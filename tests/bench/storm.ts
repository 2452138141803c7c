// The board at full size while others are busy: a hundred remote edits a second for a minute, and what the page holds.
import type { BrowserContext, CDPSession } from '@playwright/test'
import { createWebCrypto } from '@yokoten/client/session/crypto'
import { boardDocument, moveCard } from '@yokoten/shared/board'
import { execute, openProjection } from '@yokoten/shared/doc'
import { createHybridClock, createId } from '@yokoten/shared/kernel'
import { createFrames, deriveTeamKeys, parseInvitation } from '@yokoten/shared/sync'
import * as Y from 'yjs'
import { goTo, invitation } from '../e2e/support/yokoten'
import { connectClient, randomId } from '../support/relay-client'
import { boardOn, fill, pageScript, SETTLED } from './device'
import type { Figure } from './figure'
import { lower, percentile } from './figure'

const EDITS_A_SECOND = 100
const SECONDS = 60
/** ms in which the page does what it put off during the storm: a snapshot for the relay, fewer rows on the disk. */
const AFTERWARDS = 12_000
const crypto = createWebCrypto(globalThis.crypto)

/** Somebody else's device: every call moves a card and gives the update that tells of it. */
function createMover(state: Uint8Array): () => Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const projection = openProjection(doc, boardDocument)
  const clock = createHybridClock(() => Date.now())
  const random = (length: number) => globalThis.crypto.getRandomValues(new Uint8Array(length))
  const { columns } = projection.get()
  const cards = projection.get().cards.ids()
  let count = 0
  return () => {
    let made: Uint8Array | undefined
    const note = (update: Uint8Array) => (made = update)
    doc.once('update', note)
    while (made === undefined) {
      const card = cards[(count * 7_919) % cards.length] as string
      const to = columns[count % columns.length]?.id as string
      count += 1
      const context = { person: 'person-0', stamp: () => clock.stamp(), id: () => createId(random), random }
      const decided = moveCard.decide(projection.get(), { card, to, why: 'bench' }, context)
      if (decided.ok) execute(doc, boardDocument, decided.value, moveCard.name)
    }
    doc.off('update', note)
    return made
  }
}

/** Bytes of live objects in the page's own heap. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly args: { readonly name?: string }
  /** Processor time in microseconds; left out of the shortest events. */
  readonly tdur?: number
}

/** A task, and what follows promises after it, which Chromium counts by itself. */
const TASKS = /RunTask$|PerformMicrotaskCheckpoint$/

/**
 * Processor time of the page's tasks in ms. Unlike the time they lasted it does not grow with what else the machine is
 * doing.
 */
function taskTimes(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const named = traceEvents.filter(({ ph, name }) => ph === 'M' && name === 'thread_name')
  const main = new Set(named.filter(({ args }) => args.name === 'CrRendererMain').map(threadOf))
  return traceEvents.flatMap((event) =>
    TASKS.test(event.name) && main.has(threadOf(event)) ? (event.tdur ?? 0) / 1_000 : [],
  )
}

/**
 * Sends the edits at an even pace, sealed as any member seals them; resolves when the relay has all of them. They are made
 * and sealed beforehand, as the devices that make them would not use this machine.
 */
async function sendEdits(
  link: string,
  relayUrl: string,
  board: string,
  move: () => Uint8Array,
  options: { readonly onReady: () => Promise<void> },
): Promise<void> {
  const parsed = parseInvitation(link)
  if (!parsed.ok) throw new Error(parsed.error.reason)
  const keys = await deriveTeamKeys(crypto, parsed.value)
  const frames = createFrames(crypto, keys)
  const doc = await keys.documentId(board)
  const client = connectClient(relayUrl)
  await client.enter(keys)
  await client.open(doc)
  const strand = randomId()
  const total = EDITS_A_SECOND * SECONDS
  const sealedFrames: Uint8Array[] = []
  for (let seq = 1; seq <= total; seq++) {
    const content = { schema: { min: 1, max: 1 }, body: move(), vector: undefined }
    const sealed = await frames.seal({ type: 'update', doc, strand, seq, content })
    if (!sealed.ok) throw new Error(sealed.error.reason)
    sealedFrames.push(sealed.value)
  }
  await options.onReady()
  const start = performance.now()
  for (const [index, frame] of sealedFrames.entries()) {
    client.send({ type: 'put', frame })
    const wait = start + ((index + 1) * 1_000) / EDITS_A_SECOND - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  }
  const acknowledged = () => client.of('acks').reduce((sum, { acks }) => sum + acks.length, 0)
  await client.until(() => acknowledged() >= total)
  client.close()
}

/** `state`: the board as one update. */
export async function measureStorm(
  context: BrowserContext,
  relayUrl: string,
  state: Uint8Array,
): Promise<Figure[]> {
  await context.addInitScript(await pageScript())
  const page = await context.newPage()
  const { path, database } = await boardOn(page)
  const link = await invitation(page, 'edit')
  const session = await context.newCDPSession(page)
  await goTo(page, 'Team')
  await page.waitForTimeout(SETTLED)
  const empty = await heapOf(session)
  await page.evaluate((bytes) => bench.holdDocument(bytes), Buffer.from(state).toString('base64'))
  const bare = (await heapOf(session)) - empty
  await fill(page, database, state)
  await page.goto(path)
  await page.locator('[data-card]').first().waitFor()
  await page.waitForTimeout(2 * SETTLED)
  const opened = (await heapOf(session)) - empty
  const browser = context.browser()
  const onReady = async () => {
    await page.evaluate(() => bench.watchLongTasks())
    await browser?.startTracing(page, { categories: ['toplevel'] })
  }
  await sendEdits(link, relayUrl, `board/${path.split('/').at(-1)}`, createMover(state), { onReady })
  await page.waitForTimeout(AFTERWARDS)
  const trace = await browser?.stopTracing()
  const tasks = await page.evaluate(() => bench.longTasks())
  return [
    lower('board.page-heap', opened / bare, 'x bare document', 2.5),
    lower('board.storm.long-tasks', tasks.length, 'tasks above 50 ms in a minute', null),
    lower('board.storm.longest-task.processor', percentile(trace ? taskTimes(trace) : [], 1), 'ms', 100),
    lower('board.storm.longest-task', percentile(tasks.length > 0 ? tasks : [0], 1), 'ms', 100),
  ]
}
