// The crypto port on @noble: for pages outside a secure context, and the oracle for WebCrypto in tests.
import { gcm } from '@noble/ciphers/aes.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { CryptoPort } from '@yokoten/shared/sync'
import { inTurn } from './large'

/** `random` is there outside a secure context too; only `subtle` is not. */
export function createNobleCrypto(random: Pick<Crypto, 'getRandomValues'> = crypto): CryptoPort {
  return {
    name: 'noble',
    randomBytes: (length) => random.getRandomValues(new Uint8Array(length)),
    sha256: async (data) => sha256(data),
    hmacSha256: async (key, data) => hmac(sha256, key, data),
    hkdfSha256: async (secret, info) => hkdf(sha256, secret, undefined, info, 32),
    async sealingKey(key) {
      const own = key.slice()
      return {
        seal: (nonce, plaintext, additional) =>
          inTurn(plaintext, () => gcm(own, nonce, additional).encrypt(plaintext)),
        async open(nonce, sealed, additional) {
          try {
            return gcm(own, nonce, additional).decrypt(sealed)
          } catch {
            return undefined
          }
        },
      }
    },
    async signingKey(seed) {
      const own = seed.slice()
      return {
        publicKey: ed25519.getPublicKey(own),
        sign: (data) => inTurn(data, () => ed25519.sign(data, own)),
      }
    },
    async verifyingKey(publicKey) {
      const own = publicKey.slice()
      return {
        async verify(signature, data) {
          if (own.length !== 32 || signature.length !== 64) return false
          // Without ZIP 215 the check is that of RFC 8032, as in WebCrypto.
          return ed25519.verify(signature, data, own, { zip215: false })
        },
      }
    },
  }
}
