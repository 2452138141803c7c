import { describeCryptoPort } from '@yokoten/shared/sync/test-support'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNobleCrypto } from './noble-crypto'
import { selectCrypto } from './select-crypto'
import { createWebCrypto } from './web-crypto'

describeCryptoPort('WebCrypto', () => Promise.resolve(createWebCrypto()), { real: true })
describeCryptoPort('@noble', () => Promise.resolve(createNobleCrypto()), { real: true })

describe('WebCrypto and @noble', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

  it('compute the same, and each reads what the other made', async () => {
    const web = createWebCrypto()
    const noble = createNobleCrypto()
    await fc.assert(
      fc.asyncProperty(bytes(32), bytes(12), fc.uint8Array(), fc.uint8Array(), async (key, nonce, a, b) => {
        expect(await web.sha256(a)).toEqual(await noble.sha256(a))
        expect(await web.hmacSha256(key, a)).toEqual(await noble.hmacSha256(key, a))
        expect(await web.hkdfSha256(key, a)).toEqual(await noble.hkdfSha256(key, a))
        const sealed = await (await web.sealingKey(key)).seal(nonce, a, b)
        expect(await (await noble.sealingKey(key)).seal(nonce, a, b)).toEqual(sealed)
        expect(await (await noble.sealingKey(key)).open(nonce, sealed, b)).toEqual(a)
        const [webKey, nobleKey] = [await web.signingKey(key), await noble.signingKey(key)]
        expect(webKey.publicKey).toEqual(nobleKey.publicKey)
        const signature = await webKey.sign(a)
        expect(await nobleKey.sign(a)).toEqual(signature)
        expect(await (await noble.verifyingKey(webKey.publicKey)).verify(signature, a)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

describe('selectCrypto', () => {
  const web = globalThis.crypto
  /** A browser's crypto object with some of its parts. */
  const pageCrypto = (subtle: Partial<SubtleCrypto> | undefined): Crypto =>
    ({
      getRandomValues: (array: Uint8Array<ArrayBuffer>) => web.getRandomValues(array),
      subtle,
    }) as unknown as Crypto

  it('takes WebCrypto in a secure context', async () => {
    expect((await selectCrypto({ isSecureContext: true, crypto: web })).name).toBe('web')
  })
  it('takes @noble where the page is not in a secure context, which has no subtle', async () => {
    const crypto = await selectCrypto({ isSecureContext: false, crypto: pageCrypto(undefined) })
    expect(crypto.name).toBe('noble')
    expect(await crypto.sha256(new Uint8Array(0))).toHaveLength(32)
  })
  describeCryptoPort(
    'WebCrypto without Ed25519',
    async () => {
      const withoutEd25519 = new Proxy(web.subtle, {
        get(subtle, name) {
          if (name === 'importKey')
            return (
              format: 'raw',
              key: Uint8Array<ArrayBuffer>,
              kind: string,
              ...rest: [boolean, KeyUsage[]]
            ) =>
              kind === 'Ed25519'
                ? Promise.reject(new DOMException('no Ed25519', 'NotSupportedError'))
                : subtle.importKey(format, key, kind, ...rest)
          const member: unknown = Reflect.get(subtle, name)
          return typeof member === 'function' ? member.bind(subtle) : member
        },
      })
      const crypto = await selectCrypto({ isSecureContext: true, crypto: pageCrypto(withoutEd25519) })
      expect(crypto.name).toBe('web-with-noble')
      return crypto
    },
    { real: true },
  )
})
