// All keys and ids of a team from its one secret, or from what readers are given.
import { encodeUtf8 } from 'lib0/string'
import { bytesToHex, concatBytes } from './bytes'
import type { CryptoPort, RelayCrypto, SigningKey, VerifyingKey } from './crypto-port'
import type { Invitation } from './invitation'
import { SECRET_BYTES } from './invitation'
import type { Mode } from './messages'

const LABELS = {
  viewSecret: encodeUtf8('yokoten/view-secret/1'),
  writerSeed: encodeUtf8('yokoten/writer-key/1'),
  contentRoot: encodeUtf8('yokoten/content-root/1'),
  readerSeed: encodeUtf8('yokoten/reader-key/1'),
  team: encodeUtf8('yokoten/team/1'),
  document: encodeUtf8('yokoten/document/1'),
}

export interface TeamKeys {
  /** 32 hexadecimal characters, certified by the keys themselves. */
  readonly team: string
  readonly mode: Mode
  /** Public keys, 32 bytes. */
  readonly writerKey: Uint8Array
  readonly readerKey: Uint8Array
  /** Undefined where this device may only read. */
  readonly writer: SigningKey | undefined
  readonly reader: SigningKey
  readonly writerVerifier: VerifyingKey
  readonly readerVerifier: VerifyingKey
  /** The root of all frame keys. */
  readonly contentRoot: Uint8Array
  /** What the relay knows a document by: says nothing about the name to who lacks the view secret. */
  documentId(name: string): Promise<string>
  /** `edit` is undefined where this device may only read. */
  readonly invitations: { readonly edit: Invitation | undefined; readonly view: Invitation }
}

/** A new team's secret. */
export const createEditSecret = (crypto: CryptoPort): Uint8Array => crypto.randomBytes(SECRET_BYTES)

/** The id that two public keys certify. */
export async function teamIdOf(
  crypto: RelayCrypto,
  writerKey: Uint8Array,
  readerKey: Uint8Array,
): Promise<string> {
  const hash = await crypto.sha256(concatBytes(LABELS.team, writerKey, readerKey))
  return bytesToHex(hash.subarray(0, 16))
}

/** Derives the keys of the team that an invitation opens. */
export async function deriveTeamKeys(crypto: CryptoPort, invitation: Invitation): Promise<TeamKeys> {
  const writer =
    invitation.mode === 'edit'
      ? await crypto.signingKey(await crypto.hkdfSha256(invitation.editSecret, LABELS.writerSeed))
      : undefined
  const viewSecret =
    invitation.mode === 'edit'
      ? await crypto.hkdfSha256(invitation.editSecret, LABELS.viewSecret)
      : invitation.viewSecret
  const writerKey = invitation.mode === 'edit' ? writer?.publicKey : invitation.writerKey
  if (!writerKey) throw new Error('an edit invitation always gives a writer')
  const [contentRoot, readerSeed] = await Promise.all([
    crypto.hkdfSha256(viewSecret, LABELS.contentRoot),
    crypto.hkdfSha256(viewSecret, LABELS.readerSeed),
  ])
  const reader = await crypto.signingKey(readerSeed)
  const [team, writerVerifier, readerVerifier] = await Promise.all([
    teamIdOf(crypto, writerKey, reader.publicKey),
    crypto.verifyingKey(writerKey),
    crypto.verifyingKey(reader.publicKey),
  ])
  return {
    team,
    mode: invitation.mode,
    writerKey,
    readerKey: reader.publicKey,
    writer,
    reader,
    writerVerifier,
    readerVerifier,
    contentRoot,
    async documentId(name) {
      const mac = await crypto.hmacSha256(viewSecret, concatBytes(LABELS.document, encodeUtf8(name)))
      return bytesToHex(mac.subarray(0, 16))
    },
    invitations: {
      edit: invitation.mode === 'edit' ? invitation : undefined,
      view: { mode: 'view', viewSecret, writerKey },
    },
  }
}
