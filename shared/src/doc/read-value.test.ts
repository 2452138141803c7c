import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import type { Json } from '../kernel'
import { createValueReader, guardOf, INVALID } from './read-value'

const schemas = {
  string: v.pipe(v.string(), v.minLength(1), v.maxLength(3), v.regex(/^[a-z ]*$/)),
  trimmed: v.pipe(v.string(), v.trim(), v.maxLength(2)),
  number: v.pipe(v.number(), v.integer(), v.minValue(-2), v.maxValue(9)),
  safe: v.pipe(v.number(), v.safeInteger(), v.finite()),
  checked: v.pipe(
    v.number(),
    v.check((n) => n % 2 === 0),
    v.description('even'),
  ),
  literal: v.literal('a'),
  picklist: v.picklist(['a', 'b', 1]),
  nullable: v.nullable(v.boolean()),
  nullableWithDefault: v.nullable(v.string(), 'x'),
  array: v.pipe(v.array(v.string()), v.maxLength(2)),
  nonEmpty: v.pipe(v.array(v.number()), v.nonEmpty(), v.readonly()),
  object: v.object({
    a: v.string(),
    b: v.optional(v.number()),
    c: v.exactOptional(v.boolean()),
    d: v.nullish(v.string()),
  }),
  withDefault: v.object({ a: v.optional(v.string(), 'x') }),
  withFallback: v.object({ a: v.fallback(v.string(), 'x') }),
  strict: v.strictObject({ a: v.nullable(v.number()) }),
  loose: v.looseObject({ a: v.string() }) as v.GenericSchema<unknown, Json>,
  record: v.record(v.string(), v.number()),
  tuple: v.tuple([v.string(), v.number()]),
  union: v.union([v.string(), v.array(v.number()), v.strictObject({ a: v.number() })]),
  stripping: v.union([v.object({ a: v.string() }), v.object({ a: v.string(), b: v.number() })]),
  variant: v.variant('k', [
    v.object({ k: v.literal('one'), a: v.string() }),
    v.object({ k: v.literal('two'), b: v.optional(v.number()) }),
  ]),
  sameTag: v.variant('k', [
    v.object({ k: v.literal('one'), a: v.string() }),
    v.object({ k: v.literal('one'), a: v.string(), b: v.number() }),
  ]),
  custom: v.custom<string>((value) => typeof value === 'string' && value < 'm'),
  anything: v.any() as v.GenericSchema<unknown, Json>,
  throwing: v.pipe(
    v.string(),
    v.check(() => {
      throw new Error('from a schema')
    }),
  ),
}

type Schema = v.GenericSchema<unknown, Json>
// Optional members read as undefined, which Json's type leaves out.
const named = Object.entries(schemas) as unknown as [string, Schema][]

const leaf = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'one', 'two', ' a', 'long word', 0, 1, 2, -3, 1.5, null, true, false),
  fc.constantFrom<unknown>(Number.NaN, Number.POSITIVE_INFINITY, undefined, 10n, new Uint8Array(1)),
)
const key = fc.constantFrom('a', 'b', 'c', 'd', 'k', 'x', '__proto__', 'constructor')
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    // As the decoder of Yjs builds objects: a member named __proto__ becomes the prototype.
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((members) => {
      const decoded: Record<string, unknown> = {}
      for (const [name, member] of members) decoded[name] = member
      return decoded
    }),
  ),
}))

// Laws are tried on many cases, and a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 })

describe('reading a value', () => {
  it.each(named)('takes for valid only what valibot gives back as it is: %s', (_, schema) => {
    const guard = guardOf(schema as unknown as Parameters<typeof guardOf>[0])
    fc.assert(
      fc.property(anyValue, (value) => {
        const isTaken = () => {
          try {
            return guard(value)
          } catch {
            return false
          }
        }
        if (!isTaken()) return
        const result = v.safeParse(schema, value)
        expect(result.success).toBe(true)
        expect(result.output).toEqual(value)
      }),
    )
  })

  it.each(named)('gives what valibot gives for clean JSON: %s', (name, schema) => {
    if (name === 'throwing') return
    const read = createValueReader(schema)
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'))
        const result = v.safeParse(schema, value)
        expect(read(value)).toEqual(result.success ? result.output : INVALID)
      }),
    )
  })

  it('never throws and never gives what is not JSON', () => {
    fc.assert(
      fc.property(anyValue, fc.constantFrom(...named.map(([, schema]) => schema)), (value, schema) => {
        const read = createValueReader(schema)(value)
        if (read !== INVALID && read !== undefined) {
          expect(JSON.parse(JSON.stringify(read))).toEqual(read)
        }
      }),
    )
  })

  it('gives a valid object by reference', () => {
    const value = { a: 'x' }
    expect(createValueReader(v.object({ a: v.string() }))(value)).toBe(value)
  })

  it('does not read through a prototype that came out of data', () => {
    const decoded: Record<string, unknown> = {}
    decoded.__proto__ = { a: 'inherited' }
    expect(createValueReader(v.object({ a: v.string() }))(decoded)).toBe(INVALID)
  })

  it('refuses what is nested too deep instead of exhausting the stack', () => {
    let deep: unknown = 1
    for (let i = 0; i < 100_000; i++) deep = [deep]
    expect(createValueReader(v.any() as v.GenericSchema<unknown, Json>)(deep)).toBe(INVALID)
  })
})
