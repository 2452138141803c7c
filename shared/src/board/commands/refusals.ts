// Why a board's command is refused: objects that screens turn into sentences.

export type NotThere = {
  readonly reason: 'card-gone' | 'column-gone' | 'blocker-gone' | 'tag-gone' | 'item-gone' | 'reason-gone'
}
export type CardArchived = { readonly reason: 'card-archived'; readonly card: string }
/** The team agreed that full columns are not entered. */
export type ColumnFull = {
  readonly reason: 'column-full'
  readonly column: string
  readonly limit: number
  readonly used: number
}
/** The column is full and may be entered when one says why: the same command again, with `why`. */
export type WhyNeeded = {
  readonly reason: 'why-needed'
  readonly column: string
  readonly limit: number
  readonly used: number
}
export type WordsRefused =
  { readonly reason: 'empty-words' } | { readonly reason: 'words-too-long'; readonly limit: number }
export type DateRefused = { readonly reason: 'not-a-date' }
export type LimitRefused = { readonly reason: 'not-a-limit'; readonly most: number }
export type NowhereToGo = { readonly reason: 'nowhere-to-go' }
export type NoConflict = { readonly reason: 'no-conflict' }
export type ColumnInUse = { readonly reason: 'column-in-use'; readonly cards: number }
export type NothingToPull = { readonly reason: 'nothing-to-pull' }
/** What the button offered is no longer what comes next. */
export type OtherProposal = { readonly reason: 'other-proposal' }
export type AlreadySetUp = { readonly reason: 'already-set-up' }
export type SafetyStays = { readonly reason: 'safety-stays' }
export type LastColumn = { readonly reason: 'last-column' }

export type MoveRefused = NotThere | CardArchived | ColumnFull | WhyNeeded | WordsRefused | NowhereToGo
export type BoardRefused =
  | MoveRefused
  | DateRefused
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
export type NotYours = { readonly reason: 'not-yours' }
  | LimitRefused
  | NoConflict
  | ColumnInUse
  | NothingToPull
  | OtherProposal
  | AlreadySetUp
  | SafetyStays
  | LastColumn
  | FilesRefused
  | KindGone
  | LinkRefused
  | WebRefused
  | ValueRefused
  | NotYours
