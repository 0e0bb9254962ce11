// For what is mounted in front of a page only while it is open: gives the focus back to where it came from, unless it has gone elsewhere.
import { useEffect, useState } from 'react'

export const useFocusBack = (): void => {
  // Before the menu whose item opened it is gone.
  const [before] = useState(origin)
  useEffect(
    () => () => {
      // After the page has let go of what had the focus.
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus()
      }, 0)
    },
    [before],
  )
}

/** Of an item of a menu the button that opened the menu: the item itself does not stay. */
const origin = (): Element | null => {
  const opener = document.activeElement?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  return opener ? document.getElementById(opener) : document.activeElement
}
