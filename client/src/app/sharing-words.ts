// How far edits have got, in words: one short line for the pill, and what each number means for its panel.
import type { PillTone } from '../design/pill'
import type { Sharing } from '../session/api'
import type { TextId, TextValues } from '../text'

export interface Words {
  readonly id: TextId
  readonly values?: TextValues
}
export interface SharingLine extends Words {
  readonly tone: PillTone
  /** For a phone, where the title needs the room. */
  readonly short?: Words
}

/**
 * What matters most now, in this order: what could be lost, what nobody else has yet, then how many have it.
 * `isSlow` is true when a change has waited long enough for the disk to be worth a word.
 */
export function sharingLine(sharing: Sharing, isSlow: boolean): SharingLine {
  const { connection, changed, kept, files, otherDevices, storage } = sharing
  if (storage === 'full') return { id: 'app.sharing.full', tone: 'stop' }
  if (storage === 'failing') return { id: 'app.sharing.failing', tone: 'stop' }
  if (connection === 'insecure-connected')
    return { id: 'app.sharing.onlyLive', tone: 'age', short: { id: 'app.sharing.onlyLiveShort' } }
  if (storage === 'none') return { id: 'app.sharing.notKept', tone: 'age' }
  if (changed > 0 && isSlow) return { id: 'app.sharing.saving', tone: 'neutral' }
  if (connection === 'offline') {
    if (files > 0)
      return {
        id: kept > 0 ? 'app.sharing.offlineKeptBoth' : 'app.sharing.offlineKeptFiles',
        values: { count: kept, files },
        tone: 'age',
        short: { id: 'app.sharing.offlineKept', values: { count: kept + files } },
      }
    return kept > 0
      ? { id: 'app.sharing.offlineKept', values: { count: kept }, tone: 'age' }
      : { id: 'app.sharing.offline', tone: 'age' }
  }
  if (kept > 0) return { id: 'app.sharing.sending', values: { count: kept }, tone: 'neutral' }
  if (files > 0) return { id: 'app.sharing.sendingFiles', values: { count: files }, tone: 'neutral' }
  if (connection === 'connecting')
    return { id: 'app.sharing.connecting', tone: 'neutral', short: { id: 'app.sharing.connectingShort' } }
  return otherDevices > 0
    ? {
        id: 'app.sharing.shared',
        values: { count: otherDevices },
        tone: 'flow',
        short: { id: 'app.sharing.sharedShort', values: { count: otherDevices + 1 } },
      }
    : { id: 'app.sharing.here', tone: 'flow' }
}

/** The panel: each stage that an edit passes, with its number now. */
export function sharingStages(
  sharing: Sharing,
): readonly { readonly label: TextId; readonly value: Words }[] {
  const { connection, changed, kept, files, otherDevices } = sharing
  const connections = {
    connected: 'app.sharing.met',
    connecting: 'app.sharing.looking',
    offline: 'app.sharing.notMet',
    'insecure-connected': 'app.sharing.met',
  } as const
  return [
    { label: 'app.sharing.stageChanged', value: { id: 'app.sharing.edits', values: { count: changed } } },
    {
      label: 'app.sharing.stageKept',
      value:
        files > 0
          ? { id: 'app.sharing.editsAndFiles', values: { count: kept, files } }
          : { id: 'app.sharing.edits', values: { count: kept } },
    },
    { label: 'app.sharing.stageMeeting', value: { id: connections[connection] } },
    {
      label: 'app.sharing.stageDevices',
      value: { id: 'app.sharing.devices', values: { count: otherDevices } },
    },
  ]
}

/** A sentence for the panel where one is due: what the state means for the person, and what to do. */
export function sharingAdvice(sharing: Sharing): TextId | undefined {
  if (sharing.storage === 'full') return 'app.sharing.adviceFull'
  if (sharing.storage === 'failing') return 'app.sharing.adviceFailing'
  if (sharing.connection === 'insecure-connected') return 'app.sharing.adviceInsecure'
  if (sharing.storage === 'none') return 'app.sharing.adviceNone'
  if (sharing.connection === 'offline') return 'app.sharing.adviceOffline'
  return undefined
}
