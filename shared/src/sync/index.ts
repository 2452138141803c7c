// Keys, invitations, frames and the protocol between clients and relays. No Yjs, no DOM, no Node.
export * from './bytes'
export * from './close-codes'
export * from './frame-header'
export * from './limits'
export * from './messages'
