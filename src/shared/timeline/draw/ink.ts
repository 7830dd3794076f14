import type { Scheme } from './painter.ts'

/** Neutral colours of a drawing, see-through so that they suit whatever lies under them. */
export interface Ink {
  text: string
  quiet: string
  grid: string
  dayLine: string
  bracket: string
  boot: string
  heartbeat: string
  rove: string
  limit: string
  measured: string
  /** Behind words that stand on a pattern, and the words on it. */
  plate: string
  onPlate: string
}

export const inks: Record<Scheme, Ink> = {
  dark: {
    text: '#d7dce3',
    quiet: '#949daa',
    grid: 'rgb(255 255 255 / 7%)',
    dayLine: 'rgb(255 255 255 / 20%)',
    bracket: '#aeb6c1',
    boot: '#d7dce3',
    heartbeat: 'rgb(255 255 255 / 34%)',
    rove: '#62c6e5',
    limit: '#f08c5a',
    measured: '#8fbfe0',
    plate: 'rgb(13 16 19 / 78%)',
    onPlate: '#ffffff',
  },
  light: {
    text: '#1d232b',
    quiet: '#58626f',
    grid: 'rgb(0 0 0 / 8%)',
    dayLine: 'rgb(0 0 0 / 22%)',
    bracket: '#4c5561',
    boot: '#1d232b',
    heartbeat: 'rgb(0 0 0 / 38%)',
    rove: '#006280',
    limit: '#b8430f',
    measured: '#2f6d94',
    plate: 'rgb(255 255 255 / 85%)',
    onPlate: '#1d232b',
  },
}

export const fontFamily = 'Inter, "Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", sans-serif'
