// The columns of a grid as variables of its style, so that pulling an edge moves all rows without drawing one again.
import type { CSSProperties } from 'react'
import type { GridColumn } from './grid-types.ts'

/** The boxes before the first column, in pixels. */
const CHECK = 36

export const gridStyle = <Row>(columns: readonly GridColumn<Row>[]): CSSProperties => {
  const widths = columns.map((_, position) => `var(--width-${position})`)
  const sumOf = (count: number) => ['0px', ...widths.slice(0, count)].join(' + ')
  // What stands behind a growing column would not know where it begins.
  const growing = columns.findIndex(({ isGrowing }) => isGrowing)
  const mayGrow = growing >= 0 && !columns.some(({ isFrozen }, position) => isFrozen && position > growing)
  const tracks = widths.map((width, position) => (mayGrow && position === growing ? `minmax(${width}, 1fr)` : width))

  return Object.fromEntries([
    ...columns.map(({ width }, position) => [`--width-${position}`, `${width}px`]),
    ...columns.map((_, position) => [`--left-${position}`, `calc(${CHECK}px + ${sumOf(position)})`]),
    ['--template', `${CHECK}px ${tracks.join(' ')} minmax(0, ${mayGrow ? '8px' : '1fr'})`],
    ['--least', `calc(${CHECK}px + ${sumOf(columns.length)})`],
  ])
}
