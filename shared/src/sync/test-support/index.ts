// What tests of other packages may use: the cheap crypto and the acceptance suite of the crypto port.
export * from './cheap-crypto'
export * from './crypto-suite'
