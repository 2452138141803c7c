// One document at one relay: follows its log, delivers the outbox, finds and sends what the log lost, makes snapshots.
import { bytesToHex, frameMark, refusalSentence, WAITS } from '@yokoten/shared/sync'
import type { Cursor, Frames, Hole, OpenedFrame } from '@yokoten/shared/sync'
import { compact, encodeState } from '@yokoten/shared/doc'
import * as Y from 'yjs'
import type { Inbound } from './inbound'
import type { Outbox } from './outbox'
import type { Ports } from './ports'
import { createRelayLog } from './relay-log'
import type { RelayLog } from './relay-log'
import type { DocumentMessage, RelayLink } from './relay-link'

export interface RelayFollow {
  /** The link's address and the place up to which everything has been applied; undefined: none yet. */
  readonly settled: readonly [string, Cursor][]
  /** A sentence's id, or undefined. */
  readonly trouble: string | undefined
  start(): void
  sendPresence(frame: Uint8Array): void
  close(): void
}

/** Members that could fill a hole wait for a random part of this, so that one of them does. */
const ANSWER_MS = 3_000

export function createRelayFollow(options: {
  readonly link: RelayLink
  readonly wireId: string
  readonly doc: Y.Doc
  readonly frames: Frames
  readonly inbound: Inbound
  /** Undefined where this device may only read. */
  readonly outbox: Outbox | undefined
  readonly ports: Pick<Ports, 'after' | 'random'>
  readonly cursor: Cursor | undefined
  /** Rows of the disk could not be read, so the whole log is read again. */
  readonly lostRows: boolean
  readonly onProgress: () => void
  readonly onOwn: (generation: string, sequence: number) => void
  readonly onState: () => void
  readonly onPresence: (update: Uint8Array) => void
  readonly showSelf: () => void
}): RelayFollow {
  const { link, wireId, doc, frames, inbound, outbox, ports } = options
  let place = options.lostRows ? undefined : options.cursor
  let settled = place
  let generation = ''
  let isConnected = false
  let isCaughtUp = false
  let trouble: string | undefined
  let closed = false
  /** The log as read from its beginning on this connection; undefined where it is not. */
  let log: RelayLog | undefined
  /** True once the relay did not know this device's place: what it lacks is looked for. */
  let isHealing = false
  let cancelHeal: (() => void) | undefined
  let cancelHole: (() => void) | undefined
  let snapshotUpTo: number | undefined
  let queue: Promise<void> = Promise.resolve()
  let attached: ReturnType<RelayLink['attach']> | undefined
  const cancels = new Set<() => void>()

  const randomOf = (ms: number) => (ms * (ports.random(1)[0] ?? 0)) / 256
  const later = (ms: number, run: () => void): (() => void) => {
    const cancel = ports.after(ms, () => {
      cancels.delete(cancel)
      run()
    })
    cancels.add(cancel)
    return cancel
  }
  const send = (message: Parameters<NonNullable<typeof attached>['send']>[0]) => attached?.send(message)

  /** In the order in which they came, one after the other: a frame is verified before the next message counts. */
  const inTurn = (run: () => Promise<void> | void) => {
    queue = queue.then(async () => {
      if (!closed) await run()
    })
  }

  function connected(at: string): void {
    isConnected = true
    isCaughtUp = false
    if (generation !== at) acked.clear()
    generation = at
    log?.close()
    // A device that has nothing cannot miss anything at the relay.
    const isKnown = place !== undefined && place.generation === at
    log = outbox && !isKnown && !isEmpty(doc) ? createRelayLog() : undefined
    for (const frame of outbox?.frames() ?? []) if (!isAcked(frame)) send({ type: 'put', frame: frame.bytes })
    options.onState()
  }

  const acked = new Set<string>()
  const nameOf = ({ strand, seq }: { readonly strand: string; readonly seq: number }) => `${strand}/${seq}`
  const isAcked = (frame: { readonly strand: string; readonly seq: number }) => acked.has(nameOf(frame))

  function disconnected(): void {
    isConnected = false
    isCaughtUp = false
    isHealing = false
    cancelHeal?.()
    cancelHeal = undefined
    snapshotUpTo = undefined
    options.onState()
  }

  async function takeFrames(
    batch: readonly { readonly sequence: number; readonly frame: Uint8Array }[],
    isFound: boolean,
  ): Promise<void> {
    const first = batch[0]
    const last = batch.at(-1)
    if (!first || !last) return
    if (!isFound && !log && outbox && place && !isCaughtUp && first.sequence <= place.sequence)
      log = createRelayLog()
    const good = await inbound.take(batch.map(({ frame }) => frame))
    log?.add(bodiesOf(good))
    if (!isFound) place = { generation, sequence: last.sequence, mark: frameMark(last.frame) }
    settle()
    if (isCaughtUp) askForHoles()
  }

  /** A place is remembered only where nothing waits for what comes before it. */
  function settle(): void {
    if (inbound.isWaiting) return
    settled = place
    options.onProgress()
    makeSnapshot()
  }

  function caughtUp(known: boolean, cursor: Cursor | undefined): void {
    isCaughtUp = true
    if (!known && place && place.generation !== generation) place = undefined
    place = cursor ?? (known ? place : undefined)
    settle()
    askForHoles()
    options.showSelf()
    if (known) {
      log?.close()
      log = undefined
    } else if (outbox && !isEmpty(doc)) {
      log ??= createRelayLog()
      isHealing = true
      heal()
    }
    makeSnapshot()
  }

  /** Looks for what the relay lost, when everything that waits here is delivered; sends it after a random wait. */
  function heal(hasWaited = false): void {
    if (!isHealing || !log || !outbox || !isConnected) return
    if (!outbox.isDelivered(link.url)) return
    const lacking = log.lacks(doc)
    if (!lacking) {
      isHealing = false
      log.close()
      log = undefined
      makeSnapshot()
    } else if (hasWaited) {
      isHealing = false
      sendWhole(lacking)
      log.close()
      log = undefined
    } else {
      cancelHeal ??= later(randomOf(WAITS.healMs), () => {
        cancelHeal = undefined
        inTurn(() => heal(true))
      })
    }
  }

  /** The vector goes with the last part: the strand's order lets it count only when all parts have come. */
  function sendWhole(parts: readonly Uint8Array[]): void {
    const vector = inbound.vector()
    parts.forEach((part, index) => {
      const isLast = index === parts.length - 1
      void outbox?.add(part, isLast ? { edits: 0, vector } : { edits: 0 })
    })
  }

  function askForHoles(): void {
    const holes = inbound.isWaiting ? inbound.holes() : []
    if (holes.length === 0) {
      cancelHole?.()
      cancelHole = undefined
      if (trouble === HOLE) trouble = undefined
      return
    }
    if (cancelHole) return
    for (const hole of holes) send({ type: 'missing', doc: wireId, ...hole })
    cancelHole = later(WAITS.holeMs, () =>
      inTurn(() => {
        cancelHole = undefined
        if (!inbound.isWaiting) return
        inbound.giveUp()
        trouble = HOLE
        settle()
        options.onState()
      }),
    )
  }

  /** Another member misses frames: who has their contents sends the whole, unless somebody else was faster. */
  function answerMissing(hole: Hole): void {
    if (!outbox || (inbound.vector().get(hole.strand) ?? 0) < hole.to) return
    const own = outbox
      .frames()
      .filter(({ strand, seq }) => strand === hole.strand && seq >= hole.from && seq <= hole.to)
    if (own.length === hole.to - hole.from + 1) {
      for (const frame of own) send({ type: 'put', frame: frame.bytes })
      return
    }
    const before = inbound.covered
    later(randomOf(ANSWER_MS), () =>
      inTurn(() => {
        const isAnswered = inbound.covered !== before
        if (isConnected && !isAnswered) sendWhole([encodeState(doc)])
      }),
    )
  }

  /** Seals the whole document when the relay asked for it, everything is read, and nothing of ours is under way. */
  function makeSnapshot(): void {
    const upTo = snapshotUpTo
    if (upTo === undefined || !outbox || !isConnected || !isCaughtUp || isHealing) return
    if (inbound.isWaiting || inbound.holes().length > 0 || !outbox.isDelivered(link.url)) return
    if (settled?.generation !== generation || settled.sequence < upTo) return
    snapshotUpTo = undefined
    const vector = inbound.vector()
    const body = compact(encodeState(doc))
    inTurn(async () => {
      const content = { schema: { min: 1, max: 1 }, body, vector }
      const strand = bytesToHex(ports.random(16))
      const sealed = await frames.seal({ type: 'snapshot', doc: wireId, strand, seq: 1, content })
      if (sealed.ok) send({ type: 'putSnapshot', covers: upTo, vector, frame: sealed.value })
    })
  }

  function acknowledge(strand: string, seq: number, sequence: number): void {
    const frame = outbox?.frames().find((one) => one.strand === strand && one.seq === seq)
    if (!frame) return
    log?.add([frame.update])
    acked.add(nameOf({ strand, seq }))
    inbound.own(strand, seq)
    outbox?.acknowledged(link.url, strand, seq)
    options.onOwn(generation, sequence)
    heal()
    makeSnapshot()
  }

  function refuse(strand: string, seq: number, code: Parameters<typeof refusalSentence>[0]): void {
    if (code === 'other-bytes' || code === 'pruned') {
      outbox?.refusedNumber(strand, seq)
      return
    }
    trouble = refusalSentence(code)
    options.onState()
  }

  function receive(message: DocumentMessage): void {
    inTurn(async () => {
      switch (message.type) {
        case 'frames':
        case 'found':
          return takeFrames(message.frames, message.type === 'found')
        case 'caughtUp':
          return caughtUp(message.known, message.cursor)
        case 'acks':
          for (const { strand, seq, sequence } of message.acks) acknowledge(strand, seq, sequence)
          return
        case 'refused':
          return refuse(message.strand, message.seq, message.code)
        case 'joined':
          return options.showSelf()
        case 'missing':
          return answerMissing(message)
        case 'snapshotWanted':
          snapshotUpTo = message.upTo
          return makeSnapshot()
        case 'closed':
          trouble = refusalSentence(message.code)
          options.onState()
      }
    })
  }

  const stopFrames = outbox?.onFrame((frame) => {
    if (isConnected) send({ type: 'put', frame: frame.bytes })
  })
  const stopState = [link.state.subscribe(options.onState), link.trouble.subscribe(options.onState)]

  return {
    get settled(): readonly [string, Cursor][] {
      return settled ? [[link.url, settled]] : []
    },
    get trouble() {
      return trouble
    },
    start() {
      attached = link.attach(wireId, {
        cursor: () => place,
        connected,
        disconnected,
        receive,
        presence: (frame) =>
          inTurn(async () => {
            const opened = await frames.open(frame, wireId)
            if (opened.ok && opened.value.header.type === 'presence')
              options.onPresence(opened.value.content.body)
          }),
      })
      if (isConnected) return
      options.onState()
    },
    sendPresence: (frame) => send({ type: 'presence', frame }),
    close() {
      closed = true
      attached?.detach()
      stopFrames?.()
      for (const stop of stopState) stop()
      for (const cancel of cancels) cancel()
      log?.close()
    },
  }
}

/** The sentence while a part of the history is missing. */
const HOLE = 'session.trouble.hole'

const bodiesOf = (opened: readonly OpenedFrame[]): Uint8Array[] =>
  opened.filter(({ header }) => header.type !== 'close').map(({ content }) => content.body)

/** Deletions alone do not count: they cannot be there without what they delete. */
const isEmpty = (doc: Y.Doc): boolean => doc.store.clients.size === 0
