// The cryptography of a simulated world: cheap for most seeds, the browser's own for some.
import { createCheapCrypto } from '@yokoten/shared/sync/test-support'
import { createWebCrypto } from '@yokoten/client/session/crypto'
import { holdTimeFor } from '../support/virtual-crypto'
import type { MakeCrypto } from './world'

export const cheapCrypto: MakeCrypto = (_time, bytes) => createCheapCrypto(bytes)
export const realCrypto: MakeCrypto = (time) => holdTimeFor(time, createWebCrypto(globalThis.crypto))
