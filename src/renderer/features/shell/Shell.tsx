import { Outlet } from '@tanstack/react-router'
import { useRef } from 'react'
import { useFreshDesk } from '../../api/useFreshDesk.ts'
import { DropTarget } from '../recordings/open/DropTarget.tsx'
import { ImportDialog } from '../recordings/open/ImportDialog.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { KeyList } from './KeyList.tsx'
import { Navigation } from './Navigation.tsx'
import { Palette } from './Palette.tsx'
import classes from './Shell.module.css'
import { StatusBar } from './StatusBar.tsx'
import { useThemeSetting } from './useThemeSetting.ts'

/** The window's frame: navigation, the page, and the status bar. */
export function Shell() {
  useFreshDesk()
  useThemeSetting()
  const page = useRef<HTMLElement>(null)
  return (
    <div className={classes.shell}>
      {/* A button, because the address's hash is the route. */}
      <button type="button" className={classes.skip} onClick={() => page.current?.focus()}>
        Skip to the page
      </button>
      <Navigation />
      <main className={classes.main} ref={page} tabIndex={-1}>
        <ConnectionBanner />
        <div className={classes.page}>
          <Outlet />
        </div>
      </main>
      <StatusBar />
      <Palette />
      <KeyList />
      <ImportDialog />
      <DropTarget />
    </div>
  )
}
