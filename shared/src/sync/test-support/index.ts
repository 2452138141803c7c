// What tests of other packages may use: the cheap crypto, seeded bytes and the acceptance suite of the crypto port.
export * from './cheap-crypto'
export * from './crypto-suite'
export * from './seeded-bytes'
