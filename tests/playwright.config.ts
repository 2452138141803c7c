// Browser tests: the built app in a real Chromium, served by the real relay that each test starts for itself.
import { defineConfig } from '@playwright/test'

const chromium = process.env.CHROME_PATH

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../node_modules/.cache/yokoten/browser-tests',
  fullyParallel: true,
  workers: 2,
  // On a build machine a second try; what needed it is listed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    // Each new device would load the whole app once more; tests that go offline allow it.
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Tracing every test would take a good part of the run's time.
    trace: 'on-first-retry',
    launchOptions: {
      ...(chromium !== undefined && { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A name that is not localhost, for pages that are not in a secure context.
        '--host-resolver-rules=MAP workshop.test 127.0.0.1',
      ],
    },
  },
})
