// Presence messages of y-protocols, read with care: any holder of a view link can send them.
import * as decoding from 'lib0/decoding'
import { applyAwarenessUpdate } from 'y-protocols/awareness'
import type { Awareness } from 'y-protocols/awareness'

export interface PresenceEntry {
  readonly client: number
  readonly clock: number
}

/** Devices in one message, and at once in a document. */
const MAX_ENTRIES = 50
const MAX_DEVICES = 500

/** The clients a message speaks of, or undefined where it is none. Never throws. */
export function parsePresence(update: Uint8Array): readonly PresenceEntry[] | undefined {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > MAX_ENTRIES) return undefined
    const entries: PresenceEntry[] = []
    for (let i = 0; i < count; i++) {
      entries.push({ client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) })
      const state: unknown = JSON.parse(decoding.readVarString(decoder))
      if (state !== null && (typeof state !== 'object' || Array.isArray(state))) return undefined
    }
    return entries
  } catch {
    return undefined
  }
}

/** Applies a message of another device. Nonsense, and what claims to be this device, is ignored. */
export function receivePresence(awareness: Awareness, update: Uint8Array, origin: unknown): void {
  const entries = parsePresence(update)
  if (!entries || entries.some(({ client }) => client === awareness.clientID)) return
  const isFull = awareness.getStates().size >= MAX_DEVICES
  if (isFull && entries.some(({ client }) => !awareness.getStates().has(client))) return
  applyAwarenessUpdate(awareness, update, origin)
}
