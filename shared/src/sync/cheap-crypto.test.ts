import { createCheapCrypto } from './test-support/cheap-crypto'
import { describeCryptoPort } from './test-support/crypto-suite'

function countingBytes(): (length: number) => Uint8Array {
  let count = 0
  return (length) => new Uint8Array(length).map(() => (count = (count * 73 + 41) % 251))
}

describeCryptoPort('cheap', () => Promise.resolve(createCheapCrypto(countingBytes())), { real: false })
