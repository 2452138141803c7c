// Cryptography in virtual time: native operations end when they end, so virtual time stands still until they have.
import type { CryptoPort } from '@yokoten/shared/sync'
import type { VirtualTime } from './virtual-time'

/** The same port; time waits for whatever is under way. Not needed for the cheap crypto. */
export function holdTimeFor(time: VirtualTime, port: CryptoPort): CryptoPort {
  const held = <T>(work: Promise<T>): Promise<T> => work.finally(time.hold())
  return {
    name: port.name,
    randomBytes: port.randomBytes,
    sha256: (data) => held(port.sha256(data)),
    hmacSha256: (key, data) => held(port.hmacSha256(key, data)),
    hkdfSha256: (secret, info) => held(port.hkdfSha256(secret, info)),
    async sealingKey(raw) {
      const key = await held(port.sealingKey(raw))
      return {
        seal: (nonce, plaintext, additional) => held(key.seal(nonce, plaintext, additional)),
        open: (nonce, sealed, additional) => held(key.open(nonce, sealed, additional)),
      }
    },
    async signingKey(seed) {
      const key = await held(port.signingKey(seed))
      return { publicKey: key.publicKey, sign: (data) => held(key.sign(data)) }
    },
    async verifyingKey(publicKey) {
      const key = await held(port.verifyingKey(publicKey))
      return { verify: (signature, data) => held(key.verify(signature, data)) }
    },
  }
}
