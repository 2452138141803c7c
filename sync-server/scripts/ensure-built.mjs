// Builds the client and the relay when, and only when, their sources differ from the last build that succeeded.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { root } from './ensure-installed.mjs'
import { run } from './run.mjs'

const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
const parts = [
  {
    name: 'client',
    sources: ['client', 'shared', 'pnpm-lock.yaml', 'tsconfig.base.json'],
    result: 'client/dist/index.html',
    args: ['build'],
  },
  {
    name: 'sync-server',
    sources: ['sync-server', 'shared', 'pnpm-lock.yaml', 'tsconfig.base.json'],
    result: 'sync-server/dist/main.js',
    args: ['build', '--ssr', 'src/main.ts'],
  },
]
const notSource = (name) =>
  ['node_modules', 'dist', 'dev-dist', 'scripts'].includes(name) || /\.test\.tsx?$/.test(name)

function addTo(hash, path) {
  if (!existsSync(join(root, path))) return
  if (!statSync(join(root, path)).isDirectory()) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
    return
  }
  for (const name of readdirSync(join(root, path)).sort())
    if (!notSource(name)) addTo(hash, `${path}/${name}`)
}

const stampFile = (part) => join(root, 'node_modules', '.cache', 'yokoten', `built-${part.name}`)

/** Puts a .br and a .gz beside each text file of a build, which the relay then serves as they are. */
async function compress(folder) {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|html|json|svg|webmanifest|wasm)$/.test(entry.name)) continue
    const file = join(entry.parentPath ?? entry.path, entry.name)
    const bytes = readFileSync(file)
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, quality))
    writeFileSync(`${file}.gz`, await promisify(gzip)(bytes))
  }
}

/** Builds what is out of date. Rejects with the output of a build that failed. */
export async function ensureBuilt() {
  for (const part of parts) {
    const hash = createHash('sha256').update(process.version)
    for (const path of part.sources) addTo(hash, path)
    const wanted = hash.digest('hex')
    const stamp = stampFile(part)
    if (existsSync(join(root, part.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
      continue
    }
    console.log(`Building ${part.name}…`)
    await run(process.execPath, [vite, ...part.args], {
      cwd: join(root, part.name),
      env: { NODE_ENV: 'production' },
    })
    if (part.name === 'client') await compress(join(root, 'client', 'dist'))
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, wanted)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt()
