// Pictures as a camera makes them: a JPEG with words and the place it was taken at in its Exif block.
import type { Page } from '@playwright/test'

/** What stands in the photo's description and maker's fields, to be looked for afterwards. */
export const PLACE_WORDS = 'Taken at Brackwater yard gate 7'

const SHORT = 3
const ASCII = 2
const LONG = 4
const RATIONAL = 5

/** One directory of a TIFF block, its values behind it; `at` is its own offset. */
function directory(
  at: number,
  entries: readonly { tag: number; type: number; count: number; value: Buffer }[],
): Buffer {
  const head = Buffer.alloc(2 + 12 * entries.length + 4)
  const values: Buffer[] = []
  let end = at + head.length
  head.writeUInt16LE(entries.length, 0)
  entries.forEach(({ tag, type, count, value }, index) => {
    const place = 2 + 12 * index
    head.writeUInt16LE(tag, place)
    head.writeUInt16LE(type, place + 2)
    head.writeUInt32LE(count, place + 4)
    if (value.length <= 4) value.copy(head, place + 8)
    else {
      head.writeUInt32LE(end, place + 8)
      values.push(value)
      end += value.length
    }
  })
  return Buffer.concat([head, ...values])
}

function rationals(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * numbers.length)
  numbers.forEach((number, index) => {
    bytes.writeUInt32LE(Math.round(number * 100), 8 * index)
    bytes.writeUInt32LE(100, 8 * index + 4)
  })
  return bytes
}
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const ascii = (words: string): Buffer => Buffer.from(`${words}\0`)

/** An APP1 segment: turned by a quarter (orientation 6), with latitude and longitude. */
function exifSegment(): Buffer {
  const words = ascii(PLACE_WORDS)
  const orientation = Buffer.from([6, 0, 0, 0])
  const first = (gps: number) =>
    directory(8, [
      { tag: 0x010e, type: ASCII, count: words.length, value: words },
      { tag: 0x0112, type: SHORT, count: 1, value: orientation },
      { tag: 0x8825, type: LONG, count: 1, value: u32(gps) },
    ])
  const gpsAt = 8 + first(0).length
  const gps = directory(gpsAt, [
    { tag: 1, type: ASCII, count: 2, value: ascii('N') },
    { tag: 2, type: RATIONAL, count: 3, value: rationals(52, 31, 12.34) },
    { tag: 3, type: ASCII, count: 2, value: ascii('E') },
    { tag: 4, type: RATIONAL, count: 3, value: rationals(13, 24, 36.5) },
  ])
  const tiff = Buffer.concat([Buffer.from('II*\0'), u32(8), first(gpsAt), gps])
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** A noisy photo of these edges as the camera stores it, lying on its side, with place data. */
export async function takePhoto(page: Page, width: number, height: number): Promise<Buffer> {
  const plain = await page.evaluate(
    async ([w, h]) => {
      const canvas = new OffscreenCanvas(w, h)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      for (let y = 0; y < h; y += 40)
        for (let x = 0; x < w; x += 40) {
          context.fillStyle = `hsl(${(x * 7 + y * 13) % 360} 60% ${30 + ((x * y) % 50)}%)`
          context.fillRect(x, y, 40, 40)
        }
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())
      let text = ''
      for (const byte of bytes) text += String.fromCharCode(byte)
      return btoa(text)
    },
    [width, height] as const,
  )
  const jpeg = Buffer.from(plain, 'base64')
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(), jpeg.subarray(2)])
}
