// One document at one relay: follows its log, delivers the outbox, finds and sends what the log lost, makes snapshots.
import { bytesToHex, parseFrameHeader, refusalSentence, WAITS } from '@yokoten/shared/sync'
import type { Cursor, LoggedFrame, Vector } from '@yokoten/shared/sync'
import { encodeState } from '@yokoten/shared/doc'
import type * as Y from 'yjs'
import type { Taken } from './inbound'
import { createRelayDelivery } from './relay-delivery'
import type { RelayFollow, RelayFollowOptions } from './relay-follow-port'
import { createRelayHoles } from './relay-holes'
import { createRelayLog } from './relay-log'
import type { RelayLog } from './relay-log'
import type { DocumentMessage, RelayLink } from './relay-link'

const REOPEN_MS = 500

export function createRelayFollow(options: RelayFollowOptions): RelayFollow {
  const { link, wireId, doc, frames, inbound, outbox, ports } = options
  const { send } = link
  let place = options.cursor
  let settled = place
  let generation = ''
  let isConnected = false
  let isCaughtUp = false
  let whyClosed: string | undefined
  let closed = false
  /** The log as read from its beginning on this connection; undefined where it is not. */
  let log: RelayLog | undefined
  /** True once the relay did not know this device's place: what it lacks is looked for. */
  let isHealing = false
  /**
   * True where the relay is known to have all that this device has: it knew the place, or it has been healed. Only
   * then a place in its log may be remembered, or a connection lost in the meantime would end the healing.
   */
  let isSound = false
  /** True where another relay had more than was carried here: this log must be read from its beginning. */
  let isDoubted = false
  let cancelHeal: (() => void) | undefined
  let cancelReopen: (() => void) | undefined
  let reopenFrom: Cursor | undefined
  /** The place sent with the last `open`, and the last sequence that came since. */
  let openedAt = place
  let position: number | undefined
  /** True where the document held something when the log was asked for. */
  let mayMiss = false
  /** True where frames came that `log` did not see. */
  let hasUnread = false
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

  /** In the order in which they came, one after the other: a frame is verified before the next message counts. */
  const inTurn = (run: () => Promise<void> | void) => {
    queue = queue.then(async () => {
      if (!closed) await run()
    })
  }

  function connected(at: string): void {
    isConnected = true
    whyClosed = undefined
    delivery.connected(generation !== at)
    outbox?.otherLog(link.url, at)
    generation = at
    begin()
    delivery.sendAll()
    options.onState()
  }

  /** The relay has been asked for the log from `openedAt` on. */
  function begin(): void {
    isCaughtUp = false
    isHealing = false
    position = undefined
    hasUnread = false
    log?.close()
    // A device that has nothing cannot miss anything at the relay.
    const isKnown = openedAt !== undefined && openedAt.generation === generation
    mayMiss = outbox !== undefined && !isEmpty(doc)
    isDoubted = false
    isSound = !mayMiss
    log = mayMiss && !isKnown ? createRelayLog() : undefined
  }

  /** Something of the log did not come, or not in order: asks for it again, from the beginning where need be. */
  function reopen(from: Cursor | undefined): void {
    reopenFrom = isDoubted ? undefined : from
    if (cancelReopen) return
    cancelReopen = later(REOPEN_MS, () => {
      cancelReopen = undefined
      if (!isConnected) return
      place = reopenFrom
      attached?.reopen()
      begin()
    })
  }

  function disconnected(): void {
    isConnected = false
    isCaughtUp = false
    isHealing = false
    if (!isSound) place = settled
    cancelHeal?.()
    cancelHeal = undefined
    snapshotUpTo = undefined
    options.onState()
  }

  /** True where a batch follows what came before on this connection, or begins the log. */
  function follows(first: LoggedFrame): boolean {
    if (isSnapshot(first.frame)) return true
    if (position !== undefined) return first.sequence <= position + 1
    return first.sequence <= (openedAt?.sequence ?? 0) + 1
  }

  /** True where a first batch is what comes after the place that was sent: the relay knows it. */
  function continues(first: LoggedFrame): boolean {
    const isNext = first.sequence === (openedAt?.sequence ?? 0) + 1
    return isNext && openedAt?.generation === generation && !isSnapshot(first.frame)
  }

  async function takeFrames(batch: readonly LoggedFrame[], mark: string): Promise<void> {
    const first = batch[0]
    const last = batch.at(-1)
    if (!first || !last || last.sequence <= (position ?? -1)) return
    const isInOrder = follows(first)
    if (position === undefined && continues(first)) foundSound()
    if (position === undefined && !log && mayMiss && openedAt && first.sequence <= openedAt.sequence)
      log = createRelayLog()
    if (!log) hasUnread = true
    const good = await inbound.take(batch.map(({ frame }) => frame))
    log?.add(bodiesOf(good))
    carryOn(good)
    if (!isInOrder) return reopen(isSound ? place : settled)
    position = last.sequence
    place = { generation, sequence: last.sequence, mark }
    settle()
    if (isCaughtUp) holes.ask()
  }

  /** What came here first goes to the other relays. */
  function carryOn(good: readonly Taken[]): void {
    const fresh = good.filter(({ isNew }) => isNew).map(({ bytes }) => bytes)
    if (fresh.length > 0) options.onCarry(fresh)
  }

  /** From the next connection on the log is read from its beginning, and what it lacks is found. */
  function forgetPlace(): void {
    isSound = false
    isDoubted = true
    settled = undefined
    if (!isConnected) place = undefined
  }

  function foundSound(): void {
    isSound = !isDoubted
  }

  /** A place is remembered only where nothing waits for what comes before it. */
  function settle(): void {
    if (inbound.isWaiting || !isSound) return
    settled = place
    options.onProgress()
    makeSnapshot()
  }

  function caughtUp(known: boolean, cursor: Cursor | undefined): void {
    if (isCaughtUp) return
    const reached = position ?? (known ? (openedAt?.sequence ?? 0) : 0)
    if (cursor && cursor.sequence > reached) return reopen(known ? place : undefined)
    // The relay knows another log than this device, and it was not read from its beginning.
    if (!known && !log && hasUnread && mayMiss) return reopen(undefined)
    isCaughtUp = true
    place = cursor ?? (known ? place : undefined)
    if (known || !mayMiss) {
      foundSound()
      log?.close()
      log = undefined
    } else {
      isSound = false
      log ??= createRelayLog()
      isHealing = true
      delivery.doubt()
    }
    settle()
    holes.ask(true)
    options.onState()
    options.showSelf()
    heal()
    makeSnapshot()
  }

  /**
   * Looks for what the relay lost, when everything that waits here is delivered; sends it after a random wait, so that
   * one device does. What lives in this tab alone does not wait: it could be gone by then.
   */
  function heal(hasWaited = false): void {
    if (!isHealing || !log || !outbox || !isConnected) return
    if (!outbox.isDelivered(link.url)) return
    const lacking = log.lacks(doc)
    if (!lacking) {
      isHealing = false
      isSound = true
      log.close()
      log = undefined
      settle()
    } else if (hasWaited) {
      // It comes here again when the relay has acknowledged it.
      sendWhole(lacking)
    } else {
      cancelHeal ??= later(options.isKept() ? randomOf(WAITS.healMs) : 0, () => {
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

  /** Seals the whole document when the relay asked for it, everything is read, and nothing of ours is under way. */
  function makeSnapshot(): void {
    const upTo = snapshotUpTo
    if (upTo === undefined || !outbox || !isConnected || !isCaughtUp || isHealing) return
    if (inbound.isWaiting || inbound.holes().length > 0 || !outbox.isDelivered(link.url)) return
    if (settled?.generation !== generation || settled.sequence < upTo) return
    snapshotUpTo = undefined
    void sealSnapshot(upTo, inbound.vector(), generation)
  }

  /** Out of turn, since it takes long: what comes meanwhile is not in the vector, and does no harm in the state. */
  async function sealSnapshot(upTo: number, vector: Vector, of: string): Promise<void> {
    const content = { schema: { min: 1, max: 1 }, body: await options.wholeState(), vector }
    const strand = bytesToHex(ports.random(16))
    const sealed = await frames.seal({ type: 'snapshot', doc: wireId, strand, seq: 1, content })
    // The place that it covers is one of the log as it was.
    if (!sealed.ok || closed || !isConnected || generation !== of) return
    send({ type: 'putSnapshot', covers: upTo, vector, frame: sealed.value })
  }

  function receive(message: DocumentMessage): void {
    inTurn(async () => {
      switch (message.type) {
        case 'frames':
          return takeFrames(message.frames, message.mark)
        case 'found':
          carryOn(await inbound.take(message.frames.map(({ frame }) => frame)))
          settle()
          return holes.ask()
        case 'caughtUp':
          return caughtUp(message.known, message.cursor)
        case 'acks':
          for (const ack of message.acks) delivery.acknowledged(ack)
          return
        case 'refused':
          return delivery.refused(message)
        case 'joined':
          if (isCaughtUp) holes.ask(true)
          return options.showSelf()
        case 'missing':
          return holes.answer(message)
        case 'snapshotWanted':
          snapshotUpTo = message.upTo
          return makeSnapshot()
        case 'closed':
          whyClosed = refusalSentence(message.code)
          options.onState()
      }
    })
  }

  const delivery = createRelayDelivery({
    outbox,
    send: (frame) => {
      if (isConnected) send({ type: 'put', frame })
    },
    later,
    randomOf,
    onTaken(frame, sequence) {
      log?.add([frame.update])
      inbound.own(frame.strand, frame.seq)
      outbox?.acknowledged(link.url, frame.strand, frame.seq, { generation, sequence })
      options.onOwn(generation, sequence)
      heal()
      makeSnapshot()
    },
    onCarried: settle,
    onLost: forgetPlace,
    onState: options.onState,
  })
  const holes = createRelayHoles({
    wireId,
    inbound,
    outbox,
    send,
    later,
    randomOf,
    inTurn,
    isConnected: () => isConnected,
    sendWhole: () => sendWhole([encodeState(doc)]),
    onGivenUp: settle,
    onState: options.onState,
  })
  const stopState = [link.state.subscribe(options.onState), link.trouble.subscribe(options.onState)]

  return {
    get settled() {
      // Where something is still to be carried there, the next session reads that log again and finds what it lacks.
      return delivery.isCarrying ? undefined : settled
    },
    get isCaughtUp() {
      return isConnected && isCaughtUp && !inbound.isWaiting
    },
    get trouble() {
      return whyClosed ?? delivery.whyRefused() ?? (holes.inVain ? HOLE : undefined)
    },
    start() {
      attached = link.attach(wireId, {
        cursor: () => (openedAt = place),
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
    carry(frames) {
      if (!outbox) return
      const updates = frames.filter((frame) => !isSnapshot(frame))
      delivery.carry(updates)
      // A log that is being read from its beginning is compared with the whole document anyway.
      if (updates.length === frames.length || log) return
      forgetPlace()
      options.onProgress()
      if (isConnected) reopen(undefined)
    },
    sendPresence: (frame) => send({ type: 'presence', frame }),
    close() {
      closed = true
      attached?.detach()
      delivery.close()
      for (const stop of stopState) stop()
      for (const cancel of cancels) cancel()
      log?.close()
    },
  }
}

/** The sentence while a part of the history is missing. */
const HOLE = 'session.trouble.hole'

const isSnapshot = (frame: Uint8Array): boolean => {
  const header = parseFrameHeader(frame)
  return header.ok && header.value.type === 'snapshot'
}

const bodiesOf = (taken: readonly Taken[]): Uint8Array[] =>
  taken.filter(({ opened }) => opened.header.type !== 'close').map(({ opened }) => opened.content.body)

/** Deletions alone do not count: they cannot be there without what they delete. */
const isEmpty = (doc: Y.Doc): boolean => doc.store.clients.size === 0
