// The app's build: React, texts, the installable app, and in development the way to the relay.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import packageFile from './package.json' with { type: 'json' }
import { webManifest } from './web-manifest.ts'

const client = import.meta.dirname
const relay = process.env.RELAY_URL ?? `http://localhost:${process.env.PORT ?? 8787}`

/** The same sources give the same version: no clock, no commit, so that a rebuild is no update. */
function sourceHash(): string {
  const hash = createHash('sha256')
  for (const folder of ['src', '../shared/src', 'public']) {
    const root = join(client, folder)
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 8)
}

export default defineConfig(({ command }) => ({
  root: client,
  define: {
    __APP_VERSION__: JSON.stringify(
      `${packageFile.version}+${command === 'build' ? sourceHash() : 'development'}`,
    ),
  },
  plugins: [
    react(),
    lingui({ configPath: `${client}/lingui.config.js` }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/pwa',
      filename: 'sw.ts',
      injectRegister: false,
      registerType: 'prompt',
      manifest: webManifest,
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest}'],
        maximumFileSizeToCacheInBytes: 6_000_000,
      },
    }),
  ],
  server: {
    proxy: {
      '/sync': { target: relay, ws: true },
      '/blobs': { target: relay },
      '/health': { target: relay },
    },
  },
}))
