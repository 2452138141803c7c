// Where a proposal stands, as a word with its colour.
import type { Decision } from '@yokoten/shared/playbook'
import { Pill } from '../../../design/pill'
import type { PillTone } from '../../../design/pill'
import { text } from '../../../text'
import { standingOf } from './words'
import type { Standing } from './words'

const TONES: Readonly<Record<Standing, PillTone>> = {
  open: 'neutral',
  stuck: 'age',
  accepted: 'flow',
  contested: 'age',
  ended: 'neutral',
}

export const StandingPill = ({ decision }: { decision: Decision }) => {
  const standing = standingOf(decision)
  const words = text(`proposals.standing.${standing}`)
  // By this device's own clock: what it says may come out otherwise.
  const isUnsure = decision.outcome.provisional && (standing === 'accepted' || standing === 'ended')
  return isUnsure ? (
    <Pill tone="neutral">{text('proposals.standing.provisional', { standing: words })}</Pill>
  ) : (
    <Pill tone={TONES[standing]}>{words}</Pill>
  )
}
