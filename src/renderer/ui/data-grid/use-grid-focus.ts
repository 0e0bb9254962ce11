// Keeps the keyboard where it is needed: on the field that catches what is typed into a cell, or else on the grid itself.
import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Answers how the focus is asked for: it moves once the place has changed. */
export const useGridFocus = (scroller: RefObject<HTMLElement | null>, isEditing: boolean): (() => void) => {
  const isAsked = useRef(false)
  useLayoutEffect(() => {
    const catcher = scroller.current?.querySelector<HTMLElement>('[data-catcher]')
    const { activeElement } = document
    // What was focused may be gone with the cell that it was in.
    const isHere = activeElement === document.body || scroller.current?.contains(activeElement) === true
    const isWanted = isAsked.current || (isEditing && isHere && activeElement !== catcher)
    isAsked.current = false
    // An editor without a catcher takes the focus by itself.
    if (isWanted && (catcher || !isEditing)) (catcher ?? scroller.current)?.focus({ preventScroll: true })
  })
  return () => {
    isAsked.current = true
  }
}
