// How many other devices hold what this one has written, by what they tell of themselves.
import type { SeenDevices } from './places'

/** Devices remembered at most; those told of last stay. */
const MAX_DEVICES = 1_000

/** Learns what a device has; gives the same object where that is nothing new. */
export function learnDevice(
  seen: SeenDevices,
  device: string,
  durable: Readonly<Record<string, number>>,
): SeenDevices {
  const known = seen[device] ?? {}
  const isNews = Object.entries(durable).some(([log, sequence]) => sequence > (known[log] ?? -1))
  if (!isNews) return seen
  const merged: Record<string, number> = { ...known }
  for (const [log, sequence] of Object.entries(durable)) merged[log] = Math.max(sequence, merged[log] ?? 0)
  const { [device]: _, ...others } = seen
  const kept = Object.entries(others).slice(-(MAX_DEVICES - 1))
  return { ...Object.fromEntries(kept), [device]: merged }
}

/** Devices that have, in any log, at least the sequence wanted there. */
export const countHolders = (seen: SeenDevices, wanted: ReadonlyMap<string, number>): number =>
  Object.values(seen).filter((logs) =>
    Object.entries(logs).some(([log, sequence]) => sequence >= (wanted.get(log) ?? Infinity)),
  ).length
