// The team's directory: records, commands and the snapshot that screens read.
export { COLOURS, freeColour } from './colours'
export { initialsOf } from './initials'
export {
  HOURS_LIMIT,
  LEVELS,
  NAME_LIMIT,
  TEAM_ROW,
  documentRows,
  peopleRows,
  skillRows,
  teamCollections,
  teamRows,
} from './records'
export type { DocumentKind, SkillLevel } from './records'
export { projectTeam, teamDocument } from './snapshot'
export type { DocumentEntry, Person, Skill, TeamSnapshot, Times } from './snapshot'
export {
  addDocument,
  addPerson,
  archiveDocument,
  archivePerson,
  editPerson,
  nameTeam,
  nextColour,
  renameDocument,
  restoreDocument,
  restorePerson,
  tidyName,
} from './commands'
export type { IdRefused, NameRefused, UnknownRefused } from './commands'
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
