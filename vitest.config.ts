// Unit and property tests: what runs on Node, and the screens in jsdom. Windows of the whole app are playwright.config.ts.
import { existsSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const screenSetup = './test/renderer/setup.ts'

export default defineConfig({
  test: {
    maxWorkers: 2,
    // A test that asserts nothing is a mistake.
    expect: { requireAssertions: true },
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{shared,main,rules,standin}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: existsSync(screenSetup) ? [screenSetup] : [],
          testTimeout: 20_000,
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
})
