// The screens of the playbook: who can act when, what was decided, and whose turn it is.
export { PlaybookPage } from './playbook-page'
export type { PlaybookPageProps } from './playbook-page'
export { RaiseRequest } from './voice/raise-request'
export type { Raising } from './voice/raise-dialog'
export type { PlaybookPaths } from './playbook-context'
export { describePlaybookAct } from './proposals/describe-act'
export { reversalOfRule } from './proposals/reverse-act'
