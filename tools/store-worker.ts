import { dirname } from 'node:path'
import { build } from 'vite'
import { root, storeWorkerFile } from './build.ts'

/**
 * Bundles `storeWorkerFile` anew, in a fraction of a second. Node can run TypeScript in a worker thread by itself, but its
 * type stripper is WebAssembly, and V8 aborts now and then when several threads of one process compile that.
 */
export async function buildStoreWorker(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'src/main/core/store/worker.ts',
      outDir: dirname(storeWorkerFile),
      emptyOutDir: true,
      rollupOptions: { external: ['better-sqlite3'] },
    },
    ssr: { noExternal: true },
  })
}

/** vitest calls it once before the tests of a project. */
export default buildStoreWorker
