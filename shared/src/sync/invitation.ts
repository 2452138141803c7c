// Invitations as text: the secret of a team, or of its readers, in a link's fragment with a checksum.
import { ok, refused } from '../kernel/result'
import type { Result } from '../kernel/result'
import { concatBytes, equalBytes } from './bytes'

export const SECRET_BYTES = 32

/** What a link hands over. Whoever has it is a member, or a reader. */
export type Invitation =
  | { readonly mode: 'edit'; readonly editSecret: Uint8Array }
  | { readonly mode: 'view'; readonly viewSecret: Uint8Array; readonly writerKey: Uint8Array }

/** `not-an-invitation`: nothing in the text looks like one. `damaged`: it is cut short or mistyped. */
export type InvitationRefused = { readonly reason: 'not-an-invitation' | 'damaged' }

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 6; bits -= 6) text += ALPHABET[(held >>> (bits - 6)) & 63]
    held &= 0xff
  }
  return bits > 0 ? text + ALPHABET[(held << (6 - bits)) & 63] : text
}

/** Undefined for foreign characters and where the unused bits of the last character are not zero. */
function fromBase64Url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let at = 0
  let bits = 0
  let held = 0
  for (const character of text) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return undefined
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = held >>> bits
      held &= (1 << bits) - 1
    }
  }
  return held === 0 ? bytes : undefined
}

const CHECK_BYTES = 4

/** CRC-32 (IEEE 802.3) of the kind and the payload: finds every mistyped character, protects from nobody. */
function checksum(kind: string, payload: Uint8Array): Uint8Array {
  let crc = 0xffffffff
  for (const byte of [kind.charCodeAt(0), ...payload]) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  crc = ~crc
  return Uint8Array.of(crc >>> 24, crc >>> 16, crc >>> 8, crc)
}

/** The fragment of a link, `#` included. */
export function formatInvitation(invitation: Invitation): string {
  if (invitation.mode === 'edit') {
    const secret = invitation.editSecret
    return `#e.${toBase64Url(concatBytes(secret, checksum('e', secret)))}`
  }
  const { viewSecret, writerKey } = invitation
  const check = checksum('v', concatBytes(viewSecret, writerKey))
  return `#v.${toBase64Url(viewSecret)}.${toBase64Url(concatBytes(writerKey, check))}`
}

const SECRET_CHARS = 43
const CHECKED_CHARS = 48

/** The payload whose checksum fits, without the checksum. */
function checked(kind: string, before: Uint8Array, last: Uint8Array): Uint8Array | undefined {
  const payload = last.subarray(0, SECRET_BYTES)
  const sum = checksum(kind, concatBytes(before, payload))
  return equalBytes(sum, last.subarray(SECRET_BYTES, SECRET_BYTES + CHECK_BYTES)) ? payload : undefined
}

function parseAt(kind: string, text: string): Invitation | undefined {
  if (kind === 'e') {
    const bytes = text.length >= CHECKED_CHARS ? fromBase64Url(text.slice(0, CHECKED_CHARS)) : undefined
    const editSecret = bytes && checked(kind, new Uint8Array(0), bytes)
    return editSecret && { mode: 'edit', editSecret: editSecret.slice() }
  }
  const end = SECRET_CHARS + 1 + CHECKED_CHARS
  if (text.length < end || text[SECRET_CHARS] !== '.') return undefined
  const viewSecret = fromBase64Url(text.slice(0, SECRET_CHARS))
  const rest = fromBase64Url(text.slice(SECRET_CHARS + 1, end))
  const writerKey = viewSecret && rest && checked(kind, viewSecret, rest)
  return writerKey && { mode: 'view', viewSecret, writerKey: writerKey.slice() }
}

/** Longer texts are not searched for an invitation. */
const MAX_TEXT = 20_000
/** Characters looked at behind a marker: an invitation that a mail broke into lines. */
const MAX_SPREAD = 400

/**
 * Finds the invitation in a link, a fragment, or a pasted text with words and white space around or inside it.
 * The checksum decides: the first marker whose characters fit is taken.
 */
export function parseInvitation(text: string): Result<Invitation, InvitationRefused> {
  if (text.length > MAX_TEXT) return refused({ reason: 'not-an-invitation' })
  const trimmed = text.trim()
  const markers = [...trimmed.matchAll(/#([ev])\./g)]
  // Without a link around it a short `e.` is a word, such as the one in "e.g.".
  if (markers.length === 0) markers.push(...trimmed.matchAll(/^([ev])\.(?=[\w-]{20})/g))
  if (markers.length === 0) return refused({ reason: 'not-an-invitation' })
  for (const marker of markers) {
    const start = marker.index + marker[0].length
    const characters = trimmed.slice(start, start + MAX_SPREAD).replace(/\s+/g, '')
    const invitation = parseAt(marker[1] ?? '', characters)
    if (invitation) return ok(invitation)
  }
  return refused({ reason: 'damaged' })
}
