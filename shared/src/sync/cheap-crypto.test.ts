import { createCheapCrypto } from './test-support/cheap-crypto'
import { describeCryptoPort } from './test-support/crypto-suite'
import { seededBytes } from './test-support/seeded-bytes'

describeCryptoPort('cheap', () => Promise.resolve(createCheapCrypto(seededBytes(1))), { real: false })
