// The one shape in the middle: a board read from a file, its summary, and the changes that write it.
export { emptyBoard, fileBoard, paragraphsOf } from './file-board'
export type {
  FileBoard,
  FileCard,
  FileStep,
  KnownValue,
  ReadBoard,
  ReadOptions,
  Remark,
  RemarkWhat,
} from './file-board'
export { asOrdinary, joinBoard, joinTargetOf, matchBoard, NEW_COLUMN, planJoining } from './join-board'
export type { ColumnChoices, ColumnMatch, Joining, JoiningPlan, JoinTarget, JoinWriting } from './join-board'
export { summarise } from './summary'
export type { BoardSummary, PreviewCard, PreviewColumn } from './summary'
export { actsToTakeIn, takeIn, takeInPart } from './take-in'
export type { TakeInArgs, ToTakeIn } from './take-in'
export { writeBoard } from './write-board'
export type { BoardWriting } from './write-board'
export type { WriteOptions } from './prepared'
