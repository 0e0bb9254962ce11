// Where the focus goes when what had it is gone. On the body it would begin again at the top of the window, with the whole rail before the page.
import { type RefObject, useEffect, useRef, useState } from 'react'

const isLost = (): boolean => document.activeElement === document.body

const focusPage = (): void => document.getElementById('page')?.focus({ preventScroll: true })

/** For what is mounted in front of a page only while it is open: gives the focus back to where it came from, unless it has gone elsewhere. */
export const useFocusBack = (): void => {
  // Before the menu whose item opened it is gone.
  const [before] = useState(origin)
  useEffect(
    () => () => {
      // After the page has let go of what had the focus.
      setTimeout(() => {
        if (!isLost() || !(before instanceof HTMLElement)) return
        if (before.isConnected) before.focus()
        else focusPage()
      }, 0)
    },
    [before],
  )
}

/**
 * For what a change takes off the page with the button that brought it about: the page has the focus then. `shown`: what changes; undefined until it
 * is there.
 */
export const useFocusKept = (shown: unknown): void => {
  const before = useRef(shown)
  useEffect(() => {
    const isChanged = before.current !== undefined && before.current !== shown
    before.current = shown
    if (isChanged && isLost()) focusPage()
  }, [shown])
}

/** For a button that is off while what it began goes on: has the focus again when that is over, unless it has gone elsewhere. */
export const useFocusAgain = (isBusy: boolean): RefObject<HTMLButtonElement | null> => {
  const button = useRef<HTMLButtonElement>(null)
  const wasBusy = useRef(isBusy)
  useEffect(() => {
    const isOver = wasBusy.current && !isBusy
    wasBusy.current = isBusy
    if (!isOver || !isLost()) return
    if (button.current) button.current.focus({ preventScroll: true })
    else focusPage()
  }, [isBusy])
  return button
}

/** Of an item of a menu the button that opened the menu: the item itself does not stay. */
const origin = (): Element | null => {
  const opener = document.activeElement?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  return opener ? document.getElementById(opener) : document.activeElement
}
