// Random histories of one team's proposals: several devices, clocks that are off, offline spells, and who applies what.
import { createSeededRandom } from '@yokoten/shared/board/test-support'
import { PROPOSAL_LEVELS } from '@yokoten/shared/playbook'
import type { ProposalLevel } from '@yokoten/shared/playbook'
import {
  agreeOn,
  amendApart,
  applyDue,
  changeGround,
  finishCarrying,
  ownAct,
  proposeOne,
  sayWhenWeWork,
  speakOne,
  writeWhatNobodyMay,
} from './proposal-acts'
import { createTeam, meet } from './proposal-team'
import type { Device, Entry, Team } from './proposal-team'

/** Most acts of a history; each takes an hour or none. */
const ACTS = 32
/** Hours that go by: one or two, over night, over a weekend. */
const WAITS = [1, 1, 1, 1, 2, 2, 16, 63] as const

export interface History {
  readonly entries: readonly Entry[]
  readonly end: number
  /** What went wrong while it was lived through. */
  readonly faults: readonly string[]
  readonly byHand: ReadonlySet<string>
}

type Doing = (team: Team, device: Device, level: ProposalLevel) => unknown

/** What is done, and how often of all. */
const DOINGS: readonly (readonly [share: number, Doing])[] = [
  [0.12, proposeOne],
  [0.36, speakOne],
  [0.1, ownAct],
  [0.03, amendApart],
  [0.14, (_, device) => (device.online = !device.online)],
  [0.01, agreeOn],
  [0.01, sayWhenWeWork],
  [0.02, changeGround],
  [0.06, writeWhatNobodyMay],
  // Somebody sees that a clock is wrong.
  [0.02, (_, device) => (device.off = 0)],
  [0.13, (team) => team.wait(team.pick(WAITS))],
]

function doingAt(dice: number): Doing {
  let left = dice
  for (const [share, doing] of DOINGS) if ((left -= share) < 0) return doing
  return speakOne
}

/** Lives through a history. The same for the same seed. */
export function liveThrough(seed: number): History {
  const random = createSeededRandom(seed)
  const team = createTeam(random)
  const { devices, pick, faults, byHand } = team
  const level = pick(PROPOSAL_LEVELS)
  const [first] = devices as [Device]
  if (random() < 0.8) sayWhenWeWork(team, first)
  agreeOn(team, first, level)
  meet(devices)
  for (let i = 0; i < ACTS; i++) {
    const device = pick(devices)
    doingAt(random())(team, device, level)
    const online = devices.filter((one) => one.online)
    if (random() < 0.6) meet(online)
    if (random() < 0.4) for (const one of online) applyDue(team, one)
  }
  meet(devices)
  devices.forEach(finishCarrying)
  meet(devices)
  return { entries: [...first.entries.values()], end: team.now, faults, byHand }
}
