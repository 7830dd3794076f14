import { Outlet } from '@tanstack/react-router'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { KeyList } from './KeyList.tsx'
import { Navigation } from './Navigation.tsx'
import { Palette } from './Palette.tsx'
import classes from './Shell.module.css'
import { StatusBar } from './StatusBar.tsx'
import { useThemeSetting } from './useThemeSetting.ts'

/** The window's frame: navigation, the page, and the status bar. */
export function Shell() {
  useThemeSetting()
  return (
    <div className={classes.shell}>
      <Navigation />
      <main className={classes.main}>
        <ConnectionBanner />
        <div className={classes.page}>
          <Outlet />
        </div>
      </main>
      <StatusBar />
      <Palette />
      <KeyList />
    </div>
  )
}
