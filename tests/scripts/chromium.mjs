// Finds a Chromium for the browser tests, or installs one.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { run } from '../../sync-server/scripts/run.mjs'

const require = createRequire(import.meta.url)

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const PLACES = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

async function playwrightsOwn() {
  const { chromium } = await import(require.resolve('@playwright/test')).then((all) => all.default ?? all)
  return chromium.executablePath()
}

/** The path of a Chromium on this machine, or undefined. CHROME_PATH comes first. */
export async function findChromium() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const candidates = [process.env.CHROME_PATH, ...onPath, ...PLACES, await playwrightsOwn()]
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path))
}

const isRoot = () => process.getuid?.() === 0

/** Installs one with Playwright, or on Debian as root with apt-get. Rejects with a sentence where neither works. */
async function installChromium() {
  const playwright = join(require.resolve('@playwright/test/package.json'), '..', 'cli.js')
  const attempts = [[process.execPath, [playwright, 'install', 'chromium']]]
  if (isRoot() && existsSync('/usr/bin/apt-get'))
    attempts.push(
      ['apt-get', ['update', '-q']],
      ['apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']],
    )
  for (const [command, args] of attempts) {
    // The next way is tried whatever came of this one; what counts is whether a browser is there.
    await run(command, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } }).catch(() => undefined)
    const found = await findChromium()
    if (found) return found
  }
  throw new Error('No Chromium was found and none could be installed. Install one, or set CHROME_PATH to it.')
}

export const ensureChromium = async () => (await findChromium()) ?? (await installChromium())
