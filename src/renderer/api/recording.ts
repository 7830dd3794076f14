import { createContext, use } from 'react'
import type { Recording } from '../../shared/domain/recording.ts'

/** The recording that this part of the window shows; null for what is live. */
export const ShownRecording = createContext<Recording | null>(null)

export function useRecording(): Recording | null {
  return use(ShownRecording)
}

/** To be spread into whatever is asked of the core: `{ recording }` within a recording, nothing otherwise. */
export function useRecordingScope(): { recording?: string } {
  const recording = use(ShownRecording)
  return recording === null ? {} : { recording: recording.id }
}
