import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './browser';
import { ORIGIN, SESSION_FILE } from './installation';

/** Journeys of a signed-in person through a fresh installation with the demo catalog; see set-up.ts. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: 'results/artifacts',
  globalSetup: './set-up.ts',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  reporter: [['line']],
  timeout: 30_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: ORIGIN,
    browserName: 'chromium',
    headless: true,
    launchOptions: await chromiumOptions(),
    storageState: SESSION_FILE,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // `--trace retain-on-failure` tells more of a failure, but has every test record itself.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
