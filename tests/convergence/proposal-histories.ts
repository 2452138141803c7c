// Random histories of one team's proposals: several devices, clocks that are off, offline spells, and who applies what.
import { createSeededRandom } from '@yokoten/shared/board/test-support'
import { bytesFrom, createHybridClock, createId, isEqual } from '@yokoten/shared/kernel'
import type { Change, Command, CommandContext, Json, JsonObject } from '@yokoten/shared/kernel'
import { createMemoryDocument } from '@yokoten/shared/kernel/test-support'
import type { MemoryDocument } from '@yokoten/shared/kernel/test-support'
import {
  amendProposal,
  applied,
  currentVersion,
  decideAfterAdvice,
  dueToApply,
  foreseeGround,
  outcome,
  playbookDocument,
  propose,
  PROPOSAL_LEVELS,
  recordApplied,
  setRule,
  setWorkingTime,
  speak,
  VOICES_AT,
  withdrawProposal,
} from '@yokoten/shared/playbook'
import type { PlaybookSnapshot, ProposalLevel, RuleValue, SetRuleArgs } from '@yokoten/shared/playbook'
import { naiveOutcome } from './naive-proposals'

const HOUR = 3_600_000
const START = 1_772_438_400_000
const TEN_YEARS = 10 * 365 * 24 * HOUR
const PEOPLE = ['ann', 'ben', 'cem', 'dee'] as const
/** Most acts of a history; each takes an hour or none. */
const ACTS = 32
/** Hours after the last act by which everything has come to an end. */
const LONG = 120

/** An entry as it lies on a device. */
type Entry = Change & { readonly id: string; readonly kind: 'append' }

interface Device {
  readonly person: string
  readonly entries: Map<string, Entry>
  readonly document: MemoryDocument<PlaybookSnapshot>
  /** Hears from the others, and knows the right time. */
  online: boolean
  context(): CommandContext
  take(entries: Iterable<Entry>): void
}

export interface History {
  readonly entries: readonly Entry[]
  readonly end: number
  /** What went wrong while it was lived through. */
  readonly faults: readonly string[]
}

const keyOf = (entry: Entry): string => `${entry.in}/${entry.id}`

function createTeam(random: () => number) {
  let now = START
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const faults: string[] = []
  const devices = PEOPLE.slice(0, 2 + Math.floor(random() * 3)).map((person, index): Device => {
    const off = random() < 0.15 ? pick([-TEN_YEARS, TEN_YEARS]) : 0
    const clock = createHybridClock(() => now + off)
    const bytes = bytesFrom(`${person} ${random()}`)
    const entries = new Map<string, Entry>()
    const document = createMemoryDocument(playbookDocument)
    return {
      person: PEOPLE[index] ?? person,
      entries,
      document,
      online: true,
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
          if (known && !isEqual(known.entry as Json, entry.entry as Json))
            faults.push(`${keyOf(entry)} was written twice, and not the same`)
          if (known) continue
          entries.set(keyOf(entry), entry)
          clock.observe(Number(entry.entry.order))
          fresh.push(entry)
        }
        if (fresh.length > 0) document.apply(fresh)
      },
    }
  })
  return {
    devices,
    faults,
    pick,
    get now() {
      return now
    },
    wait(hours: number) {
      now += hours * HOUR
    },
  }
}

type Team = ReturnType<typeof createTeam>

function act<A, R>(device: Device, command: Command<PlaybookSnapshot, A, R>, args: A): boolean {
  const decided = command.decide(device.document.snapshot, args, device.context())
  if (!decided.ok) return false
  device.take(decided.value as Entry[])
  return true
}

const valueOf = (level: RuleValue['level'], hours: number): RuleValue => ({
  level,
  hours,
  tells: [],
  review: null,
  why: '',
})

/** A rule that somebody would like: of money, where silence says nothing, or of pulling. */
function wishOf({ pick }: Team): SetRuleArgs {
  const level = pick(['free', 'tell', 'advice'] as const)
  return { act: pick(['spend', 'pull']), condition: {}, value: valueOf(level, 1 + pick([0, 1, 2])) }
}

