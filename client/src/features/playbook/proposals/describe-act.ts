// What a change of the playbook itself would come to: a rule, its plan, or what an act of the team's own is about.
import type { Change } from '@yokoten/shared/kernel'
import { CONCERNS, ruleKey } from '@yokoten/shared/playbook'
import type {
  Concern,
  Condition,
  PlanEntry,
  PlaybookSnapshot,
  RuleEntry,
  RuleValue,
} from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { DescribedAct, DescribedLine } from '../../../input'
import { text } from '../../../text'
import { hasDeadline, hasQuorum } from '../rules/rule-form'
import {
  concernWords,
  conditionWords,
  dayWords,
  hoursWords,
  levelWords,
  listWords,
  whoWords,
} from '../rules/rule-words'
import type { Names } from '../rules/rule-words'
import { namesFrom } from '../rules/use-names'
import { actWords, capital } from './words'

interface Part {
  readonly title: string
  /** The act it is about, and what changes for it. */
  readonly what?: string
  readonly lines?: readonly DescribedLine[]
}

const valueWords = (value: RuleValue | null | undefined): string =>
  value ? levelWords(value.level) : text('proposals.noRule')

const aboutWords = (concern: Concern | null | undefined): string =>
  concern ? concernWords(concern) : text('playbook.concern.none')

/** What a rule says besides its level; empty where it says nothing of it. */
function besides(value: RuleValue | null | undefined, names: Names): readonly (readonly [string, string])[] {
  const level = value?.level ?? 'free'
  const quorum = value?.quorum
  return [
    [
      text('playbook.rule.yesFrom'),
      level === 'yes' && value?.yesFrom ? capital(whoWords(value.yesFrom, names)) : '',
    ],
    [text('proposals.wish.time'), value && hasDeadline(level) ? hoursWords(value.hours) : ''],
    [
      text('playbook.rule.quorum'),
      !hasQuorum(level)
        ? ''
        : quorum === undefined
          ? text('proposals.wish.mostHeard')
          : text('proposals.wish.heard', { share: quorum }),
    ],
    [
      text(level === 'advice' ? 'playbook.rule.askWhom' : 'playbook.rule.tellWhom'),
      !value || level === 'free'
        ? ''
        : listWords(value.tells.map((one) => whoWords(one, names))) || text('playbook.rule.everybody'),
    ],
    [text('playbook.rule.review'), value?.review ? dayWords(value.review) : ''],
    [text('playbook.rule.why'), value?.why ?? ''],
  ]
}

/** The lines in which two values of a rule differ, the level first. */
function ruleLines(
  before: RuleValue | null | undefined,
  after: RuleValue | null,
  names: Names,
): readonly DescribedLine[] {
  const level = { what: text('playbook.rule.level'), before: valueWords(before), after: valueWords(after) }
  const [then, now] = [besides(before, names), besides(after, names)]
  // A rule that is gone says nothing besides.
  const others = now.flatMap(([what, words], index) => {
    const said = then[index]?.[1] ?? ''
    return after !== null && said !== words ? [{ what, before: said, after: words }] : []
  })
  return [...(level.before !== level.after || others.length === 0 ? [level] : []), ...others]
}

function actNamed(playbook: PlaybookSnapshot, act: string, condition: Condition, names: Names): string {
  const when = conditionWords(condition, names)
  const what = actWords(playbook, act)
  return when === '' ? what : text('playbook.special', { act: what, when })
}

function partOf(playbook: PlaybookSnapshot, change: Change, names: Names): Part[] {
  if (change.kind === 'append' && change.in === 'rules') {
    const { act, condition, value } = change.entry as unknown as RuleEntry
    const before = playbook.rules.get(ruleKey(act, condition))?.value
    const what = actNamed(playbook, act, condition, names)
    const isSameLevel = before?.level === value?.level
    return [
      {
        title: isSameLevel
          ? text('proposals.wish.ruleKept', { act: what })
          : text('proposals.wish.rule', { act: what, level: valueWords(value) }),
        what: capital(what),
        lines: ruleLines(before, value, names),
      },
    ]
  }
  if (change.kind === 'append' && change.in === 'plans') {
    const { act, condition, value } = change.entry as unknown as PlanEntry
    const plan = value?.kind === 'ours' ? 'ours' : value ? 'stays' : 'none'
    return [
      {
        title: text(`proposals.wish.plan.${plan}`, {
          act: actNamed(playbook, act, condition, names),
          day: value?.kind === 'ours' ? dayWords(value.day) : '',
        }),
      },
    ]
  }
  if (change.kind === 'set' && change.in === 'acts') {
    const isConcern = change.field === 'concern'
    const about = {
      what: text('playbook.ownAct.concern'),
      before: aboutWords(playbook.actsById.get(change.id)?.concern),
      after: aboutWords(CONCERNS.find((one) => one === change.value)),
    }
    return [
      {
        ...(isConcern && { what: capital(actWords(playbook, change.id)), lines: [about] }),
        title: text(
          change.field !== 'archived'
            ? 'proposals.wish.actAbout'
            : change.value === true
              ? 'proposals.wish.actGone'
              : 'proposals.wish.actBack',
          { act: actWords(playbook, change.id) },
        ),
      },
    ]
  }
  return []
}

/** What changes to the playbook would come to. `columns`: names of the boards' columns, by id. */
export function describePlaybookAct(
  playbook: PlaybookSnapshot,
  { peopleById, skillsById }: Pick<TeamSnapshot, 'peopleById' | 'skillsById'>,
  columns: ReadonlyMap<string, string>,
  changes: readonly Change[],
): DescribedAct {
  const names = namesFrom({
    person: (id) => peopleById.get(id)?.name || text('playbook.somebody'),
    hats: playbook.hatsById,
    skills: skillsById,
    columns,
  })
  const parts = changes.flatMap((change) => partOf(playbook, change, names))
  // Of several rules each line says whose it is.
  const lines = parts.flatMap(({ what = '', lines: own = [] }) =>
    parts.length === 1
      ? own
      : own.map((line) => ({ ...line, what: text('proposals.wish.part', { act: what, part: line.what }) })),
  )
  const title = parts.length > 1 ? text('proposals.wish.rules', { count: parts.length }) : parts[0]?.title
  return { title: title ?? text('proposals.wish.other'), lines }
}
