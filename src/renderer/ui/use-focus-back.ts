// For what is mounted in front of a page only while it is open: gives the focus back to where it came from, unless it has gone elsewhere.
import { useEffect } from 'react'

export const useFocusBack = (): void => {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      // After the page has let go of what had the focus.
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus()
      }, 0)
    }
  }, [])
}
