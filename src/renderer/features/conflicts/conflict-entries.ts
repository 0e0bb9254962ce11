// The entries of conflicts that are shown, and where the focus goes among them: whoever has decided about one goes on with the one in its place.
import { useEffect, useRef } from 'react'

export const entries = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-conflict]')]

export const indexOf = (all: readonly HTMLElement[], focused: Element | null): number =>
  all.findIndex((entry) => entry.contains(focused))

/** To be called where the entries are rendered: after each change of them. */
export const useNextEntry = (): void => {
  const last = useRef<{ readonly entry: HTMLElement; readonly at: number } | null>(null)

  useEffect(() => {
    const remember = (): void => {
      const all = entries()
      const at = indexOf(all, document.activeElement)
      const entry = all[at]
      if (entry) last.current = { entry, at }
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])

  useEffect(() => {
    const left = last.current
    if (left === null || left.entry.isConnected || document.activeElement !== document.body) return
    const all = entries()
    // It stands where the other one stood: nothing has to scroll.
    all[Math.min(left.at, all.length - 1)]?.focus({ preventScroll: true })
  })
}
