// `npm start`: on a machine with only Node and npm it installs, builds and serves the app and its relay on one port.
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled, nodeTooOld } from './ensure-installed.mjs'

const tooOld = nodeTooOld()
if (tooOld) {
  console.error(tooOld)
  process.exit(1)
}
try {
  await ensureInstalled()
  await ensureBuilt()
} catch (error) {
  if (error.output) console.error(error.output)
  console.error(error.message)
  process.exit(1)
}
process.env.NODE_ENV ??= 'production'
// In this process, so that signals reach the relay as they are. Built a moment ago, so its address is made here.
await import(new URL('../dist/main.js', import.meta.url).href)
