import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { createCompression, deflateWhole } from './deflate'

const compression = createCompression()
const words = fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 60 }).map((parts) => {
  const all = parts.flatMap((part) => [...part, ...part])
  return Uint8Array.from(all)
})

it('gives back what it compressed, for the right size only', async () => {
  await fc.assert(
    fc.asyncProperty(words, async (bytes) => {
      const small = await compression.deflate(bytes)
      expect(await compression.inflate(small, bytes.length)).toEqual(bytes)
      expect(await compression.inflate(small, bytes.length + 1)).toBeUndefined()
      if (bytes.length > 0) expect(await compression.inflate(small, bytes.length - 1)).toBeUndefined()
    }),
  )
})
it('gives nothing, without a throw, for what is no deflate stream', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), fc.nat(1_000), async (noise, size) => {
      const out = await compression.inflate(noise, size)
      if (out) expect(out).toHaveLength(size)
    }),
    { numRuns: 1_000 },
  )
})
const large = Uint8Array.from({ length: 300_000 }, (_, index) => (index * index) % 251)

it('has what is large compressed beside, and does the rest itself', async () => {
  const beside = vi.fn(async (bytes: Uint8Array) => deflateWhole(bytes))
  const both = createCompression(beside)
  const small = await both.deflate(large)
  expect(small.length).toBeLessThan(large.length)
  expect(await both.inflate(small, large.length)).toEqual(large)
  expect(beside).toHaveBeenCalledOnce()
  await both.deflate(large.subarray(0, 10_000))
  expect(beside).toHaveBeenCalledOnce()
})
it('does it itself where nobody beside can', async () => {
  const alone = createCompression(() => Promise.reject(new Error('no worker')))
  expect(await alone.deflate(large)).toEqual(deflateWhole(large))
})
it('makes repetition small', async () => {
  expect((await compression.deflate(new Uint8Array(100_000).fill(65))).length).toBeLessThan(500)
})
