import { useEffect, type RefObject } from 'react'
import { indentedPattern } from '../model/hits.ts'

const name = 'log-hit'

/**
 * Marks what is searched for in everything that an element shows, without touching it: a hit may begin in one token and end in
 * another. The first one is brought into sight.
 */
export function useHighlight(element: RefObject<HTMLElement | null>, find: string): void {
  useEffect(() => {
    const box = element.current
    if (box === null || find === '' || !('highlights' in CSS)) return
    let seen = false
    const draw = () => {
      const ranges = rangesOf(box, find)
      CSS.highlights.set(name, new Highlight(...ranges))
      const first = ranges.find((range) => range.startContainer.parentElement?.closest('pre'))
      if (!seen && first !== undefined) {
        seen = true
        bringIntoSight(box, first)
      }
    }
    draw()
    const observer = new MutationObserver(draw)
    observer.observe(box, { childList: true, subtree: true, characterData: true })
    return () => {
      observer.disconnect()
      CSS.highlights.delete(name)
    }
  }, [element, find])
}

function rangesOf(box: HTMLElement, find: string): Range[] {
  const pattern = indentedPattern(find)
  if (pattern === null) return []
  return [...box.querySelectorAll('pre, [data-searched]')].flatMap((block) => {
    const nodes: { node: Text; from: number }[] = []
    let text = ''
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      nodes.push({ node: node as Text, from: text.length })
      text += node.nodeValue ?? ''
    }
    const place = (at: number): [Text, number] => {
      const found = nodes.findLast(({ from }) => from <= at) ?? nodes[0]!
      return [found.node, at - found.from]
    }
    return [...text.matchAll(pattern)]
      .filter(([hit]) => hit !== '')
      .map((match) => {
        const range = new Range()
        range.setStart(...place(match.index))
        const [node, offset] = place(match.index + match[0].length - 1)
        range.setEnd(node, offset + 1)
        return range
      })
  })
}

function bringIntoSight(box: HTMLElement, range: Range): void {
  const [hit, seen] = [range.getBoundingClientRect(), box.getBoundingClientRect()]
  if (hit.top < seen.top || hit.bottom > seen.bottom) box.scrollBy({ top: hit.top - seen.top - seen.height / 3, behavior: 'instant' })
}
