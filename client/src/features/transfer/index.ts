// Bringing other tools' files in, and saving a board as a file.
export { ExportDialog } from './export-dialog'
export type { ExportDialogProps } from './export-dialog'
export { ImportDialog } from './import-dialog'
export type { ImportDialogProps } from './import-dialog'
