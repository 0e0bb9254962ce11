// The place of the keyboard in a list whose rows change under it: it stays with its record, and the rows in sight stay where they are.
import { useLayoutEffect, useRef, useState } from 'react'
import { type GridPlace, START } from '#renderer/ui/data-grid/grid-place.ts'
import type { GridLine, GridRecord } from '#renderer/ui/data-grid/grid-types.ts'
import type { RowWindow } from '#renderer/ui/data-grid/use-row-window.ts'

/** How far a record is looked for from where it was. */
const NEAR = 200

interface PlaceOptions<Row> {
  readonly listKey: string
  readonly initial: GridPlace
  readonly lineAt: (index: number) => GridLine<Row> | undefined
  readonly view: RowWindow
}

export const usePlace = <Row extends GridRecord>({
  listKey,
  initial,
  lineAt,
  view,
}: PlaceOptions<Row>): readonly [GridPlace, (place: GridPlace) => void] => {
  const [held, setHeld] = useState<{ readonly listKey: string; readonly place: GridPlace; readonly id: string | null }>({
    listKey,
    place: initial,
    id: null,
  })
  const shift = useRef(0)
  const idAt = (index: number): string | null => {
    const line = lineAt(index)
    return line?.kind === 'record' ? line.row.id : null
  }

  const { line } = held.place.active
  if (held.listKey !== listKey) {
    // Another search or order begins at its top.
    setHeld({ listKey, place: START, id: null })
  } else if (held.id !== null && idAt(line) !== null && idAt(line) !== held.id) {
    const found = near(line, (index) => idAt(index) === held.id)
    const next = found ?? line
    shift.current += next - line
    setHeld({
      listKey,
      // What is being typed stays with its record.
      place: { active: { ...held.place.active, line: next }, anchor: null, isOpen: found !== null && held.place.isOpen === true },
      id: idAt(next),
    })
  } else if (held.id === null && idAt(line) !== null) {
    setHeld({ ...held, id: idAt(line) })
  }
  useLayoutEffect(() => {
    if (shift.current === 0) return
    const offset = view.offset()
    // At the top, new rows are to be seen.
    if (offset > 0) view.scrollTo(offset + shift.current * view.rowHeight)
    shift.current = 0
  })
  const shownKey = useRef(listKey)
  useLayoutEffect(() => {
    if (shownKey.current === listKey) return
    shownKey.current = listKey
    view.scrollTo(0)
  }, [listKey, view])

  return [held.place, (place) => setHeld({ listKey, place, id: idAt(place.active.line) })]
}

const near = (line: number, isIt: (index: number) => boolean): number | null => {
  for (let distance = 1; distance <= NEAR; distance += 1) {
    if (isIt(line + distance)) return line + distance
    if (line >= distance && isIt(line - distance)) return line - distance
  }
  return null
}
