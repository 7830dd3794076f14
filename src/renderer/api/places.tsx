import { Link, type LinkProps } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import type { FindingsSearch } from '../features/findings/search.ts'
import type { LogSearch } from '../features/log/model/search.ts'
import type { Selection } from '../router.tsx'
import { useRecording } from './recording.ts'

/** Where something is looked at. */
export type Place = Pick<LinkProps, 'to' | 'params' | 'search'>

/** The places of what is live, or of the recording that this part of the window shows. */
export function usePlaces() {
  const recording = useRecording()?.id
  const inside = recording === undefined ? '' : '/recordings/$recording'
  const of = (path: string, params: object, search: object = {}): Place =>
    // The paths of a recording are those of what is live, one level down.
    ({ to: `${inside}${path}`, params: { recording, ...params }, search }) as Place
  return {
    charger: (id: string, selection: Selection = {}) => of('/chargers/$id', { id }, selection),
    quirks: (id: string) => of('/chargers/$id/quirks', { id }),
    findings: (id: string, search: FindingsSearch = {}) => of('/chargers/$id/findings', { id }, search),
    log: (search: LogSearch) => of('/log', {}, search),
  }
}

/** A link to a place. */
export function PlaceLink({ place, ...props }: { place: Place; children?: ReactNode } & Omit<ComponentProps<'a'>, 'ref'>) {
  return <Link {...place} {...props} />
}
