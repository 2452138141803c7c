// The built app: how much script a device loads before the first screen can show.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Bench } from './figure'
import { lower } from './figure'

const DIST = join(import.meta.dirname, '../../client/dist')

/** Paths of the scripts that a page names itself: modules and what it asks to load ahead of them. */
function initialScripts(html: string): string[] {
  const paths = new Set<string>()
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/giu)) {
    const isScript = /^<script/iu.test(tag) && /\btype\s*=\s*["']?module/iu.test(tag)
    const isPreload = /\brel\s*=\s*["']?modulepreload/iu.test(tag)
    const path = /\b(?:src|href)\s*=\s*["']?([^"'\s>]+)/iu.exec(tag)?.[1]
    if ((isScript || isPreload) && path) paths.add(path)
  }
  return [...paths]
}

export async function* app(): ReturnType<Bench> {
  const page = join(DIST, 'index.html')
  if (!existsSync(page)) {
    yield { skipped: 'app.initial-script: client/dist is not there, run pnpm build' }
    return
  }
  // Vite names every script that the entry imports, directly or not, as a modulepreload of the page.
  const bytes = initialScripts(readFileSync(page, 'utf8'))
    .map((path) => gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0)
  yield lower('app.initial-script', bytes / 1000, 'kB gzip', 170)
}
