// Which cryptography this page gets: the browser's own where it is offered, @noble loaded on demand where it is not.
import type { CryptoPort } from '@yokoten/shared/sync'
import { createWebCrypto, knowsEd25519 } from './web-crypto'

interface Page {
  readonly isSecureContext: boolean
  readonly crypto: Crypto
}

/**
 * WebCrypto in a secure context; with @noble's signatures where the browser lacks Ed25519;
 * @noble alone where the page came over plain http from another machine.
 */
export async function selectCrypto(page: Page = globalThis): Promise<CryptoPort> {
  const subtle: SubtleCrypto | undefined = page.isSecureContext ? page.crypto.subtle : undefined
  if (subtle && (await knowsEd25519(subtle))) return createWebCrypto(page.crypto)
  const { createNobleCrypto } = await import('./noble-crypto')
  const noble = createNobleCrypto(page.crypto)
  if (!subtle) return noble
  const { signingKey, verifyingKey } = noble
  return { ...createWebCrypto(page.crypto), name: 'web-with-noble', signingKey, verifyingKey }
}
