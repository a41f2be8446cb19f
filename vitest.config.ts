import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// Tests read the sources; WX_TEST_DIST=1 runs the same tests against what is built, as CI does once.
const conditions =
  process.env['WX_TEST_DIST'] === '1' ? [...defaultServerConditions] : ['@wx/source', ...defaultServerConditions]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'tools/**/*.test.ts'],
    typecheck: {
      enabled: true,
      include: ['packages/*/src/**/*.test-d.ts'],
      tsconfig: './tsconfig.tests.json',
    },
    testTimeout: 20_000,
  },
})
