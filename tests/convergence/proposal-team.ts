// A team for random histories of proposals: people with a device or two each, clocks that are off, and who has left.
import { bytesFrom, createHybridClock, createId, isEqual } from '@yokoten/shared/kernel'
import type { Change, Command, CommandContext, Json } from '@yokoten/shared/kernel'
import { createMemoryDocument } from '@yokoten/shared/kernel/test-support'
import type { MemoryDocument } from '@yokoten/shared/kernel/test-support'
import { playbookDocument } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'

export const HOUR = 3_600_000
const TEN_YEARS = 10 * 365 * 24 * HOUR
const OFF = [-TEN_YEARS, TEN_YEARS, -3 * HOUR, 5 * HOUR] as const
/** A Monday morning, a Friday afternoon, and the one before clocks change in Europe. */
const STARTS = ['2026-03-02T08:00Z', '2026-03-06T13:00Z', '2026-03-27T12:00Z'] as const

export const PEOPLE = ['ann', 'ben', 'cem', 'dee'] as const
/** Was of the team once, and may still be counted. */
export const LEFT = 'zoe'

/** An entry or a row as it lies on a device. */
export type Entry = Change & { readonly id: string; readonly kind: 'append' | 'create' }

export interface Device {
  readonly person: string
  readonly entries: Map<string, Entry>
  readonly document: MemoryDocument<PlaybookSnapshot>
  /** Hears from the others, and carries out what is due. */
  online: boolean
  /** What it carried out last. */
  carried: { readonly proposal: string; readonly written: string } | undefined
  /** How far its clock is off (ms). */
  off: number
  context(): CommandContext
  take(entries: Iterable<Entry>): void
}

export const keyOf = (entry: Entry): string => `${entry.in}/${entry.id}`

/** What must be the same wherever it was written. A yes may have come at another time, as far as one has heard. */
function bodyOf(entry: Entry): Json {
  if (entry.kind === 'create') return entry.row
  if (entry.in !== 'rules') return entry.entry
  const { at: _, order: __, ...rest } = entry.entry
  return rest
}

export function createTeam(random: () => number) {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  let now = Date.parse(pick(STARTS))
  const faults: string[] = []
  const byHand = new Set<string>()
  const people = PEOPLE.slice(0, 2 + Math.floor(random() * 3))
  const owners = [...people, ...(random() < 0.4 ? [pick(people)] : [])]
  const devices = owners.map((person): Device => {
    const clock = createHybridClock(() => now + device.off)
    const bytes = bytesFrom(`${person} ${random()}`)
    const entries = new Map<string, Entry>()
    const document = createMemoryDocument(playbookDocument)
    const device: Device = {
      person,
      entries,
      document,
      online: true,
      carried: undefined,
      off: random() < 0.2 ? pick(OFF) : 0,
      context: () => ({
        person,
        random: bytes,
        id: () => createId(bytes),
        stamp: () => clock.stamp(),
      }),
      take(news) {
        const fresh: Entry[] = []
        for (const entry of news) {
          const known = entries.get(keyOf(entry))
          if (known && !isEqual(bodyOf(known), bodyOf(entry)))
            faults.push(`${keyOf(entry)} was written twice, and not the same`)
          if (known) continue
          entries.set(keyOf(entry), entry)
          if (entry.kind === 'append') clock.observe(Number(entry.entry.order))
          fresh.push(entry)
        }
        if (fresh.length > 0) document.apply(fresh)
      },
    }
    return device
  })
  return {
    people,
    devices,
    faults,
    /** Rules that somebody set without asking. */
    byHand,
    pick,
    get now() {
      return now
    },
    wait(hours: number) {
      now += hours * HOUR
    },
  }
}

export type Team = ReturnType<typeof createTeam>

export function act<A, R>(device: Device, command: Command<PlaybookSnapshot, A, R>, args: A): boolean {
  const decided = command.decide(device.document.snapshot, args, device.context())
  if (!decided.ok) return false
  device.take(decided.value as Entry[])
  return true
}

export function meet(devices: readonly Device[]): void {
  const all = new Map(devices.flatMap((device) => [...device.entries]))
  for (const device of devices) device.take(all.values())
}
