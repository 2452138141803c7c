// One test run, one project a package: unit tests beside the files, what crosses packages in tests/.
import { defineConfig } from 'vitest/config'

/** Processes, sockets and property tests on a busy machine: a test that hangs still ends, none ends for being slow. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patience,
          name: 'shared',
          root: 'shared',
          include: ['src/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: './client/vite.config.ts',
        test: {
          ...patience,
          name: 'client',
          root: 'client',
          include: ['src/**/*.test.{ts,tsx}'],
          environment: 'node',
        },
      },
      {
        test: {
          ...patience,
          name: 'sync-server',
          root: 'sync-server',
          include: ['src/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          ...patience,
          name: 'tests',
          root: 'tests',
          include: ['{convergence,contracts,relay}/**/*.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
})
