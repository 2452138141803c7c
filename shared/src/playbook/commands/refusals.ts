// Why an act on the playbook is refused, as values that the screens have sentences for.
import type { RuleRefused } from '../permit'

export type WordsRefused =
  { readonly reason: 'empty' } | { readonly reason: 'too-long'; readonly limit: number }
export type NotThere = {
  readonly reason: 'act-gone' | 'hat-gone' | 'turn-gone' | 'proposal-gone' | 'request-gone' | 'round-gone'
}
/** It has been decided, withdrawn or is over. */
export type IsClosed = { readonly reason: 'closed' }
/** Somebody has amended it since: one says something to the wording that one has read. */
export type OtherVersion = { readonly reason: 'other-version' }
/** Only who proposed it, or who was asked, may do that. */
export type NotYours = { readonly reason: 'not-yours' }
/** It does or builds on more than one proposal can carry. */
export type TooMuch = { readonly reason: 'too-much' }
export type ReasonNeeded = { readonly reason: 'reason-needed' }
/** Another rule holds for that act than the one by which the proposal is decided. */
export type AnotherRule = { readonly reason: 'another-rule' }
/** Nobody of the team can give the yes, see `permit`. */
export type NobodyCanSayYes = { readonly reason: 'nobody-can-say-yes' }
/** The act is free, or others are only told: there is nothing to propose. */
export type IsFree = { readonly reason: 'is-free' }
/** Nobody has said anything yet, and its time is not over. */
export type NoAdviceYet = { readonly reason: 'no-advice-yet' }
/** Not one of the voices that this level asks for. */
export type NotAVoice = { readonly reason: 'not-a-voice' }
export type HoursRefused = { readonly reason: 'not-working-time' }
export type SealRefused = { readonly reason: 'not-sealed' | 'sealed-already' | 'others-not-sealed' }

export type PlaybookRefused =
  | WordsRefused
  | NotThere
  | IsClosed
  | OtherVersion
  | NotYours
  | TooMuch
  | ReasonNeeded
  | AnotherRule
  | NobodyCanSayYes
  | IsFree
  | NoAdviceYet
  | NotAVoice
  | HoursRefused
  | SealRefused
  | RuleRefused
