// How wide an element is, told anew whenever that changes. What only looks different at another width belongs into CSS; this is for
// layouts that put a part elsewhere.
import { useCallback, useState, useSyncExternalStore } from 'react'

export interface Width {
  readonly ref: (element: HTMLElement | null) => void
  /** In pixels; 0 before the element is laid out. */
  readonly width: number
}

export const useWidth = (): Width => {
  const [element, ref] = useState<HTMLElement | null>(null)
  const subscribe = useCallback(
    (onChange: () => void) => {
      const observer = new ResizeObserver(onChange)
      if (element) observer.observe(element)
      return () => observer.disconnect()
    },
    [element],
  )
  return { ref, width: useSyncExternalStore(subscribe, () => element?.clientWidth ?? 0) }
}
