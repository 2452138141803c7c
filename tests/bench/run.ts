// `pnpm bench [room]`: one JSON line a figure on standard output; aims are printed beside the figures, not enforced.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { app } from './app'
import { board } from './board'
import type { Bench } from './figure'

setFlagsFromString('--expose-gc')
globalThis.gc ??= runInNewContext('gc') as NodeJS.GCFunction

const rooms = new Map<string, Bench>([
  ['board', board],
  ['app', app],
])

const asked = process.argv.slice(2).filter((word) => word !== '--')
const unknown = asked.filter((room) => !rooms.has(room))
if (unknown.length > 0) {
  process.stderr.write(`No bench for ${unknown.join(', ')}; there are: ${[...rooms.keys()].join(', ')}\n`)
  process.exitCode = 1
} else {
  for (const [room, bench] of rooms) {
    if (asked.length > 0 && !asked.includes(room)) continue
    for await (const result of bench()) {
      if ('skipped' in result) process.stderr.write(`${result.skipped}\n`)
      else process.stdout.write(`${JSON.stringify(result)}\n`)
    }
  }
}
