import open from 'open'
import type { Log } from '../core/log.ts'

/** False where there is no screen that a browser could appear on. */
export function canOpenBrowser(platform = process.platform, env = process.env): boolean {
  if (platform !== 'linux') return true
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'] || env['WSL_DISTRO_NAME'])
}

/** Opens the user's browser; that it cannot be opened is only worth a line in the log, as the address is printed too. */
export async function openBrowser(url: string, log: Log): Promise<void> {
  try {
    const browser = await open(url)
    browser.on('error', (error) => log.warn('the browser could not be opened', { error: error.message }))
  } catch (error) {
    log.warn('the browser could not be opened', { error: String(error) })
  }
}
