import { type Session, type WebContents, type WebPreferences, shell } from 'electron'

/** The only web preferences that a window of this app ever has. */
export const hardenedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
} as const satisfies WebPreferences

/** The page stays where it was loaded; a link to the web opens in the user's browser. */
export function keepOnPage(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    // Where the system has no browser, nothing opens.
    if (isWebLink(url)) shell.openExternal(url).catch(() => null)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    // A page may load itself again, as it does while developing.
    if (withoutHash(event.url) !== withoutHash(contents.getURL())) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

const copying = 'clipboard-sanitized-write'

/** The page needs no camera, location or notification, and so gets none; its copy buttons write to the clipboard. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === copying))
  session.setPermissionCheckHandler((_contents, permission) => permission === copying)
}

function isWebLink(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:'
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, '')
}
