import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      // Property tests try hundreds of cases; a loaded machine takes long over them.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: 'tools/store-worker.ts',
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // The default of one second is too short for a browser on a loaded machine.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
