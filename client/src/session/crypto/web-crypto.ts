// The crypto port on WebCrypto: needs a secure context, and a browser that knows Ed25519.
import { concatBytes } from '@yokoten/shared/sync'
import type { CryptoPort } from '@yokoten/shared/sync'
import { inTurn } from './large'

/** The same bytes in memory that WebCrypto takes: no shared buffer. */
const source = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)

/** PKCS #8 around an Ed25519 seed (RFC 8410, section 7): WebCrypto imports no bare seed. */
const PKCS8_PREFIX = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20)

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  )

/** True where this WebCrypto verifies Ed25519; Chromium before 137 does not. */
export async function knowsEd25519(subtle: SubtleCrypto): Promise<boolean> {
  const basePoint = new Uint8Array(32).fill(0x66)
  basePoint[0] = 0x58
  return subtle.importKey('raw', basePoint, 'Ed25519', false, ['verify']).then(
    () => true,
    () => false,
  )
}

export function createWebCrypto(web: Crypto = crypto): CryptoPort {
  const { subtle } = web
  const bytes = (buffer: ArrayBuffer) => new Uint8Array(buffer)
  return {
    name: 'web',
    randomBytes: (length) => web.getRandomValues(new Uint8Array(length)),
    sha256: async (data) => bytes(await subtle.digest('SHA-256', source(data))),
    async hmacSha256(key, data) {
      const algorithm = { name: 'HMAC', hash: 'SHA-256' }
      const imported = await subtle.importKey('raw', source(key), algorithm, false, ['sign'])
      return bytes(await subtle.sign('HMAC', imported, source(data)))
    },
    async hkdfSha256(secret, info) {
      const imported = await subtle.importKey('raw', source(secret), 'HKDF', false, ['deriveBits'])
      const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: source(info) }
      return bytes(await subtle.deriveBits(algorithm, imported, 256))
    },
    async sealingKey(key) {
      const imported = await subtle.importKey('raw', source(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
      const algorithm = (nonce: Uint8Array, additional: Uint8Array) => ({
        name: 'AES-GCM',
        iv: source(nonce),
        additionalData: source(additional),
      })
      return {
        seal: async (nonce, plaintext, additional) =>
          bytes(
            await inTurn(plaintext, () =>
              subtle.encrypt(algorithm(nonce, additional), imported, source(plaintext)),
            ),
          ),
        // WebCrypto rejects with an OperationError for altered and for short input alike.
        open: (nonce, sealed, additional) =>
          subtle.decrypt(algorithm(nonce, additional), imported, source(sealed)).then(bytes, () => undefined),
      }
    },
    async signingKey(seed) {
      const pkcs8 = concatBytes(PKCS8_PREFIX, seed)
      const imported = await subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign'])
      const { x } = await subtle.exportKey('jwk', imported)
      if (x === undefined) throw new Error('an Ed25519 key without its public part')
      return {
        publicKey: fromBase64Url(x),
        sign: async (data) => bytes(await inTurn(data, () => subtle.sign('Ed25519', imported, source(data)))),
      }
    },
    async verifyingKey(publicKey) {
      const imported = await subtle.importKey('raw', source(publicKey), 'Ed25519', false, ['verify']).then(
        (key) => key,
        () => undefined,
      )
      return {
        verify: async (signature, data) =>
          imported !== undefined &&
          (await subtle.verify('Ed25519', imported, source(signature), source(data)).catch(() => false)),
      }
    },
  }
}
