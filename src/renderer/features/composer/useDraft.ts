import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { PayloadProblem } from '../../../shared/domain/composer.ts'
import { parseJson, writeJson, type JsonValue } from '../../../shared/ocpp/frame.ts'
import { orpc } from '../../api/client.ts'
import { keepDraft } from './drafts.ts'

const CHECK_AFTER_MS = 200

export interface DraftState {
  /** The payload's JSON text: what is sent. */
  text: string
  setText: (text: string) => void
  /** The payload as a form shows it; null where the text is no JSON object. */
  value: object | null
  /** Whether the text is JSON at all: only that can be sent as a payload, also where it breaks the standard. */
  readable: boolean
  setValue: (value: object) => void
  /** What the core finds wrong with it; null until it has looked at this very text. */
  problems: readonly PayloadProblem[] | null
  /** The last that were found: for the screen, so that it does not flicker with each key. */
  shownProblems: readonly PayloadProblem[]
}

/** One message while it is made. Form and JSON are two views of one text, and the core checks it while it is typed. */
export function useDraft(id: string, action: string, initial: string): DraftState {
  const [text, change] = useState(initial)
  const setText = (next: string) => {
    change(next)
    keepDraft(id, action, next)
  }
  const [settled] = useDebouncedValue(text, CHECK_AFTER_MS)
  const check = useQuery({
    ...orpc.composer.validate.queryOptions({ input: { id, action, payload: settled } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const read = useMemo(() => readText(text), [text])
  const shownProblems = check.data?.problems ?? nothing
  return {
    text,
    setText,
    value: typeof read === 'object' && !Array.isArray(read) ? read : null,
    readable: read !== undefined,
    setValue: (next) => setText(writeJson(next as JsonValue, 2)),
    problems: settled === text && check.data && !check.isPlaceholderData ? check.data.problems : null,
    shownProblems,
  }
}

const nothing: readonly PayloadProblem[] = []

/** @returns undefined where it is no JSON */
function readText(text: string): JsonValue | undefined {
  try {
    return parseJson(text.trim() === '' ? '{}' : text)
  } catch {
    return undefined
  }
}
