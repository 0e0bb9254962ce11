// The menu of a row: asked for by the second mouse button where it points, or by the menu key at the row of the keyboard.
import type { KeyboardEvent, MouseEvent } from 'react'
import type { GridLine, GridRecord } from './grid-types.ts'

/** In pixels of the window. */
export interface Point {
  readonly x: number
  readonly y: number
}

interface GridMenuOptions<Row> {
  readonly gridId: string
  /** The line of the keyboard. */
  readonly line: number
  readonly lineAt: (index: number) => GridLine<Row> | undefined
  /** While a cell is open, the menu is that of its text. */
  readonly isEditing: boolean
  readonly onMenu: ((row: Row, line: number, at: Point) => void) | undefined
}

/** How far into its row the menu opens that the keyboard asked for. */
const INDENT = 48

export const useGridMenu = <Row extends GridRecord>({ gridId, line, lineAt, isEditing, onMenu }: GridMenuOptions<Row>) => {
  const show = (index: number, at: Point): boolean => {
    const there = lineAt(index)
    if (!onMenu || isEditing || there?.kind !== 'record') return false
    onMenu(there.row, index, at)
    return true
  }
  const atKeyboard = (): boolean => {
    const box = document.getElementById(`${gridId}-${line}`)?.getBoundingClientRect()
    return box !== undefined && show(line, { x: box.left + INDENT, y: box.bottom })
  }
  return {
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      const pointed =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]')?.dataset['line'] : undefined
      const isShown = pointed === undefined ? atKeyboard() : show(Number(pointed), { x: event.clientX, y: event.clientY })
      if (isShown) event.preventDefault()
    },
    /** Answers whether the key was the menu's. */
    onMenuKey: ({ key, shiftKey }: KeyboardEvent): boolean =>
      (key === 'ContextMenu' || (key === 'F10' && shiftKey)) && atKeyboard(),
  }
}
