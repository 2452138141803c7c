// What people and devices do in random histories of proposals, with what must be so at once.
import { createId, isEqual } from '@yokoten/shared/kernel'
import type { Change, Json, JsonObject } from '@yokoten/shared/kernel'
import {
  amendProposal,
  applied,
  CLOSING_KINDS,
  currentVersion,
  decideAfterAdvice,
  dueToApply,
  foreseeGround,
  isEffectWritten,
  outcome,
  playbookDocument,
  propose,
  recordApplied,
  setRule,
  setWorkingTime,
  speak,
  VOICE_KINDS,
  VOICES_AT,
  withdrawProposal,
} from '@yokoten/shared/playbook'
import type {
  Case,
  ProposalEntry,
  ProposalLevel,
  RuleValue,
  SetRuleArgs,
  VersionEntry,
} from '@yokoten/shared/playbook'
import { wordOf } from './naive-proposals'
import { hoursOfWorkLater } from './naive-working-time'
import { act, LEFT, PEOPLE } from './proposal-team'
import type { Device, Entry, Team } from './proposal-team'

/** Where the devices are; the team may say that it works by another clock. */
const ZONE = 'Europe/Berlin'
const OFFICE = { days: [0, 1, 2, 3, 4], from: 8 * 60, to: 16 * 60 }
const WORKING_TIMES = [
  { zone: 'UTC', days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 24 * 60 },
  { zone: ZONE, ...OFFICE },
  { zone: 'America/New_York', days: [0, 2, 5], from: 6 * 60, to: 22 * 60 },
] as const
/** Hours of work in which a proposal can still find its quorum. */
const WEEK_OF_WORK = 40

/** Has the link, and is nobody that the team knows. */
const STRANGER = 'eve'

const ROSTER = { people: PEOPLE, skills: { weld: ['ann', 'ben'] } }

const valueOf = (level: RuleValue['level'], hours: number): RuleValue => ({
  level,
  hours,
  tells: [],
  review: null,
  why: '',
})

/** How changes of policy are decided: the level's deadline, quorum and who can say yes vary. */
export function agreeOn({ pick, people }: Team, device: Device, level: ProposalLevel): boolean {
  const yesFrom = pick([
    { kind: 'person' as const, id: pick(people) },
    { kind: 'skill' as const, id: 'weld' },
    { kind: 'outside' as const, id: 'The mayor' },
  ])
  const quorum = pick([undefined, undefined, 1, 50, 51, 75, 100])
  const value = {
    ...valueOf(level, 1 + pick([0, 1, 2])),
    ...(quorum !== undefined && { quorum }),
    ...(level === 'yes' && { yesFrom }),
  }
  return act(device, setRule, { act: 'change-policy', condition: {}, value })
}

export const sayWhenWeWork = ({ pick }: Team, device: Device): boolean =>
  act(device, setWorkingTime, pick(WORKING_TIMES))

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

/** What was fixed otherwise than the device's own entries say it must be. */
function wrongTerms(
  device: Device,
  opened: ProposalEntry,
  terms: ProposalEntry | VersionEntry,
  members: readonly string[],
): string[] {
  const { tables } = device.document.snapshot
  const rule = tables.rules.get(opened.rule ?? '')?.value
  const { heads = [] } = device.document.snapshot.hours ?? {}
  const time = tables.hours.get(heads.at(-1) ?? '')?.value ?? { zone: ZONE, ...OFFICE }
  const hours = rule?.hours ?? 0
  const deadline = hoursOfWorkLater(time, terms.at, hours)
  const expires = hoursOfWorkLater(time, deadline, Math.max(hours, WEEK_OF_WORK))
  let quorum = 0
  const isEnough = () =>
    rule?.quorum === undefined
      ? quorum * 2 > opened.members.length
      : quorum * 100 >= rule.quorum * opened.members.length
  while (!isEnough()) quorum++
  const wanted = {
    members: [...new Set([...members, opened.by])].sort(),
    quorum,
    silence: opened.act.about !== 'spend',
    deadline,
    expires,
  }
  const { deadline: d, expires: e } = terms
  const { members: m, quorum: q, silence } = opened
  const found = { members: m, quorum: q, silence, deadline: d, expires: e }
  return isEqual(found as unknown as Json, wanted as unknown as Json)
    ? []
    : [`P1 ${JSON.stringify(found)}, by hand ${JSON.stringify(wanted)}`]
}

export function proposeOne(team: Team, device: Device, level: ProposalLevel): void {
  const { pick, people } = team
  const wish = wishOf(team)
  const members = [...people, LEFT].filter(() => pick([true, true, true, false]))
  const id = createId(device.context().random)
  act(device, propose, {
    id,
    act: { kind: 'change-policy', about: wish.act },
    title: 'A rule',
    reason: '',
    command: { name: setRule.name, version: setRule.version, document: 'playbook' },
    args: wish as unknown as JsonObject,
    ground: groundFor(device, wish),
    roster: ROSTER,
    members,
    zone: ZONE,
    level,
  })
  const opened = device.document.snapshot.tables.proposals.get(id)
  if (opened) team.faults.push(...wrongTerms(device, opened, opened, members))
}

