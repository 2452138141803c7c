// Refusals and counts of this room as sentences.
import { COLOURS } from '@yokoten/shared/team'
import type {
  DayRefused,
  GoalsRefused,
  HoursRefused,
  IdRefused,
  NameRefused,
  RangeRefused,
  ReviewRefused,
  TwiceRefused,
  UnknownRefused,
  WordsRefused,
} from '@yokoten/shared/team'
import type { NotFree } from '@yokoten/shared/kernel'
import type { BackupRefused } from '@yokoten/shared/transfer/backup'
import type { MergeRefused, Unwritable } from '../../session/api'
import { text } from '../../text'
import type { TextId } from '../../text'

export type TeamRefused =
  | NameRefused
  | IdRefused
  | UnknownRefused
  | HoursRefused
  | DayRefused
  | RangeRefused
  | TwiceRefused
  | WordsRefused
  | GoalsRefused
  | ReviewRefused
  | Unwritable
  | NotFree

const REFUSALS: Readonly<Record<TeamRefused['reason'], TextId>> = {
  'name-empty': 'team.refused.nameEmpty',
  'name-too-long': 'team.refused.nameTooLong',
  'id-taken': 'team.refused.idTaken',
  unknown: 'team.refused.unknown',
  'not-hours': 'team.refused.notHours',
  'not-a-day': 'team.refused.notADay',
  'too-many-days': 'team.refused.tooManyDays',
  'skill-twice': 'team.refused.skillTwice',
  'words-empty': 'team.refused.wordsEmpty',
  'words-too-long': 'team.refused.wordsTooLong',
  'goals-full': 'team.refused.goalsFull',
  'not-later': 'team.refused.notLater',
  'view-only': 'team.refused.viewOnly',
  'newer-version': 'team.refused.newerVersion',
  'other-app-version': 'team.refused.otherAppVersion',
  'not-open': 'team.refused.notOpen',
  'not-free': 'team.refused.notFree',
}

export const refusalWords = (refused: TeamRefused): string =>
  text(REFUSALS[refused.reason], 'most' in refused ? { most: refused.most } : {})

const INVITATION_REFUSALS: Readonly<Record<'not-an-invitation' | 'damaged', TextId>> = {
  'not-an-invitation': 'team.join.notAnInvitation',
  damaged: 'team.join.damaged',
}

export const invitationRefusalWords = (refused: { reason: 'not-an-invitation' | 'damaged' }): string =>
  text(INVITATION_REFUSALS[refused.reason])

/** Bytes as whole megabytes, at least one. */
const megabytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000_000))

export function backupRefusalWords(refused: BackupRefused): string {
  switch (refused.reason) {
    case 'empty':
      return text('team.backup.empty')
    case 'too-large':
      return text('team.backup.tooLarge', {
        size: megabytes(refused.bytes),
        limit: megabytes(refused.limit),
      })
    case 'not-a-backup':
      return text('team.backup.notABackup')
    case 'truncated':
      return text('team.backup.truncated')
    case 'newer-version':
      return text('team.backup.newerVersion')
    case 'malformed':
      return text('team.backup.malformed', { field: refused.field })
    case 'document-damaged':
      return text('team.backup.documentDamaged', { document: refused.document })
    case 'damaged':
      return text('team.backup.damaged')
  }
}

export function mergeRefusalWords(refused: MergeRefused, titles: ReadonlyMap<string, string>): string {
  switch (refused.reason) {
    case 'damaged':
      return text('team.merge.damaged', { document: titles.get(refused.document) ?? refused.document })
    case 'document-newer':
      return text('team.merge.documentNewer', {
        document: titles.get(refused.document) ?? refused.document,
      })
    case 'cannot-store':
      return text('team.merge.cannotStore')
    default:
      return refusalWords(refused)
  }
}

const COLOUR_NAMES: Readonly<Record<(typeof COLOURS)[number], TextId>> = {
  '#2b4a7f': 'team.colour.indigo',
  '#9a4d12': 'team.colour.rust',
  '#1f7a6d': 'team.colour.teal',
  '#7a3e9d': 'team.colour.purple',
  '#3874c4': 'team.colour.blue',
  '#88104c': 'team.colour.wine',
  '#747410': 'team.colour.olive',
  '#b04c88': 'team.colour.pink',
  '#244c10': 'team.colour.forest',
  '#603838': 'team.colour.brown',
  '#746074': 'team.colour.grey',
}

/** The colours a person can choose from, with their names. */
export const colourChoices = (): readonly { readonly colour: string; readonly name: string }[] =>
  COLOURS.map((colour) => ({ colour, name: text(COLOUR_NAMES[colour]) }))
