// The playbook as a kind of document: one a team, under a name that every device knows without being told.
import { append, defineDocument, ok, refused, standsAs } from '../kernel'
import type { Act, Change, CommandContext, JsonObject, Result, UndoRefused } from '../kernel'
import { actRows, planLog, playbookCollections, ruleLog } from './records'
import { ruleKey } from './rules'
import { projectPlaybook } from './snapshot'
import type { PlaybookSnapshot } from './snapshot'

/** The document's name inside the team. A constant, so that two devices that begin it at once begin the same one. */
export const PLAYBOOK_DOCUMENT = 'playbook'

/** A rule that is set, its plan, and what an own act is about are policy; saying who is who is not. */
function playbookActs(_: PlaybookSnapshot, changes: readonly Change[]): readonly Act[] {
  const about = changes.flatMap((change) => {
    if (change.kind === 'append' && (change.in === ruleLog.name || change.in === planLog.name))
      return String(change.entry.act)
    const isOwnAct = change.kind === 'set' && change.in === actRows.name && change.field !== 'name'
    return isOwnAct ? change.id : []
  })
  return [...new Set(about)].map((act) => ({ kind: 'change-policy', about: act }))
}

/** A rule is taken back by setting what held before, as long as it stands. */
function revertRule(
  playbook: PlaybookSnapshot,
  id: string,
  context: CommandContext,
): Result<Change[], UndoRefused> {
  const entry = playbook.tables.rules.get(id)
  const rule = entry && playbook.rules.get(ruleKey(entry.act, entry.condition))
  if (!rule) return refused({ reason: 'final' })
  const head = standsAs(entry, rule.heads, (one) => playbook.tables.rules.get(one))
  if (!head) return refused({ reason: 'superseded' })
  const before = rule.history.findLast((one) => entry.parents.includes(one.id))
  const { act, condition } = entry
  const again = { act, condition, value: before?.value ?? null, parents: [head.id] }
  return ok([append(ruleLog, context.id(), { ...again, by: context.person, ...context.stamp() })])
}

/** What was planned is taken back by planning again what was planned before. */
function revertPlan(
  playbook: PlaybookSnapshot,
  id: string,
  context: CommandContext,
): Result<Change[], UndoRefused> {
  const entry = playbook.tables.plans.get(id)
  const plan = entry && playbook.plans.get(ruleKey(entry.act, entry.condition))
  if (!plan) return refused({ reason: 'final' })
  const head = standsAs(entry, plan.heads, (one) => playbook.tables.plans.get(one))
  if (!head) return refused({ reason: 'superseded' })
  const before = entry.parents.map((parent) => playbook.tables.plans.get(parent)).find((one) => one)
  const { act, condition } = entry
  const again = { act, condition, value: before?.value ?? null, parents: [head.id] }
  return ok([append(planLog, context.id(), { ...again, by: context.person, ...context.stamp() })])
}

/** A voice is taken back by saying again what stood before it; a first one, by having seen the proposal. */
function revertVoice(
  playbook: PlaybookSnapshot,
  id: string,
  context: CommandContext,
): Result<Change[], UndoRefused> {
  const entry = playbook.tables.voices.get(id)
  if (!entry) return refused({ reason: 'final' })
  const all = playbook.casesById.get(entry.proposal)?.voices ?? []
  if (all.some((one) => one.parents.includes(id))) return refused({ reason: 'superseded' })
  const before = all.find((one) => entry.parents.includes(one.id))
  const { id: _, ...said } = entry
  const again: JsonObject = {
    ...said,
    kind: before?.kind ?? 'seen',
    words: before?.words ?? '',
    parents: [id],
  }
  return ok([
    {
      kind: 'append',
      in: 'voices',
      id: context.id(),
      entry: { ...again, by: context.person, ...context.stamp() },
    },
  ])
}

export const playbookDocument = defineDocument({
  kind: 'playbook',
  version: 1,
  collections: playbookCollections,
  project: projectPlaybook,
  acts: playbookActs,
  revert: { plans: revertPlan, rules: revertRule, voices: revertVoice },
})
