// Which refusals of a relay may pass by themselves, so that a frame is sent again later.
import type { Refusal } from '@yokoten/shared/sync'

const PASSING: ReadonlySet<Refusal> = new Set<Refusal>([
  'not-open',
  'cannot-store',
  'team-full',
  'too-many-documents',
])

/** True where there is no room now, or the document is not open yet. */
export const mayPass = (refusal: Refusal): boolean => PASSING.has(refusal)
