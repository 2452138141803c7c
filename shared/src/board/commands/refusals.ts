// Why a board's command is refused: objects that screens turn into sentences.
import type { LimitScope } from '../governed'

export type NotThere = {
  readonly reason:
    | 'card-gone'
    | 'column-gone'
    | 'blocker-gone'
    | 'tag-gone'
    | 'item-gone'
    | 'reason-gone'
    | 'station-gone'
    | 'comment-gone'
}
export type CardArchived = { readonly reason: 'card-archived'; readonly card: string }
/** The team agreed that where there is no free slot nothing is put. */
export type ColumnFull = {
  readonly reason: 'column-full'
  /** The column it should have come into. */
  readonly column: string
  /** What is full: that column, or something wider. */
  readonly scope: LimitScope
  readonly limit: number
  readonly used: number
}
/** There is no free slot, and it may come in when one says why: the same command again, with `why`. */
export type WhyNeeded = {
  readonly reason: 'why-needed'
  readonly column: string
  /** What is full: that column, or something wider. */
  readonly scope: LimitScope
  readonly limit: number
  readonly used: number
}
export type WordsRefused =
  { readonly reason: 'empty-words' } | { readonly reason: 'words-too-long'; readonly limit: number }
export type DateRefused = { readonly reason: 'not-a-date' }
export type LimitRefused = { readonly reason: 'not-a-limit'; readonly most: number }
/** A lane or group was put away, or there is no such class of service. */
export type StructureGone = { readonly reason: 'lane-gone' | 'group-gone' | 'class-gone' }
/** Work must start before it can be finished. */
export type MarksCrossed = { readonly reason: 'marks-crossed' }
/** People set their own limits; nobody sets another's. */
export type LimitNotYours = { readonly reason: 'limit-not-yours' }
export type NowhereToGo = { readonly reason: 'nowhere-to-go' }
export type NoConflict = { readonly reason: 'no-conflict' }
export type ColumnInUse = { readonly reason: 'column-in-use'; readonly cards: number }
export type NothingToPull = { readonly reason: 'nothing-to-pull' }
/** What the button offered is no longer what comes next. */
export type OtherProposal = { readonly reason: 'other-proposal' }
export type AlreadySetUp = { readonly reason: 'already-set-up' }
export type FilesRefused = { readonly reason: 'too-many-files'; readonly limit: number }
/** A type, field, template or rhythm that is not on the team's list any more. */
export type KindGone = { readonly reason: 'kind-gone' }
/** The link would close a circle: `card` waits for, or is part of, the other one already. */
export type LinkRefused =
  { readonly reason: 'link-circle'; readonly card: string } | { readonly reason: 'link-itself' }
export type WebRefused = { readonly reason: 'not-an-address' }
/** The value is not of the field's kind. */
export type ValueRefused = { readonly reason: 'not-a-value' }
/** What somebody else said. */
export type NotYourWords = { readonly reason: 'not-your-words' }
export type SafetyStays = { readonly reason: 'safety-stays' }
export type LastColumn = { readonly reason: 'last-column' }
export type ViewGone = { readonly reason: 'view-gone' }

export type MoveRefused = NotThere | CardArchived | ColumnFull | WhyNeeded | WordsRefused | NowhereToGo
export type BoardRefused =
  | MoveRefused
  | DateRefused
  | LimitRefused
  | NoConflict
  | ColumnInUse
  | NothingToPull
  | OtherProposal
  | AlreadySetUp
  | FilesRefused
  | KindGone
  | LinkRefused
  | WebRefused
  | ValueRefused
  | LimitNotYours
  | MarksCrossed
  | StructureGone
  | SafetyStays
  | NotYourWords
  | LastColumn
  | ViewGone
