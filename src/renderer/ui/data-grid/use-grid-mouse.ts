// The mouse in a grid: a click goes to a cell, a second one opens it, pulling chooses a block, boxes and Ctrl+click select rows.
import { type MouseEvent, useRef, useState } from 'react'
import { blockOf, extendTo, type GridPlace } from './grid-place.ts'
import { idsOf } from './grid-ids.ts'
import type { GridLine, GridRecord, Place } from './grid-types.ts'

interface GridMouseOptions<Row> {
  readonly place: GridPlace
  readonly lineAt: (index: number) => GridLine<Row> | undefined
  readonly isEditing: boolean
  /** Whether what is being typed may be left: it is saved, or nothing was typed. */
  readonly mayLeave: () => Promise<boolean>
  /** With the focus. */
  readonly onGo: (place: GridPlace) => void
  readonly onPlace: (place: GridPlace) => void
  readonly onToggle: (ids: readonly string[]) => void
  readonly onFold: ((line: number, isOpen?: boolean) => void) | undefined
  readonly onDouble: (row: Row, column: number) => void
}

/** What has a click of its own. */
const OWN_CLICK = 'a, button, input, [data-editor]'

export const useGridMouse = <Row extends GridRecord>(options: GridMouseOptions<Row>) => {
  const { place, lineAt, isEditing, mayLeave, onGo, onPlace, onToggle, onFold, onDouble } = options
  const { line, column } = place.active
  const [pointedAt, setPointedAt] = useState(-1)
  const isPulling = useRef(false)

  const onMouseDown = (event: MouseEvent<HTMLElement>) => {
    const target = targetOf(event)
    const at = placeOf(target)
    // The keyboard stays with the row when its box is clicked.
    if (target?.closest('[data-check]')) event.preventDefault()
    if (event.button !== 0 || !at || target?.closest(`${OWN_CLICK}, [data-check]`)) return
    event.preventDefault()
    isPulling.current = true
    const isRange = event.shiftKey
    void mayLeave().then((isFree) => {
      if (!isFree) return
      onGo(isRange ? extendTo(place, at) : { active: { ...at, column: at.column === 0 ? null : at.column }, anchor: null })
    })
  }
  const onMouseOver = (event: MouseEvent<HTMLElement>) => {
    const at = placeOf(targetOf(event))
    if (at?.line !== pointedAt) setPointedAt(at?.line ?? -1)
    if (!at || at.column === null || event.buttons !== 1 || !isPulling.current || isEditing) return
    if (at.line !== line || at.column !== (column ?? 0)) onPlace(extendTo(place, at))
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    isPulling.current = false
    const target = targetOf(event)
    const at = placeOf(target)
    const there = at && lineAt(at.line)
    if (!at || !there) return
    const isSelecting = target?.closest('[data-check]') || ((event.ctrlKey || event.metaKey) && !target?.closest('a'))
    if (there.kind === 'group') onFold?.(at.line)
    else if (isSelecting) {
      onToggle(event.shiftKey ? idsOf(blockOf(extendTo(place, at)), at.line, lineAt) : [there.row.id])
      onPlace({ active: { line: at.line, column: null }, anchor: null })
    }
  }
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const target = targetOf(event)
    const at = placeOf(target)
    const there = at && lineAt(at.line)
    if (at && at.column !== null && there?.kind === 'record' && !target?.closest(OWN_CLICK)) onDouble(there.row, at.column)
  }
  return { pointedAt, handlers: { onMouseDown, onMouseOver, onMouseLeave: () => setPointedAt(-1), onClick, onDoubleClick } }
}

const targetOf = ({ target }: MouseEvent): Element | null => (target instanceof Element ? target : null)

/** Cells and rows carry their place as `data-` marks, so that no row needs handlers of its own. */
const placeOf = (target: Element | null): Place | null => {
  const line = target?.closest<HTMLElement>('[data-line]')?.dataset['line']
  const column = target?.closest<HTMLElement>('[data-column]')?.dataset['column']
  return line === undefined ? null : { line: Number(line), column: column === undefined ? null : Number(column) }
}
