// Composition root: configuration in, a server out, signals obeyed.
import { lanAddresses, startLines } from './addresses'
import { readConfig } from './config'
import { StartRefused, serve } from './serve'

const say = (text: string) => process.stdout.write(`${text}\n`)
const complain = (text: string) => {
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
}

async function start() {
  const read = readConfig(process.argv.slice(2), process.env)
  if (read.kind === 'help') return say(read.text)
  if (read.kind === 'wrong') return complain(read.sentence)
  const { config } = read
  const served = await serve(config)
  const isLocal = config.host !== undefined && /^(localhost|127\.|::1)/.test(config.host)
  if (config.filesDir === undefined) say(`The relay listens on port ${served.port}.`)
  else say(startLines(served.port, isLocal ? [] : lanAddresses(), process.stdout.isTTY))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void served.stop().then(() => process.exit(0)))
}

start().catch((error: unknown) => {
  if (!(error instanceof StartRefused)) throw error
  complain(error.message)
})
