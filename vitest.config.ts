// One test run, one project a package: unit tests beside the files, what crosses packages in tests/.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'shared', root: 'shared', include: ['src/**/*.test.ts'], environment: 'node' } },
      {
        extends: './client/vite.config.ts',
        test: { name: 'client', root: 'client', include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
      },
      {
        test: {
          name: 'sync-server',
          root: 'sync-server',
          include: ['src/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'tests',
          root: 'tests',
          include: ['{convergence,contracts,relay}/**/*.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
})
