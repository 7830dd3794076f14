import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const installed: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** A Chromium for the tests: the one that CHROMIUM_PATH names, else Playwright's own, else the system's. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env['CHROMIUM_PATH']
  if (named && existsSync(named)) return named
  // Loaded only when it is needed: it takes a while.
  const { chromium } = await import('playwright')
  return [chromium.executablePath(), ...(installed[process.platform] ?? [])].find((path) => existsSync(path))
}

/** Makes Chromium run as root and in a container, quietly, and without a word to the internet. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
]

/** Finds a Chromium, and installs Debian's where we may; undefined where there is none in the end. */
export async function ensureChromium(): Promise<string | undefined> {
  const found = await findChromium()
  if (found || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found
  process.stderr.write('Installing Chromium for the tests…\n')
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  return findChromium()
}
