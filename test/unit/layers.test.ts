import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')

/** A tree of the same shape and with the same rules, so that the real one never holds a wrong file. */
const tree = mkdtempSync(join(tmpdir(), 'chargebench-layers-'))
afterAll(() => rmSync(tree, { recursive: true }))

const wrong: [file: string, imported: string][] = [
  ['src/shared/wrong.ts', 'node:fs'],
  ['src/shared/wrong.ts', '../main/core/workbench.ts'],
  ['src/shared/wrong.ts', 'react'],
  ['src/shared/ocpp/wrong.ts', 'electron'],
  ['src/main/core/wrong.ts', 'electron'],
  ['src/main/core/wrong.ts', 'better-sqlite3'],
  ['src/main/core/wrong.ts', 'ws'],
  ['src/main/core/wrong.ts', '../web/server.ts'],
  ['src/main/core/wrong.ts', '../electron/window.ts'],
  ['src/main/core/api/wrong.ts', '../../../renderer/App.tsx'],
  ['src/main/core/csms/wrong.ts', 'better-sqlite3'],
  ['src/main/core/csms/wrong.ts', '../../web/server.ts'],
  ['src/main/core/store/wrong.ts', 'ws'],
  ['src/main/web/wrong.ts', 'electron'],
  ['src/main/web/wrong.ts', 'better-sqlite3'],
  ['src/main/web/wrong.ts', '../electron/window.ts'],
  ['src/main/electron/wrong.ts', 'better-sqlite3'],
  ['src/main/electron/wrong.ts', 'ws'],
  ['src/main/electron/wrong.ts', '../web/server.ts'],
  ['src/main/serve.ts', 'electron'],
  ['src/preload/wrong.ts', '../shared/contract.ts'],
  ['src/preload/wrong.ts', 'ws'],
  ['src/renderer/wrong.tsx', 'electron'],
  ['src/renderer/features/wrong.tsx', '../../main/core/workbench.ts'],
  ['src/renderer/features/wrong.tsx', 'node:fs'],
]

const right: [file: string, imported: string][] = [
  ['src/main/core/store/right.ts', 'better-sqlite3'],
  ['src/main/core/csms/right.ts', 'ws'],
  ['src/main/core/simulator/right.ts', 'ws'],
  ['src/main/core/right.ts', '../../shared/contract.ts'],
  ['src/main/web/right.ts', 'ws'],
  ['src/main/web/right.ts', '../core/workbench.ts'],
  ['src/main/electron/right.ts', 'electron'],
  ['src/preload/right.ts', 'electron'],
  ['src/renderer/features/right.tsx', '../../shared/contract.ts'],
]

test('an import against the layers fails the lint, and one along them does not', () => {
  const refused = lint([...wrong, ...right])
  for (const [file, imported] of wrong) expect(refused, `${file} imports ${imported}`).toContain(`${file} ${imported}`)
  for (const [file, imported] of right) expect(refused, `${file} imports ${imported}`).not.toContain(`${file} ${imported}`)
})

/** `file import` of everything that the rule refuses. */
function lint(files: [file: string, imported: string][]): string[] {
  const sources = new Map<string, string[]>()
  for (const [file, imported] of files) sources.set(file, [...(sources.get(file) ?? []), imported])
  for (const [file, imports] of sources) {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), imports.map((imported) => `import '${imported}'\n`).join(''))
  }
  copyFileSync(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json'))
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], { cwd: tree, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[] }
  return diagnostics
    .filter(({ code }) => code.includes('no-restricted-imports'))
    .map(({ filename, labels }) => `${filename} ${sources.get(filename)?.[(labels[0]?.span.line ?? 0) - 1]}`)
}