function groundFor(device: Device, args: SetRuleArgs): JsonObject {
  const { snapshot, read } = device.document
  const ground = foreseeGround(setRule, snapshot, args, device.person, read)
  return ground.ok ? ground.value : {}
}

function proposeOne(team: Team, device: Device, level: ProposalLevel): boolean {
  const wish = wishOf(team)
  return act(device, propose, {
    act: { kind: 'change-policy', about: wish.act },
    title: 'A rule',
    reason: '',
    command: { name: setRule.name, version: setRule.version, document: 'playbook' },
    args: wish as unknown as JsonObject,
    ground: groundFor(device, wish),
    roster: { people: PEOPLE, skills: {} },
    members: team.devices.map(({ person }) => person),
    zone: 'UTC',
    level,
  })
}

function speakOne(team: Team, device: Device): boolean {
  const { cases } = device.document.snapshot
  if (cases.length === 0) return false
  const one = team.pick(cases)
  const kind = team.pick(VOICES_AT[one.proposal.level])
  return act(device, speak, {
    proposal: one.proposal.id,
    version: currentVersion(one).id,
    kind,
    words: kind === 'object' ? 'No' : '',
  })
}

function ownAct(team: Team, device: Device): boolean {
  const own = device.document.snapshot.cases.filter(({ proposal }) => proposal.by === device.person)
  if (own.length === 0) return false
  const proposal = team.pick(own).proposal.id
  const wish = wishOf(team)
  const again = { proposal, args: wish as unknown as JsonObject, ground: groundFor(device, wish), reason: '' }
  return team.pick([
    () => act(device, amendProposal, { ...again, zone: 'UTC' }),
    () => act(device, withdrawProposal, { proposal }),
    () => act(device, decideAfterAdvice, { proposal }),
    () => act(device, decideAfterAdvice, { proposal }),
  ])()
}

function meet(devices: readonly Device[]): void {
  const all = new Map(devices.flatMap((device) => [...device.entries]))
  for (const device of devices) device.take(all.values())
}

/** What a device that is online and knows the time does by itself: effect first, then the word that it is done. */
function applyDue(team: Team, device: Device): void {
  for (const one of dueToApply(device.document.snapshot, team.now)) {
    const { version } = outcome(one, { at: team.now, isSure: true })
    const command = applied(playbookDocument, setRule, one, version, device.document.read)
    if (!act(device, command, undefined)) continue
    // A device may be gone between the two writings.
    if (team.pick([true, true, false]))
      act(device, recordApplied, { proposal: one.proposal.id, now: team.now })
  }
}

/** Lives through a history. The same for the same seed. */
export function liveThrough(seed: number): History {
  const random = createSeededRandom(seed)
  const team = createTeam(random)
  const { devices, pick, faults } = team
  const level = pick(PROPOSAL_LEVELS)
  const [first] = devices as [Device]
  const always = { zone: 'UTC', days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 24 * 60 }
  act(first, setWorkingTime, always)
  const yes = { ...valueOf('yes', 3), yesFrom: { kind: 'person' as const, id: pick(devices).person } }
  const agreed = level === 'yes' ? yes : valueOf(level, 1 + pick([0, 1, 2]))
  act(first, setRule, { act: 'change-policy', condition: {}, value: agreed })
  meet(devices)
  for (let i = 0; i < ACTS; i++) {
    const device = pick(devices)
    const dice = random()
    if (dice < 0.12) proposeOne(team, device, level)
    else if (dice < 0.55) speakOne(team, device)
    else if (dice < 0.65) ownAct(team, device)
    else if (dice < 0.8) device.online = !device.online
    else team.wait(pick([1, 1, 2]))
    const online = devices.filter((one) => one.online)
    if (random() < 0.6) meet(online)
    if (random() < 0.4) for (const one of online) applyDue(team, one)
  }
  meet(devices)
  return { entries: [...first.entries.values()], end: team.now, faults }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const next = [...items]
  for (let i = next.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[next[i], next[j]] = [next[j] as T, next[i] as T]
  }
  return next
}

