// Installs the packages when, and only when, what they are made from differs from the last install that succeeded.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.mjs'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const PNPM = 'pnpm@12.21.0'
const OLDEST_NODE = [20, 19]
// The stamp lies inside node_modules, so that it goes when the packages go. The folder alone proves nothing: it is
// there after a failed install too.
const stampFile = join(root, 'node_modules', '.cache', 'yokoten', 'installed')

/** The sentence to show where this Node is too old, or undefined. */
export function nodeTooOld(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined
  return `Yokoten needs Node ${OLDEST_NODE.join('.')} or later; this is Node ${version}. A current one is at https://nodejs.org.`
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, name)))
  return hash.update(`${process.version} ${process.platform} ${process.arch}`).digest('hex')
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Installs where needed. Needs only Node and npm. Rejects with the output of an install that failed. */
export async function ensureInstalled() {
  const wanted = fingerprint()
  if (read(stampFile) === wanted) return
  console.log('Installing packages…')
  await run(
    'npx',
    ['--yes', PNPM, 'install', '--frozen-lockfile', '--prefer-offline', '--config.confirmModulesPurge=false'],
    { cwd: root, env: { CI: 'true' }, shell: process.platform === 'win32' },
  )
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, wanted)
}
