// Sentences of this room: why something could not be done.
import type { Refused } from './playbook-context'
import { text } from '../../text'
import type { TextId } from '../../text'

const REFUSALS: Readonly<Record<Refused['reason'], TextId>> = {
  empty: 'playbook.refused.empty',
  'too-long': 'playbook.refused.tooLong',
  'act-gone': 'playbook.refused.gone',
  'hat-gone': 'playbook.refused.gone',
  'turn-gone': 'playbook.refused.gone',
  'proposal-gone': 'playbook.refused.gone',
  'request-gone': 'playbook.refused.gone',
  'round-gone': 'playbook.refused.gone',
  closed: 'playbook.refused.closed',
  'other-version': 'playbook.refused.otherVersion',
  'not-yours': 'playbook.refused.notYours',
  'too-much': 'playbook.refused.tooMuch',
  'reason-needed': 'playbook.refused.reasonNeeded',
  'another-rule': 'playbook.refused.anotherRule',
  'nobody-can-say-yes': 'playbook.refused.nobodyCanSayYes',
  'is-free': 'playbook.refused.isFree',
  'no-advice-yet': 'playbook.refused.noAdviceYet',
  'not-a-voice': 'playbook.refused.notAVoice',
  'not-working-time': 'playbook.refused.notWorkingTime',
  'not-sealed': 'playbook.refused.notSealed',
  'sealed-already': 'playbook.refused.sealedAlready',
  'others-not-sealed': 'playbook.refused.othersNotSealed',
  'safety-first': 'playbook.refused.safetyFirst',
  'nobody-named': 'playbook.refused.nobodyNamed',
  'locks-itself': 'playbook.refused.locksItself',
  'empty-range': 'playbook.refused.emptyRange',
  'view-only': 'playbook.refused.viewOnly',
  'newer-version': 'playbook.refused.newerVersion',
  'other-app-version': 'playbook.refused.otherAppVersion',
  'not-free': 'playbook.refused.notFree',
  'not-open': 'playbook.refused.notOpen',
}

export const refusalWords = (refused: Refused): string =>
  text(REFUSALS[refused.reason], 'limit' in refused ? { limit: refused.limit } : {})
