import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the platform keeps a user's application data. Every host uses the same folder, so that none loses what another recorded. */
export function defaultDataDir(platform = process.platform, env = process.env): string {
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Chargebench', 'data')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Chargebench', 'data')
    default:
      return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'chargebench')
  }
}
