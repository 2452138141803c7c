import { describe, expect, it, vi } from 'vitest'
import { isPhoto, isShown, prepareFile } from './prepare-file'
import { fitEdges } from './shrink-photo'

const LIMIT = 1_000
const file = (name: string, type: string, size = 10) => new File([new Uint8Array(size)], name, { type })
const small = { bytes: new Uint8Array(50), type: 'image/jpeg', width: 4, height: 3 }
const shrinks = async () => small
const cannot = async () => undefined

describe('a chosen file', () => {
  it('is shrunk where it is a photo, however large, and named for what it became', async () => {
    expect(await prepareFile(file('IMG_1.HEIC', '', 9_999), LIMIT, shrinks)).toEqual({
      ok: true,
      value: { bytes: small.bytes, name: 'IMG_1.jpg', type: 'image/jpeg', edges: { width: 4, height: 3 } },
    })
  })
  it('is refused where a photo cannot be read: as it is, it would tell where it was taken', async () => {
    expect(await prepareFile(file('a.heic', 'image/heic'), LIMIT, cannot)).toEqual({
      ok: false,
      error: { reason: 'photo-unreadable', name: 'a.heic' },
    })
  })
  it('goes as it is where it is no photo', async () => {
    const shrink = vi.fn(shrinks)
    const taken = await prepareFile(file('plan.pdf', 'application/pdf', LIMIT), LIMIT, shrink)
    expect(taken).toMatchObject({ ok: true, value: { name: 'plan.pdf', type: 'application/pdf' } })
    expect(shrink).not.toHaveBeenCalled()
  })
  it('is refused beyond the limit, with its size', async () => {
    expect(await prepareFile(file('film.mp4', 'video/mp4', LIMIT + 1), LIMIT, shrinks)).toEqual({
      ok: false,
      error: { reason: 'too-large', name: 'film.mp4', size: LIMIT + 1, limit: LIMIT },
    })
  })
  it('is refused where there is nothing in it, or it cannot be read any more', async () => {
    expect(await prepareFile(file('a.txt', 'text/plain', 0), LIMIT, shrinks)).toMatchObject({
      error: { reason: 'empty' },
    })
    const gone = file('a.txt', 'text/plain')
    gone.arrayBuffer = () => Promise.reject(new Error('gone'))
    expect(await prepareFile(gone, LIMIT, shrinks)).toMatchObject({ error: { reason: 'unreadable' } })
  })
  it('is never shown as a picture where it could hold script, nor taken for a photo', () => {
    expect(isPhoto({ name: 'a.svg', type: 'image/svg+xml' })).toBe(false)
    for (const type of ['image/svg+xml', 'text/html', 'application/pdf', 'image/x-icon', ''])
      expect(isShown(type)).toBe(false)
    expect(isShown('image/jpeg')).toBe(true)
  })
  it('a photo is scaled down to its longest edge, and never up', () => {
    expect(fitEdges(4_000, 3_000, 1_000)).toEqual({ width: 1_000, height: 750 })
    expect(fitEdges(300, 400, 1_000)).toEqual({ width: 300, height: 400 })
    expect(fitEdges(100_000, 2, 1_000)).toEqual({ width: 1_000, height: 1 })
  })
})
