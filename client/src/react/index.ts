// The only bridge between documents and React.
export { useReadable } from './use-readable'
export { useSnapshot } from './use-snapshot'
export { useCommand } from './use-command'
export type { RunCommand } from './use-command'
export { usePeers } from './use-peers'
export { useDocument } from './use-document'
export { useNow } from './use-now'
