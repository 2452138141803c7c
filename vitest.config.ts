// One test run, one project a package: unit tests beside the files, what crosses packages in tests/.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const laws = fileURLToPath(new URL('./tests/support/laws.ts', import.meta.url))

/** Processes, sockets and property tests on a busy machine: a test that hangs still ends, none ends for being slow. */
const common = { testTimeout: 120_000, hookTimeout: 120_000, setupFiles: [laws] }

export default defineConfig({
  test: {
    // By itself vitest leaves one core free, which on two cores is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...common,
          // Pure code keeps nothing between files, so each need not load all of it anew.
          isolate: false,
          name: 'shared',
          root: 'shared',
          include: ['src/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: './client/vite.config.ts',
        test: {
          ...common,
          setupFiles: [laws, 'src/react/test-support/patience.ts', 'src/text/rooms.ts'],
          name: 'client',
          root: 'client',
          include: ['src/**/*.test.{ts,tsx}'],
          environment: 'node',
        },
      },
      {
        test: {
          ...common,
          name: 'sync-server',
          root: 'sync-server',
          include: ['src/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          ...common,
          name: 'tests',
          root: 'tests',
          include: ['{convergence,contracts,relay}/**/*.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
})
