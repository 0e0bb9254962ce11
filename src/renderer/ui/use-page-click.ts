// Closes what floats when the page below is clicked. Lists and calendars that float above it belong to it, wherever they are drawn.
import { type RefObject, useEffect, useEffectEvent } from 'react'

export const usePageClick = (isOpen: boolean, target: RefObject<HTMLElement | null>, onClick: () => void): void => {
  const act = useEffectEvent(onClick)
  useEffect(() => {
    if (!isOpen) return undefined
    const listener = (event: MouseEvent) => {
      const clicked = event.target instanceof Element ? event.target : null
      // What a click has removed meanwhile, such as a chosen pill, was not on the page.
      if (!clicked?.isConnected || clicked.closest('[data-portal], [role=dialog]') || target.current?.contains(clicked)) return
      act()
    }
    document.addEventListener('mousedown', listener)
    return () => document.removeEventListener('mousedown', listener)
  }, [isOpen, target])
}
