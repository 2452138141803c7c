import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deflate } from './deflate'

const words = fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 60 }).map((parts) => {
  const all = parts.flatMap((part) => [...part, ...part])
  return Uint8Array.from(all)
})

it('gives back what it compressed, for the right size only', async () => {
  await fc.assert(
    fc.asyncProperty(words, async (bytes) => {
      const small = await deflate.deflate(bytes)
      expect(await deflate.inflate(small, bytes.length)).toEqual(bytes)
      expect(await deflate.inflate(small, bytes.length + 1)).toBeUndefined()
      if (bytes.length > 0) expect(await deflate.inflate(small, bytes.length - 1)).toBeUndefined()
    }),
  )
})
it('gives nothing, without a throw, for what is no deflate stream', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), fc.nat(1_000), async (noise, size) => {
      const out = await deflate.inflate(noise, size)
      if (out) expect(out).toHaveLength(size)
    }),
    { numRuns: 1_000 },
  )
})
it('gives back what is large, which the platform compressed', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * index) % 251)
  const small = await deflate.deflate(bytes)
  expect(small.length).toBeLessThan(bytes.length)
  expect(await deflate.inflate(small, bytes.length)).toEqual(bytes)
})
it('makes repetition small', async () => {
  expect((await deflate.deflate(new Uint8Array(100_000).fill(65))).length).toBeLessThan(500)
})
