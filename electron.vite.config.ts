import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      // Only what cannot be bundled stays outside: see docs/adr/0002.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'src/main/index.ts', serve: 'src/main/serve.ts' },
        external: ['electron', 'better-sqlite3', 'bufferutil', 'utf-8-validate'],
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    plugins: [react()],
  },
})
