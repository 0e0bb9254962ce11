// End-to-end specs: the built app in the stand-in for Electron, or in the real one with E2E_ELECTRON=real. Build first.
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  testIgnore: process.env['E2E_ELECTRON'] === 'real' ? 'standin.spec.ts' : [],
  globalSetup: './test/e2e/support/one-temporary-folder.ts',
  outputDir: 'node_modules/.cache/playwright',
  workers: 2,
  retries: 0,
  timeout: 120_000,
  // A busy machine answers late. What has to come soon says so in its spec.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
})
