// When a document's log has grown long, one editor who has all of it is asked for a snapshot; then another, if need be.
import { encodeRelayMessage } from '@yokoten/shared/sync'
import type { Hub, HubContext, Member } from './hub'
import type { DocumentName, DocumentState } from './log/port'
import type { RelaySettings } from './settings'

export interface SnapshotRequests {
  /** Looks whether a snapshot is due and someone can make it. */
  consider(): void
  isAsked(member: Member): boolean
  answered(member: Member): void
  left(member: Member): void
}

/** True where opening the document from its log costs clearly more than from a fresh snapshot. */
export function isSnapshotDue(
  { head, base, liveBytes, snapshotBytes, isClosed }: DocumentState,
  { snapshotFrames }: Pick<RelaySettings, 'snapshotFrames'>,
): boolean {
  const frames = head - base
  if (isClosed || frames < snapshotFrames) return false
  return 2 * liveBytes >= snapshotBytes || frames >= 10 * snapshotFrames
}

export function createSnapshotRequests(
  name: DocumentName,
  { log, environment, settings, count, report }: HubContext,
  members: Hub['members'],
): SnapshotRequests {
  let asked: { member: Member; cancel: () => void } | undefined
  let isLooking = false
  /** Members by when they were asked last, so that one who cannot is not asked for ever. */
  const askedAt = new WeakMap<Member, number>()

  const settle = () => {
    asked?.cancel()
    asked = undefined
  }
  const look = async () => {
    const state = await log.state(name)
    if (asked || !isSnapshotDue(state, settings)) return
    const waited = (member: Member) => environment.now() - (askedAt.get(member) ?? -Infinity)
    const [member] = [...members]
      .filter(({ audience, position }) => audience.mode === 'edit' && position === state.head)
      .filter((candidate) => waited(candidate) > settings.snapshotMs)
      .sort((a, b) => waited(b) - waited(a))
    if (!member) return
    askedAt.set(member, environment.now())
    asked = { member, cancel: environment.after(settings.snapshotMs, giveUp) }
    count('snapshot_asked')
    member.audience.send(encodeRelayMessage({ type: 'snapshotWanted', doc: name.doc, upTo: state.head }))
  }
  const consider = () => {
    if (asked || isLooking || members.size === 0) return
    isLooking = true
    void look()
      .catch(report)
      .finally(() => (isLooking = false))
  }
  const giveUp = () => {
    settle()
    consider()
  }
  return {
    consider,
    isAsked: (member) => asked?.member === member,
    answered(member) {
      if (asked?.member === member) settle()
    },
    left(member) {
      if (asked?.member !== member) return
      settle()
      consider()
    },
  }
}
