// What must be so of every history of proposals, on any replica, at any time, and whatever order it arrived in.
import { createSeededRandom } from '@yokoten/shared/board/test-support'
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import { createMemoryDocument } from '@yokoten/shared/kernel/test-support'
import type { MemoryDocument } from '@yokoten/shared/kernel/test-support'
import { outcome, playbookDocument } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { naiveOutcome } from './naive-proposals'
import { liveThrough } from './proposal-histories'
import { HOUR } from './proposal-team'
import type { Entry } from './proposal-team'

/** Hours after the last act by which everything has come to an end, weeks of few hours of work included. */
export const LONG = 500

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
function disagreements(playbook: PlaybookSnapshot, now: number, isSure: boolean): string[] {
  const { tables } = playbook
  return playbook.cases.flatMap((one) => {
    const { proposal, voices, closings } = one
    const versions = [...tables.versions.values()].filter((entry) => entry.proposal === proposal.id)
    const naive = naiveOutcome({ proposal, versions, voices, closings }, now, isSure, HOUR)
    const { state, version, applied, contested, provisional, decidedAt, heard } = outcome(one, {
      at: now,
      isSure,
    })
    const counted = naive.heard === null ? null : heard
    const ours = { state, version: version.id, applied, contested, provisional, decidedAt, heard: counted }
    return isEqual(naive as unknown as Json, ours)
      ? []
      : [`${proposal.level} ${JSON.stringify(ours)}, naive ${JSON.stringify(naive)}`]
  })
}

/**
 * Effects that were written more often than there are wordings that ask for them, that stand on another ground than
 * such a wording, that nobody says are done, or that are dated neither at its deadline nor at a word that was said to it.
 */
function wrongEffects({ tables }: PlaybookSnapshot, byHand: ReadonlySet<string>): string[] {
  const effects = [...tables.rules.values()].filter(
    ({ id, act: of }) => of !== 'change-policy' && !byHand.has(id),
  )
  const wordings = [...tables.proposals.values(), ...tables.versions.values()]
  const words = [...tables.voices.values(), ...tables.closings.values()]
  const timesOf = ({ id, at, deadline }: (typeof wordings)[number]) =>
    [deadline, ...words.filter(({ version }) => version === id).map((word) => word.at)].map((time) =>
      Math.max(at, time),
    )
  const said = new Set(words.flatMap((word) => (word.kind === 'applied' ? word.version : [])))
  return effects.flatMap((effect) => {
    const isLike = (by: string, value: unknown) =>
      by === effect.by && isEqual(value as Json, effect.value as Json)
    const asked = wordings.filter(({ by, args }) => isLike(by, args.value) && args.act === effect.act)
    const done = effects.filter(({ by, act, value }) => isLike(by, value) && act === effect.act)
    const ground = [...effect.parents].sort()
    return [
      ...(done.length > asked.length ? [`${effect.id} has been done twice`] : []),
      ...(asked.some((one) => Object.values(one.ground).some((built) => isEqual(built as Json, ground)))
        ? []
        : [`${effect.id} stands on other ground than was proposed`]),
      ...(asked.some(({ id }) => said.has(id)) ? [] : [`${effect.id} is not said to be done`]),
      ...(asked.some((one) => timesOf(one).includes(effect.at)) ? [] : [`${effect.id} is dated by nothing`]),
    ]
  })
}

/** What is wrong with a history: on any replica, at any of several times. */
export function faultsOf(seed: number): string[] {
  const { entries, end, faults, byHand } = liveThrough(seed)
  const random = createSeededRandom(seed + 1_000_000)
  const replicas = [0, 1, 2].map(() => arrive(entries, random))
  const times = [end - 30 * HOUR, end - 6 * HOUR, end, end + 3 * HOUR, end + LONG * HOUR]
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
    ...wrongEffects(first.snapshot, byHand),
    ...times.flatMap((now) => disagreements(first.snapshot, now, true)),
    ...disagreements(first.snapshot, end, false),
  ]
}
