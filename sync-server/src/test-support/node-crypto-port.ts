// A client's cryptography on node:crypto, real and without WebCrypto's warning about Ed25519 on Node 20.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto'
import type { CryptoPort } from '@yokoten/shared/sync'
import { nodeCrypto } from '../node-environment'

/** What stands before an Ed25519 seed in its PKCS #8 form (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const TAG = 16

export const nodeCryptoPort: CryptoPort = {
  ...nodeCrypto,
  name: 'node',
  randomBytes,
  hmacSha256: async (key, data) => createHmac('sha256', key).update(data).digest(),
  hkdfSha256: async (secret, info) => new Uint8Array(hkdfSync('sha256', secret, '', info, 32)),
  sealingKey: async (key) => ({
    async seal(nonce, plaintext, additional) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(additional)
      return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
    },
    async open(nonce, sealed, additional) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
        decipher.setAAD(additional).setAuthTag(sealed.subarray(-TAG))
        return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])
      } catch {
        return undefined
      }
    },
  }),
  async signingKey(seed) {
    const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
    const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
    return { publicKey, sign: async (data) => sign(null, data, key) }
  },
}
