// The board: its document, the snapshot that screens read, and the commands that change it.
export { boardDocument } from './board-document'
export { COMMENT_LIMIT, LIMIT_LIMIT, NAME_LIMIT, TITLE_LIMIT, WORDS_LIMIT } from './record-parts'
export {
  BOARD_ROW,
  CLASSES,
  FULL_POLICIES,
  JOURNEY_KINDS,
  ROLES,
  blockerRows,
  boardCollections,
  boardRows,
  cardRows,
  columnRows,
  commentLog,
  descriptionOf,
  guestRows,
  journeyLog,
  reasonRows,
  settingsLog,
  tagRows,
} from './records'
export type {
  BlockerRow,
  BoardRow,
  CardRow,
  ClassOfService,
  ColumnRole,
  ColumnRow,
  CommentEntry,
  GuestRow,
  Half,
  JourneyData,
  JourneyEntry,
  JourneyKind,
  ReasonRow,
  SettingEntry,
  TagRow,
  WhenFull,
} from './records'
export { projectBoard } from './snapshot'
export type { BoardDirty, BoardSnapshot, BoardTables } from './snapshot'
export type { Column } from './columns'
export { foldJourney, holderOf, pathOf, stepsOf } from './journey'
export type { CardJourney, JourneyConflict, JourneyStep } from './journey'
export { settingKey } from './governed'
export type { SettingKind } from './governed'
export type { Governed, Settings } from './governed'
export type { BrokenLimit } from './broken-limits'
export { boardActs, RUSH_BROUGHT } from './acts'
export { lastActsOn } from './last-acts'
export { LIMIT_KINDS } from './governed'
export type { LimitKind, LimitScope } from './governed'
export { WHOLE_BOARD, cardsUnder, freeSlotsOf, fullAt, limitOn, limitsAt, peopleOn, scopeKey } from './limits'
export type { LimitTarget, ScopeLimit } from './limits'
export { isInWork, laneIn } from './columns'
export { marksOf, phaseOf, rolesIn } from './marks'
export type { Mark, Marks, Phase } from './marks'
export { setMark } from './commands/structure-marks'
export { addLane, archiveLane, moveLane, renameLane } from './commands/structure-lanes'
export type { AddLaneArgs } from './commands/structure-lanes'
export { moveListed, restoreListed } from './commands/lists'
export type { OrderedList } from './commands/lists'
export { EDITED, editLog, OWN_FIELD } from './records-edits'
export type { EditedField, EditEntry, EditValue } from './records-edits'
export { laneShare } from './lane-share'
export type { LaneShare } from './lane-share'
export { putAwayOf } from './put-away'
export type { ListName, PutAway } from './put-away'
export { dissolveGroup, putInGroup, renameGroup } from './commands/structure-groups'
export type { PutInGroupArgs } from './commands/structure-groups'
export { createFromTemplate } from './commands/structure-template'
export type { Layout, TemplateArgs } from './commands/structure-template'
export { leaveRemovedColumn, removeColumn, strayColumns } from './commands/structure-removal'
export type { LeaveRemovedArgs, RemoveColumnArgs, StrayColumn } from './commands/structure-removal'
export type { GroupRow, LaneRow } from './records-structure'
export type { Halves } from './columns'
export { normaliseSpoken, spokenId } from './spoken-ids'
export {
  blockedTimeOf,
  comingTo,
  firstAnswerAt,
  isOpen,
  lastTurn,
  openSince,
  openSpans,
  roundOf,
  seenBy,
  turnsOf,
} from './blockers'
export type { BlockedTime, OpenBlockers, Span, Turn } from './blockers'
export {
  acceptInvitation,
  declineInvitation,
  pulledByAccepting,
  seeAnswer,
  withdrawInvitation,
} from './commands/invitations'
export { newsFor } from './invitations'
export type { InvitationNews } from './invitations'
export { addStation, archiveStation, renameStation } from './commands/stations'
export type { StationRow } from './records-structure'
export { isPutAway, placeOf } from './commands/placing'
export type { Position } from './commands/placing'
export { finishCard, handBack, moveCard, pullCard } from './commands/move-card'
export type { MoveArgs } from './commands/move-card'
export {
  addCard,
  archiveCard,
  editCard,
  inviteToCard,
  joinCard,
  leaveCard,
  restoreCard,
} from './commands/edit-card'
export type { AddCardArgs, EditCardArgs } from './commands/edit-card'
export {
  addColumn,
  createBoard,
  keyFrom,
  moveColumn,
  renameColumn,
  restoreColumn,
  setLimit,
  setPolicy,
  setRole,
  setWhenFull,
  splitColumn,
} from './commands/columns'
export type { AddColumnArgs, CreateBoardArgs, LimitOf, SetLimitArgs } from './commands/columns'
export {
  addChecklistItem,
  archiveTag,
  colourTag,
  checkItem,
  checklistOf,
  checklistProgress,
  editChecklistItem,
  removeChecklistItem,
  renameTag,
  tagCard,
  tagIdFrom,
  tagNamed,
  untagCard,
} from './commands/card-parts'
export type { ChecklistItem, EditItemArgs } from './commands/card-parts'
export {
  addReason,
  answerBlocker,
  archiveReason,
  clearBlocker,
  editBlocker,
  moveReason,
  raiseBlocker,
  renameReason,
  reopenBlocker,
} from './commands/blockers'
export type { RaiseArgs } from './commands/blockers'
export { FILE_NAME_LIMIT, FILES_LIMIT } from './records-files'
export type { Attached } from './records-files'
export { attachFile, filesOf, removeFile, tidyFileName } from './commands/files'
export type { AttachArgs, FileHolder, FileOf } from './commands/files'
export { addComment, editComment, seeMentions, withdrawComment } from './commands/card-comments'
export { linkCards, unlinkCards } from './commands/card-links'
export type { LinkArgs } from './commands/card-links'
export { addWebLink, removeWebLink, setField } from './commands/card-fields'
export type { FieldInput } from './commands/card-fields'
export { addField, addType, archiveField, archiveType, editField, editType } from './commands/card-kinds'
export type { FieldArgs } from './commands/card-kinds'
export {
  addRecurring,
  archiveRecurring,
  editRecurring,
  archiveTemplate,
  bringRecurring,
  dueToCome,
  editTemplate,
  saveTemplate,
} from './commands/card-templates'
export type { RecurringArgs, SaveTemplateArgs } from './commands/card-templates'
export { isDay } from './commands/days'
export { commentCount, commentsOn, openMentions } from './comments'
export type { SaidOnCard } from './comments'
export { dueRisk } from './due-risk'
export type { DueRisk, DueState } from './due-risk'
export { fieldsFor, fieldValue, typeOf } from './kinds'
export type { Kinds } from './kinds'
export {
  circleLinks,
  holdUpsOf,
  LINK_KINDS,
  linkKey,
  partsOf,
  partsProgress,
  relatedTo,
  waitedForBy,
  waitingFor,
  wholesOf,
} from './links'
export type { CardLinks, Link, LinkKind } from './links'
export { comingCardId, dayWhere, nextComing } from './recurring'
export { createSample } from './commands/create-sample'
export type { SampleArgs, SampleCard } from './commands/create-sample'
export { resolveApart, resolveDoublePull, rivalsOf } from './commands/settle-conflict'
export { pullNext } from './commands/pull-next'
export type { PullNextArgs } from './commands/pull-next'
export { choicesFor } from './pull-choices'
export type { Choice, PullSituation } from './pull-choices'
export { isAtOwnLimit, isEverySlotTaken, ownToFinish, proposeNext } from './pull-next'
export type { Proposal } from './pull-next'
export { brokenLimitAt, keepBrokenLimit, raiseBrokenLimit } from './commands/settle-limit'
export { ENOUGH_FINISHED, ageOf, bandsOf, createAgeing, cycleDaysOf } from './ageing'
export type { Age, Ageing, Bands, Figures, Finish } from './ageing'
export { weekDone } from './ageing-week'
export type { WeekDone } from './ageing-week'
export { createCalendar, dayFromIso, daysBetween, isoFromDay } from './days'
export type { Calendar } from './days'
export { bestFirst, cardSpoken, createCardSearch, foldWords, searchCards } from './search'
export type { CardSearch, Found, SearchSources } from './search'
export {
  BUILT_IN,
  DUE_KINDS,
  EMPTY_FILTER,
  FILTER_KEYS,
  filterFromText,
  filterToText,
  isEmptyFilter,
  isSameFilter,
  ME,
  NONE,
} from './filter'
export type { BoardFilter, DueKind, FilterSources } from './filter'
export { addView, changeView, removeView, renameView } from './commands/views'
export { bulkArchive, bulkClass, bulkInvite, bulkMove, bulkTag } from './commands/bulk'
export type { Bulk, BulkMoveArgs, BulkOutcome } from './commands/bulk'
export type { ViewRow } from './records-structure'
export { importLog } from './records-imports'
export type { ImportEntry } from './records-imports'
export { historyOf, SITTING_MS } from './card-history'
export { noteDescription } from './commands/edits'
export type { DescriptionArgs } from './commands/edits'
export type { HistoryItem } from './card-history'
export type * from './commands/refusals'
export { FIELD_KINDS, fieldRows, recurringRows, RHYTHMS, templateRows, typeRows } from './records-cards'
export type { FieldKind, FieldRow, RecurringRow, Rhythm, TemplateRow, TypeRow } from './records-cards'
export { groupRows, laneRows } from './records-structure'
export { spokenOf } from './spoken-ids'
