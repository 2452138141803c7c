// Why an act on the map was refused, in a sentence.
import { text } from '../../text'
import type { Refusal } from './map-context'

/** The sentence for a refusal by its reason; `most` is the limit where there is one. */
export function explainRefusal(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'already-joined':
      return text('map.refused.alreadyJoined')
    case 'to-itself':
      return text('map.refused.toItself')
    case 'not-joinable':
      return text('map.refused.notJoinable')
    case 'no-material-there':
      return text('map.refused.noMaterial')
    case 'no-such-icon':
    case 'no-such-arrow':
      return text('map.refused.gone')
    case 'too-many':
      return text('map.refused.tooMany', { most: refusal.most ?? 0 })
    case 'not-empty':
      return text('map.refused.notEmpty')
    case 'no-time-left':
      return text('map.typed.noTimeLeft')
    case 'no-name':
      return text('map.typed.noName')
    case 'out-of-range':
      return text('map.typed.outOfRange')
    case 'view-only':
      return text('map.refused.viewOnly')
    case 'newer-version':
    case 'other-app-version':
      return text('map.refused.newerVersion')
    case 'not-open':
      return text('map.refused.notOpen')
    default:
      return text('map.refused.other')
  }
}
