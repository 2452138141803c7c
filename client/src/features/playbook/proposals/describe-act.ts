// What a change of the playbook itself would come to: a rule, its plan, or what an act of the team's own is about.
import type { Change } from '@yokoten/shared/kernel'
import { ruleKey } from '@yokoten/shared/playbook'
import type { PlanEntry, PlaybookSnapshot, RuleEntry } from '@yokoten/shared/playbook'
import type { DescribedAct, DescribedLine } from '../../../input'
import { text } from '../../../text'
import { levelWords } from '../rules/rule-words'
import { actWords, capital } from './words'

interface Part {
  readonly title: string
  readonly line?: DescribedLine
}

const ruleWords = (value: RuleEntry['value'] | undefined): string =>
  value ? levelWords(value.level) : text('proposals.noRule')

function partOf(playbook: PlaybookSnapshot, change: Change): Part[] {
  if (change.kind === 'append' && change.in === 'rules') {
    const { act, condition, value } = change.entry as unknown as RuleEntry
    const before = playbook.rules.get(ruleKey(act, condition))?.value
    const what = actWords(playbook, act)
    return [
      {
        title: text('proposals.wish.rule', { act: what, level: ruleWords(value) }),
        line: { what: capital(what), before: ruleWords(before), after: ruleWords(value) },
      },
    ]
  }
  if (change.kind === 'append' && change.in === 'plans') {
    const { act, value } = change.entry as unknown as PlanEntry
    const plan = value?.kind === 'ours' ? 'ours' : value ? 'stays' : 'none'
    return [
      {
        title: text(`proposals.wish.plan.${plan}`, {
          act: actWords(playbook, act),
          day: value?.kind === 'ours' ? value.day : '',
        }),
      },
    ]
  }
  if (change.kind === 'set' && change.in === 'acts')
    return [
      {
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
  return []
}

/** What changes to the playbook would come to. */
export function describePlaybookAct(playbook: PlaybookSnapshot, changes: readonly Change[]): DescribedAct {
  const parts = changes.flatMap((change) => partOf(playbook, change))
  const lines = parts.flatMap(({ line }) => line ?? [])
  const title = parts.length > 1 ? text('proposals.wish.rules', { count: parts.length }) : parts[0]?.title
  return { title: title ?? text('proposals.wish.other'), lines }
}
