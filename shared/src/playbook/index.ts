// The playbook: who can act when, what was proposed and decided, and who wears which hat.
export { PLAYBOOK_DOCUMENT, playbookDocument } from './playbook-document'
export { projectPlaybook, workingTimeOf } from './snapshot'
export type { Hours, PlaybookSnapshot } from './snapshot'
export { CLOSING_KINDS, CONCERNS, PROPOSAL_LEVELS, STAYS, VOICE_KINDS, playbookCollections } from './records'
export type {
  ActRow,
  ClosingEntry,
  Concern,
  Condition,
  PlanEntry,
  ProposalEntry,
  ProposalLevel,
  RuleEntry,
  RuleValue,
  TellEntry,
  VersionEntry,
  VoiceEntry,
  VoiceKind,
} from './records'
export { HAT_KINDS, TURN_DAYS, TURN_DAYS_LIMIT } from './records-people'
export type { HandEntry, HatKind, HatRow, RequestRow, RoundRow, TurnEntry } from './records-people'
export { HOURS_LIMIT, NAME_LIMIT, WORDS_LIMIT } from './record-parts'
export type { Who } from './record-parts'
export { contradictionsIn, isHeld, isWithin, meets, ruleFor, ruleKey } from './rules'
export type { HeldRule, Plan, Rule, Rules } from './rules'
export { concernOf, peopleFor, permit, permitWithoutRules, refuseRule } from './permit'
export type { Agreed, Answer, Roster, RuleRefused } from './permit'
export { appliedIn, caseOf, commandOf, currentVersion, inWording, titleOf } from './proposals'
export type { CarriedCommand, Case, Version } from './proposals'
export { reversal, takeBackIn } from './reversing'
export type { NotReversible, TakeBackArgs } from './reversing'
export { outcome } from './outcome'
export type { Now, Outcome, State } from './outcome'
export {
  applied,
  appliedClosing,
  appliedId,
  changedGround,
  foresee,
  foreseeGround,
  groundOf,
  isEffectWritten,
} from './applying'
export type { ApplyRefused, Foreseen, ReadItem } from './applying'
export { isStanding, isWorn, nextFor, wearersOf, withoutTurn } from './hats'
export type { Turn, Turns, TurnState } from './hats'
export { turnsToCalendar } from './calendar-file'
export { ACTIVE_DAYS, lastActsIn, latestActs, membersOf } from './members'
export type { LastActs } from './members'
export {
  byKind,
  byMonth,
  byStep,
  costOfRule,
  daysWaited,
  decisionsIn,
  handOver,
  latencyBy,
  latencyOf,
  precedentsOf,
  waitingBy,
} from './measures'
export type { Decision, HandOverLine, Latency, Waiting } from './measures'
export { askedIn, voiceOf, waitingFor } from './waiting'
export type { WaitingItem, Wanted } from './waiting'
export { requestFigures, requestState, requestsOpen } from './requests'
export type { RequestFigures, RequestState } from './requests'
export { DELEGATION, openedText, playersOf, resultsOf, sealOf, seatsOf } from './poker'
export type { DelegationName, Hand, HashText, PokerResult, Seat } from './poker'
export { FIRST_ACTS, STARTING_SETS, startingRules } from './starting-sets'
export type { StartingRule, StartingSet } from './starting-sets'
export {
  addAct,
  archiveAct,
  editAct,
  planHandOver,
  restoreAct,
  setRule,
  setRules,
  setWorkingTime,
} from './commands/rules'
export type { SetRuleArgs } from './commands/rules'
export {
  USUAL_HOURS,
  amendProposal,
  decideAfterAdvice,
  dueToApply,
  linkProposal,
  propose,
  recordApplied,
  tellOthers,
  withdrawProposal,
} from './commands/proposals'
export type { AmendArgs, ProposeArgs, TellArgs } from './commands/proposals'
export { VOICES_AT, speak } from './commands/voices'
export type { SpeakArgs, SpeakRefused } from './commands/voices'
export {
  addHat,
  answerTurn,
  archiveHat,
  editHat,
  endTurn,
  offerTurn,
  restoreHat,
  withdrawTurn,
} from './commands/hats'
export type { AddHatArgs, OfferTurnArgs } from './commands/hats'
export { answerRequest, raiseRequest, reopenRequest, resolveRequest } from './commands/requests'
export type { RaiseRequestArgs } from './commands/requests'
export { beginRound, endRound, leaveOut, openHand, sealHand } from './commands/poker'
export type { PlaybookRefused } from './commands/refusals'
