// Bringing other tools' files in.
export { ImportDialog } from './import-dialog'
export type { ImportDialogProps } from './import-dialog'