export function speakOne(team: Team, device: Device): void {
  const { cases } = device.document.snapshot
  if (cases.length === 0) return
  const { proposal } = team.pick(cases)
  const one = device.document.snapshot.casesById.get(proposal.id) as Case
  const version = currentVersion(one)
  const kind = team.pick(VOICES_AT[proposal.level])
  const args = { proposal: proposal.id, version: version.id, kind, words: kind === 'object' ? 'No' : '' }
  if (!act(device, speak, args)) return
  // Having seen it is said by any word. Whose clock is right is heard at once, whatever it said when it was wrong.
  const { voices } = device.document.snapshot.casesById.get(proposal.id) as Case
  const isInTime = device.off === 0 && team.now >= version.at && team.now <= version.expires
  const ofWording = voices.filter((voice) => voice.version === version.id)
  const word = wordOf(ofWording, version, device.person, team.now)
  if (isInTime && (kind === 'seen' ? word === undefined : word !== kind))
    team.faults.push(`${device.person} said ${kind} and is heard as ${word ?? 'nothing'}`)
}

/** The ids of what a task writes. */
function writtenBy(device: Device, task: () => unknown): readonly string[] {
  const before = new Set(device.entries.keys())
  task()
  return [...device.entries].filter(([key]) => !before.has(key)).map(([, entry]) => entry.id)
}

function amendOne(team: Team, device: Device, { proposal: opened }: Case): void {
  const wish = wishOf(team)
  const args = { args: wish as unknown as JsonObject, ground: groundFor(device, wish) }
  const amended = writtenBy(device, () =>
    act(device, amendProposal, { proposal: opened.id, ...args, reason: '', zone: ZONE }),
  )
  for (const id of amended) {
    const terms = device.document.snapshot.tables.versions.get(id)
    if (terms) team.faults.push(...wrongTerms(device, opened, terms, opened.members))
  }
}

const ownCases = ({ document, person }: Device): readonly Case[] =>
  document.snapshot.cases.filter(({ proposal }) => proposal.by === person)

/** Amends, withdraws or decides a proposal of one's own. */
export function ownAct(team: Team, device: Device): void {
  const own = ownCases(device)
  if (own.length === 0) return
  const one = team.pick(own)
  const proposal = one.proposal.id
  team.pick<() => unknown>([
    () => amendOne(team, device, one),
    () => act(device, withdrawProposal, { proposal }),
    () => act(device, decideAfterAdvice, { proposal }),
    () => act(device, decideAfterAdvice, { proposal }),
  ])()
}

/** Amends the same proposal on each device of one person, of which none has heard of the other. */
export function amendApart(team: Team, { person }: Device): void {
  for (const device of team.devices.filter((one) => one.person === person)) {
    const last = ownCases(device).at(-1)
    if (last) amendOne(team, device, last)
  }
}

/** Sets a rule without asking anybody, so that what others have proposed stands on other ground. */
export function changeGround(team: Team, device: Device): void {
  const wish = wishOf(team)
  for (const id of writtenBy(device, () => act(device, setRule, wish))) team.byHand.add(id)
}

/** An entry that this version would not write: by who may not, at a level that does not have it. */
export function writeWhatNobodyMay(team: Team, device: Device): void {
  const { cases } = device.document.snapshot
  if (cases.length === 0) return
  const { pick } = team
  const { proposal, versions } = pick(cases)
  const { id, stamp } = device.context()
  const of = { proposal: proposal.id, version: pick(versions).id, words: '' }
  const written = { by: pick([device.person, LEFT, STRANGER]), ...stamp() }
  const forged: readonly [string, JsonObject][] = [
    ['voices', { ...of, kind: pick(['yes', 'no', ...VOICE_KINDS]), parents: [], ...written }],
    ['closings', { ...of, kind: pick(CLOSING_KINDS), ...written }],
    [
      'versions',
      {
        ...{ proposal: proposal.id, parents: [proposal.id], args: {}, ground: {}, reason: '' },
        ...{ deadline: proposal.at, expires: proposal.at, ...written },
      },
    ],
  ]
  const [table, entry] = forged[pick([0, 0, 0, 1, 2])] as (typeof forged)[number]
  // Its proposer's is a wording like any other.
  if (table === 'versions' && written.by === proposal.by) return
  device.take([{ kind: 'append', in: table, id: id(), entry } as Change as Entry])
}

/** Says that what a device carried out last is done, where it was gone between the two writings. */
export function finishCarrying(device: Device): void {
  const { carried, document } = device
  const one = carried && document.snapshot.casesById.get(carried.proposal)
  const version = one?.versions.find(({ id }) => id === carried?.written)
  if (!carried || !one || !version) return
  if (isEffectWritten(playbookDocument, one, version, document.read))
    act(device, recordApplied, { ...carried, now: version.deadline })
}

/** What a device that is online does by itself, by the meeting point's time: effect first, then the word. */
export function applyDue(team: Team, device: Device): void {
  finishCarrying(device)
  for (const one of dueToApply(device.document.snapshot, team.now)) {
    const { version } = outcome(one, { at: team.now, isSure: true })
    const command = applied(playbookDocument, setRule, one, version, device.document.read)
    const proposal = one.proposal.id
    device.carried = { proposal, written: version.id }
    if (!act(device, command, undefined)) continue
    // A device may be gone between the two writings.
    if (team.pick([true, true, false])) act(device, recordApplied, { proposal, now: team.now })
    else return
  }
}
