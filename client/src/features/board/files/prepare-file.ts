// What becomes of a chosen file before it is sealed: photos are made small and clean, other files go as they are.
import { ok, refused } from '@yokoten/shared/kernel'
import type { Result } from '@yokoten/shared/kernel'
import type { ShrunkPhoto } from './shrink-photo'

export interface PreparedFile {
  readonly bytes: Uint8Array
  readonly name: string
  readonly type: string
  readonly edges?: { readonly width: number; readonly height: number }
}

export type PrepareRefused =
  | { readonly reason: 'too-large'; readonly name: string; readonly size: number; readonly limit: number }
  /** Sent as it is, it would tell where it was taken. */
  | { readonly reason: 'photo-unreadable' | 'unreadable' | 'empty'; readonly name: string }

const PHOTO_ENDING = /\.(jpe?g|png|gif|webp|avif|bmp|tiff?|hei[cf])$/i
const PICTURE_ENDING = /\.[a-z0-9]{1,5}$/i

/** Pictures made of points. Drawings (SVG) are no photos: they can hold script, so they are files to be saved. */
export const isPhoto = ({ name, type }: { readonly name: string; readonly type: string }): boolean =>
  type === '' ? PHOTO_ENDING.test(name) : type.startsWith('image/') && !type.startsWith('image/svg')

/** Types that are shown as pictures; anything else is only ever saved, whatever it says it is. */
const SHOWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])
export const isShown = (type: string): boolean => SHOWN.has(type)

/** `shrink` gives undefined for a picture that cannot be read. */
export async function prepareFile(
  file: File,
  limit: number,
  shrink: (photo: Blob) => Promise<ShrunkPhoto | undefined>,
): Promise<Result<PreparedFile, PrepareRefused>> {
  const { name, type, size } = file
  if (size === 0) return refused({ reason: 'empty', name })
  if (isPhoto(file)) {
    const small = await shrink(file)
    if (!small) return refused({ reason: 'photo-unreadable', name })
    if (small.bytes.length > limit)
      return refused({ reason: 'too-large', name, size: small.bytes.length, limit })
    const { bytes, width, height } = small
    const renamed = `${name.replace(PICTURE_ENDING, '')}.jpg`
    return ok({ bytes, name: renamed, type: small.type, edges: { width, height } })
  }
  if (size > limit) return refused({ reason: 'too-large', name, size, limit })
  try {
    return ok({ bytes: new Uint8Array(await file.arrayBuffer()), name, type })
  } catch {
    // It was moved, or its drive taken away, after it was chosen.
    return refused({ reason: 'unreadable', name })
  }
}
