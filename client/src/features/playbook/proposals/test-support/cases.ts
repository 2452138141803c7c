// A playbook with one decided and one open proposal, for tests of screens and lists.
import type { Now, PlaybookSnapshot } from '@yokoten/shared/playbook'
import { CHANGE_LIMIT, createSmallPlaybook, SPEND, valueAt } from '@yokoten/shared/playbook/test-support'

/** At five on Monday afternoon: a limit was agreed at four, and a yes is waited for since eight. */
export function createCases(): { readonly playbook: PlaybookSnapshot; readonly now: Now } {
  const small = createSmallPlaybook()
  small.rule('change-limit', valueAt('consent'))
  small.rule('spend', valueAt('yes', { yesFrom: { kind: 'person', id: 'ben' } }))
  const limit = small.propose(CHANGE_LIMIT, { title: 'Limit of Prüfen to 5', reason: 'Two shifts' })
  for (const person of ['ben', 'cem']) small.say(limit, person, 'consent')
  small.propose(SPEND, { title: 'Spend 40' })
  small.hour = 9
  return { playbook: small.playbook, now: { at: small.now, isSure: true } }
}
