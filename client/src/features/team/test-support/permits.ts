// What a team might have agreed about its acts.
import type { PermitFor, PermitLevel } from '@yokoten/shared/kernel'

export const permitAt =
  (level: PermitLevel): PermitFor =>
  () => ({ level, rule: null, tells: [], yesFrom: [] })

export const freeToAll = permitAt('free')
