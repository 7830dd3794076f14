import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { contentSecurityPolicy } from './src/main/web/content-security-policy.ts'

/** `open` declares a `__dirname` of its own, which the one that electron-vite adds to each chunk would collide with. */
const renameDirname = (): Plugin => ({
  name: 'rename-dirname',
  transform: {
    filter: { id: /node_modules[\\/]open[\\/]index\.js$/ },
    handler: (code) => ({ code: code.replaceAll('__dirname', 'openDirname'), map: null }),
  },
})

/** The built page carries its policy itself, as Electron loads it from a file, where no server could send a header. */
const policyInPage = (): Plugin => ({
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy }, injectTo: 'head-prepend' },
  ],
})

export default defineConfig({
  main: {
    plugins: [renameDirname()],
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
    plugins: [react(), policyInPage()],
    // The page comes from this machine: one file of a few MB loads faster than many small ones.
    build: { minify: true, chunkSizeWarningLimit: 4_000 },
  },
})
