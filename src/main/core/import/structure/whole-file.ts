import type { Draft } from '../formats/format.ts'
import type { dumpName } from '../formats/ocpp-core-dump.ts'
import type { Reader } from './reader.ts'

/** A file that is one message; its name says the rest. */
export function dumpReader(named: NonNullable<ReturnType<typeof dumpName>>): Reader {
  const parts: string[] = []
  return {
    push(text) {
      parts.push(text)
      return []
    },
    end() {
      const source = parts.join('')
      if (source.trim() === '') return []
      return [{ kind: 'frame', format: 'ocpp-core-dump', ...named, chargerId: null, raw: source.trim(), line: 1, source }]
    },
  }
}

/** A file that is no text: one row says that it was there. */
export function binaryReader(name: string): Reader {
  return {
    push: () => [],
    end: (): Draft[] => [
      {
        kind: 'text',
        format: 'unknown',
        moment: null,
        chargerId: null,
        direction: null,
        line: 1,
        source: name,
        why: 'a file that is no text',
      },
    ],
  }
}
