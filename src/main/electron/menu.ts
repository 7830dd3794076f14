import { Menu, type MenuItemConstructorOptions } from 'electron'

/** The menus that each platform expects, from roles only: what they say and do is the system's. */
export function setMenu(): void {
  const items: MenuItemConstructorOptions[] = [
    { role: 'fileMenu' },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'reload' },
        { role: 'toggleDevTools' },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ]
  if (process.platform === 'darwin') items.unshift({ role: 'appMenu' })
  Menu.setApplicationMenu(Menu.buildFromTemplate(items))
}
