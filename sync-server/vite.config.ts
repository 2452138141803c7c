// Bundles the relay with the workspace's shared code; what it needs from npm stays outside, natives among it.
import { defineConfig } from 'vite'

export default defineConfig({
  ssr: { noExternal: true, external: ['lmdb', 'pino', 'prom-client', 'sirv', 'uqr', 'ws'] },
  build: { target: 'node20', sourcemap: true },
})
