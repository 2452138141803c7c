// Carrying out what the team decided: the effect first, by a room's own command, then the word that it is done.
import {
  applied,
  appliedIn,
  commandOf,
  currentVersion,
  dueToApply,
  inWording,
  isEffectWritten,
  recordApplied,
} from '@yokoten/shared/playbook'
import type { Case, PlaybookSnapshot, Version } from '@yokoten/shared/playbook'
import type { DocumentHandle, Sharing } from '../../session/api'
import type { Readable } from '../../session/api'
import type { AppTeam } from '../device-context'
import { withRoom } from './rooms'

/**
 * `not-yet`: the document is not caught up, so that what it stands on may be old; it is tried again. The other two are
 * for people to solve.
 */
export type CarriedOut = 'done' | 'not-yet' | 'ground-changed' | 'cannot'

/** A document that is opened for this alone gets so long to hear what a meeting point has. */
const CATCH_UP_MS = 15_000

function untilCaughtUp(sharing: Readable<Sharing>, ms = CATCH_UP_MS): Promise<boolean> {
  if (sharing.get().caughtUp) return Promise.resolve(true)
  return new Promise((resolve) => {
    const end = (isCaughtUp: boolean) => {
      clearTimeout(timer)
      stop()
      resolve(isCaughtUp)
    }
    const timer = setTimeout(() => end(false), ms)
    const stop = sharing.subscribe(() => sharing.get().caughtUp && end(true))
  })
}

/** Writes the effect of an accepted wording into its document. Doing it again writes nothing. */
async function writeEffect(team: AppTeam, one: Case, version: Version): Promise<CarriedOut> {
  const named = commandOf(one, version)
  // What is done by hand is done once it is decided.
  if (!named) return 'done'
  const result = await withRoom(named.document, async (room): Promise<CarriedOut> => {
    const command = room.commands.get(named.name)
    if (!command) return 'cannot'
    const target = await team.open(room.spec, named.document)
    try {
      if (!(await untilCaughtUp(target.sharing))) return 'not-yet'
      const done = target.run(
        applied(room.spec, command, inWording(one, version), version, target.item),
        undefined,
      )
      if (done.ok) return 'done'
      const { reason } = done.error as { readonly reason: string }
      return reason === 'ground-changed' ? 'ground-changed' : 'cannot'
    } finally {
      target.release()
    }
  })
  return result ?? 'cannot'
}

/** Where this device keeps which wording it carried out last. */
const LAST = 'carried-out'

/**
 * Says that what this device carried out last is done, where it was broken off between the two: its effect stands, and
 * by now somebody may have objected, so that nobody would carry it out any more.
 */
export async function finishCarryOut(
  team: AppTeam,
  playbook: DocumentHandle<PlaybookSnapshot>,
): Promise<void> {
  const [proposal = '', written] = ((await team.keptBack.get(LAST)) ?? '').split(' ')
  const one = playbook.get().casesById.get(proposal)
  const version = one?.versions.find(({ id }) => id === written)
  const named = one && version && commandOf(one, version)
  if (!one || !version || !named || appliedIn(one).includes(version)) return
  await withRoom(named.document, async (room) => {
    const target = await team.open(room.spec, named.document)
    try {
      if (isEffectWritten(room.spec, one, version, target.item))
        playbook.run(recordApplied, { proposal, now: version.deadline, written: version.id })
    } finally {
      target.release()
    }
  })
}

/**
 * Carries out one decision, if it is still due when its turn comes. `now` is the meeting point's time. Where it breaks
 * off between effect and word, the next one to try finds the effect by its id and adds the word.
 */
export async function carryOut(
  team: AppTeam,
  playbook: DocumentHandle<PlaybookSnapshot>,
  proposal: string,
  now: number,
): Promise<CarriedOut> {
  const one = dueToApply(playbook.get(), now).find((due) => due.proposal.id === proposal)
  if (!one) return 'done'
  const version = currentVersion(one)
  // Where the disk takes nothing, the effect is not kept either.
  await team.keptBack.put(LAST, `${proposal} ${version.id}`).catch(() => undefined)
  const effect = await writeEffect(team, one, version)
  if (effect === 'done') playbook.run(recordApplied, { proposal, now })
  return effect
}
