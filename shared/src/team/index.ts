// The team's directory: records, commands and the snapshot that screens read.
export { COLOURS, freeColour } from './colours'
export { initialsOf } from './initials'
export { NAME_LIMIT, TEAM_ROW, documentRows, peopleRows, teamCollections, teamRows } from './records'
export type { DocumentKind } from './records'
export { projectTeam, teamDocument } from './snapshot'
export type { DocumentEntry, Person, TeamSnapshot } from './snapshot'
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
