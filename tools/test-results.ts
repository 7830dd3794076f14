import { existsSync, readFileSync } from 'node:fs'

export interface Tally {
  suite: string
  passed: number
  failed: number
  skipped: number
}

interface VitestReport {
  testResults: { name: string; status: string; assertionResults: { status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' }[] }[]
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[]
  specs?: { tests: { projectName: string; status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[] }[]
}
interface PlaywrightReport {
  config: { projects: { name: string }[] }
  suites: PlaywrightSuite[]
}

/** Counts vitest's results by the folder of `test/` that a file is in. A file that could not be run at all is a failure. */
export function readVitest(file: string, folders: string[]): Tally[] {
  const files = (read(file) as VitestReport | undefined)?.testResults ?? []
  return folders.map((suite) => {
    const tally: Tally = { suite, passed: 0, failed: 0, skipped: 0 }
    for (const { name, status, assertionResults } of files) {
      if (!name.replaceAll('\\', '/').includes(`/test/${suite}/`)) continue
      if (status === 'failed' && !assertionResults.some((result) => result.status === 'failed')) tally.failed++
      for (const result of assertionResults) {
        if (result.status === 'passed' || result.status === 'failed') tally[result.status]++
        else tally.skipped++
      }
    }
    return tally
  })
}

/** Counts Playwright's results by project, that is, by host. What passed only when tried again has not passed. */
export function readPlaywright(file: string): Tally[] {
  const report = read(file) as PlaywrightReport | undefined
  if (!report) return [{ suite: 'e2e', passed: 0, failed: 0, skipped: 0 }]
  const tests = report.suites.flatMap(testsOf)
  return report.config.projects.map(({ name }) => {
    const statuses = tests.filter(({ projectName }) => projectName === name).map(({ status }) => status)
    return {
      suite: `e2e in ${name}`,
      passed: statuses.filter((status) => status === 'expected').length,
      failed: statuses.filter((status) => status === 'unexpected' || status === 'flaky').length,
      skipped: statuses.filter((status) => status === 'skipped').length,
    }
  })
}

function testsOf({ suites = [], specs = [] }: PlaywrightSuite): { projectName: string; status: string }[] {
  return [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(testsOf)]
}

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
