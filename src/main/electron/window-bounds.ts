import { readFileSync } from 'node:fs'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'
import type { Log } from '../core/log.ts'
import { keepQuietly } from './keep-quietly.ts'

const Bounds = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int().min(1), height: z.number().int().min(1) })

/** Where the window was when it was last closed, if that place is still on a screen. */
export function readBounds(file: string): Rectangle | null {
  let bounds
  try {
    bounds = Bounds.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
  const { workArea } = screen.getDisplayMatching(bounds)
  const visible =
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y >= workArea.y &&
    bounds.y < workArea.y + workArea.height
  return visible ? bounds : null
}

export function keepBounds(window: BrowserWindow, file: string, log: Log): void {
  window.on('close', () => keepQuietly(file, window.getNormalBounds(), log))
}