/** A fresh device to which everything comes in another order, in as many pieces as there are. */
function arrive(entries: readonly Entry[], random: () => number): MemoryDocument<PlaybookSnapshot> {
  const document = createMemoryDocument(playbookDocument)
  const waiting = shuffled(entries, random)
  while (waiting.length > 0) document.apply(waiting.splice(0, 1 + Math.floor(random() * 6)))
  return document
}

const shown = (playbook: PlaybookSnapshot, now: number): Json =>
  playbook.cases.map((one) => {
    const { version, standing, ...rest } = outcome(one, { at: now, isSure: true })
    return { ...rest, proposal: one.proposal.id, version: version.id, standing: standing.map(({ id }) => id) }
  })

/** What the naive evaluator says otherwise, by a time. */
function disagreements(playbook: PlaybookSnapshot, now: number): string[] {
  const { tables } = playbook
  return playbook.cases.flatMap(({ proposal, voices, closings }) => {
    const one = playbook.casesById.get(proposal.id)
    if (!one) return [`${proposal.id} is not found`]
    const versions = [...tables.versions.values()].filter((entry) => entry.proposal === proposal.id)
    const naive = naiveOutcome({ proposal, versions, voices, closings }, now, HOUR)
    const { state, version, applied: isApplied, contested } = outcome(one, { at: now, isSure: true })
    const ours = { state, version: version.id, applied: isApplied, contested }
    return isEqual(naive as unknown as Json, ours)
      ? []
      : [`${proposal.level} ${JSON.stringify(ours)}, naive ${JSON.stringify(naive)}`]
  })
}

/**
 * Effects that were written more often than there are wordings that ask for them, or that are dated neither at their
 * wording's deadline nor at a word that was said to it.
 */
function wrongEffects({ tables }: PlaybookSnapshot): string[] {
  const effects = [...tables.rules.values()].filter(({ act: of }) => of !== 'change-policy')
  const wordings = [...tables.proposals.values(), ...tables.versions.values()]
  const words = [...tables.voices.values(), ...tables.closings.values()]
  const timesOf = ({ id, at, deadline }: (typeof wordings)[number]) =>
    [deadline, ...words.filter(({ version }) => version === id).map((word) => word.at)].map((time) =>
      Math.max(at, time),
    )
  return effects.flatMap((effect) => {
    const isLike = (by: string, value: unknown) =>
      by === effect.by && isEqual(value as Json, effect.value as Json)
    const asked = wordings.filter(({ by, args }) => isLike(by, args.value))
    const done = effects.filter(({ by, value }) => isLike(by, value))
    return [
      ...(done.length > asked.length ? [`${effect.id} has been done twice`] : []),
      ...(asked.some((one) => timesOf(one).includes(effect.at)) ? [] : [`${effect.id} is dated by nothing`]),
    ]
  })
}

/** What is wrong with a history: on any replica, at any of several times. */
export function faultsOf(seed: number): string[] {
  const { entries, end, faults } = liveThrough(seed)
  const random = createSeededRandom(seed + 1_000_000)
  const replicas = [0, 1, 2].map(() => arrive(entries, random))
  const times = [end - 6 * HOUR, end, end + 3 * HOUR, end + LONG * HOUR]
  const [first] = replicas as [MemoryDocument<PlaybookSnapshot>]
  const differing = times.flatMap((now) => {
    const wanted = shown(first.snapshot, now)
    return replicas.some((one) => !isEqual(shown(one.snapshot, now), wanted)) ? ['replicas differ'] : []
  })
  const rebuilt = isEqual(shown(first.rebuilt(), end), shown(first.snapshot, end)) ? [] : ['rebuilt differs']
  return [
    ...faults,
    ...differing,
    ...rebuilt,
    ...wrongEffects(first.snapshot),
    ...times.flatMap((now) => disagreements(first.snapshot, now)),
  ]
}
