// Waits with what moves the page until the press that took the focus away is over: a complaint that appears in between would push the
// button from under the pointer, and the click would be lost.
import { useCallback, useEffect, useRef } from 'react'

/** Runs the work at once, or after the pointer was let go. */
export const useAfterPress = (): ((work: () => void) => void) => {
  const isPressed = useRef(false)

  useEffect(() => {
    const press = () => void (isPressed.current = true)
    const release = () => void (isPressed.current = false)
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('pointerup', release, true)
    window.addEventListener('pointercancel', release, true)
    return () => {
      window.removeEventListener('pointerdown', press, true)
      window.removeEventListener('pointerup', release, true)
      window.removeEventListener('pointercancel', release, true)
    }
  }, [])

  return useCallback((work) => {
    // The click comes after the pointer is up, in the same turn.
    if (isPressed.current) window.addEventListener('pointerup', () => setTimeout(work), { once: true })
    else work()
  }, [])
}
