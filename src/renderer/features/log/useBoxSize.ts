import { useLayoutEffect, useState, type RefObject } from 'react'

/** Height of the inside of an element, px, as it is now. */
export function useHeight(element: RefObject<HTMLElement | null>): number {
  return useBoxSize(element, 'clientHeight')
}

export function useWidth(element: RefObject<HTMLElement | null>): number {
  return useBoxSize(element, 'clientWidth')
}

function useBoxSize(element: RefObject<HTMLElement | null>, side: 'clientHeight' | 'clientWidth'): number {
  const [size, setSize] = useState(0)
  useLayoutEffect(() => {
    const box = element.current
    if (box === null) return
    const measure = () => setSize(box[side])
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [element, side])
  return size
}
