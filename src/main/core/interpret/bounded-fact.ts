import { keptId, keptText, keptUserId } from '../../../shared/ocpp/kept-text.ts'
import type { Fact } from './facts.ts'

/** Texts by which something is found again; all others are only read. */
const ids = new Set(['transactionId', 'remoteStartId', 'reportedAt'])
/** Sentences of ours, with words of the charger in them. */
const sentences = new Set(['text', 'why'])
const longestSentence = 300
const longestText = 120
const unreadable = /[\p{Cc}\p{Cs}]/gu

/**
 * The fact with no text in it that is longer than a screen could use: whatever is projected may stay in the charger's
 * memory for ever. The same object where there is nothing to cut, which is nearly always so.
 */
export function boundedFact<F extends Fact>(fact: F): F {
  const cut = cutTexts(fact)
  return fact.type === 'Booted' ? { ...cut, info: cutTexts(fact.info) } : cut
}

function cutTexts<T extends object>(value: T): T {
  const cut: Record<string, string> = {}
  let isCut = false
  for (const name of Object.keys(value) as (keyof T & string)[]) {
    const text: unknown = value[name]
    if (typeof text !== 'string') continue
    const kept = keptAs(name, text)
    if (kept === text) continue
    cut[name] = kept
    isCut = true
  }
  return isCut ? { ...value, ...cut } : value
}

function keptAs(name: string, text: string): string {
  if (name === 'userId') return keptUserId(text)
  return ids.has(name) ? keptId(text) : readable(text, sentences.has(name) ? longestSentence : longestText)
}

/** Control characters say nothing on a screen, and take six characters each where the memory is saved. */
function readable(text: string, most: number): string {
  const kept = keptText(text, most)
  return kept.search(unreadable) < 0 ? kept : kept.replaceAll(unreadable, ' ')
}
