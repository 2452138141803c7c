// The session's cryptography and compression; @noble is reached through `selectCrypto` only, so that it stays lazy.
export * from './deflate'
export * from './select-crypto'
export * from './web-crypto'
