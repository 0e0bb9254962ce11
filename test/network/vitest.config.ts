// `npm run test:network`: offices made of network namespaces, too slow for every day. One after the other, because their times are measured.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/network/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    expect: { requireAssertions: true },
  },
})
