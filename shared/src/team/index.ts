// The team's directory: records, commands and the snapshot that screens read.
export { LINE_LIMIT, NAME_LIMIT, WORDS_LIMIT } from './record-parts'
export { COLOURS, freeColour } from './colours'
export { initialsOf } from './initials'
export {
  HOURS_LIMIT,
  LEVELS,
  TEAM_ROW,
  documentRows,
  invitationRows,
  peopleRows,
  skillRows,
  teamCollections,
  teamRows,
} from './records'
export type { DocumentKind, Said, SkillLevel } from './records'
export { LEADING_TEXT, TARGET_TEXT, customerRows, goalRows, reviewLog, valueRows } from './records-purpose'
export type { CustomerRow, GoalRow, ReviewEntry, ValueRow } from './records-purpose'
export { projectTeam, teamDocument } from './snapshot'
export type { DocumentEntry, Person, Skill, TeamSnapshot, Times } from './snapshot'
export {
  addDocument,
  addPerson,
  archiveDocument,
  archivePerson,
  editPerson,
  nameTeam,
  noteRules,
  nextColour,
  renameDocument,
  restoreDocument,
  restorePerson,
  tidyName,
} from './commands'
export type { IdRefused, NameRefused, UnknownRefused } from './commands'
export { INVITATION_DAYS, invitePerson, invitedAt, withdrawInvitation } from './invitations'
export type { Invited } from './invitations'
export { WEEK, dayOf, hoursHere, personWeek, teamWeek } from './capacity'
export type { Day, PersonWeek, TeamWeek } from './capacity'
export { AWAY_LIMIT, hereOn, setAway, setDay, setUsualWeek } from './capacity-commands'
export type { DayRefused, HoursRefused, RangeRefused } from './capacity-commands'
export { suggestLimits, suggestPart, suggestWhole } from './capacity-limits'
export type { Share, SuggestedLimit, WorkStep } from './capacity-limits'
export { canDo, coverOf, levelOf, riskOf, skillsFor, stepKey, stepOf } from './skills'
export type { SkillCover, Step } from './skills'
export {
  addSkill,
  archiveSkill,
  declareSkill,
  renameSkill,
  restoreSkill,
  setStepSkill,
} from './skill-commands'
export type { TwiceRefused } from './skill-commands'
export { customerOf, goalsFor, lineOf, valueServed, valuesOf } from './purpose'
export type { Purpose, ValueLine } from './purpose'
export {
  GOALS_LIMIT,
  addCustomer,
  addGoal,
  addValue,
  archiveCustomer,
  archiveGoal,
  archiveValue,
  editCustomer,
  editGoal,
  editValue,
  restoreCustomer,
  restoreGoal,
  restoreValue,
} from './purpose-commands'
export type { CustomerArgs, GoalArgs, GoalsRefused, ValueArgs, WordsRefused } from './purpose-commands'
export { isReviewDue } from './leading'
export type { Lead, Review } from './leading'
export { REVIEW_MONTHS, lookAtLeading, moveReview, sayHowILead } from './leading-commands'
export type { ReviewRefused } from './leading-commands'
