// One line of a grid. It is drawn again only when its own record or state changes; clicks are understood by the grid from `data-` marks.
import { memo, type ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './DataGrid.module.css'
import type { GridColumn, GridLine, GridRecord } from './grid-types.ts'

interface DataGridRowProps<Row> {
  readonly gridId: string
  readonly index: number
  /** From the top of the canvas, in pixels. */
  readonly top: number
  /** Undefined while its block is on the way. */
  readonly line: GridLine<Row> | undefined
  /** Of a record below the heading of its group. */
  readonly level: number | undefined
  readonly columns: readonly GridColumn<Row>[]
  readonly isActive: boolean
  /** `null`: the row as a whole. */
  readonly activeColumn: number | null
  /** The columns of the chosen block that go through this row; -1 to -1 for none. */
  readonly blockFrom: number
  readonly blockTo: number
  readonly isSelected: boolean
  /** In the place of the active cell's value, or over it. */
  readonly editor?: ReactNode
  /** What can be done at once with the row that is pointed at. */
  readonly actions?: ReactNode
}

function Line<Row extends GridRecord>(props: DataGridRowProps<Row>) {
  const { gridId, index, top, line, level, columns, isActive, activeColumn, blockFrom, blockTo, isSelected, editor, actions } =
    props
  const t = useT()
  const place = { transform: `translateY(${top}px)` }

  if (!line) {
    return (
      <div role="row" aria-rowindex={index + 2} aria-busy className={classes['row']} style={place}>
        <div role="gridcell" aria-colindex={2} className={classes['first']}>
          <span className={classes['waiting']} />
        </div>
      </div>
    )
  }
  if (line.kind === 'group') {
    return (
      <div
        id={`${gridId}-${index}`}
        role="row"
        aria-rowindex={index + 2}
        aria-level={1}
        aria-expanded={line.isOpen}
        aria-label={line.name}
        className={classes['group']}
        data-line={index}
        data-active={isActive || undefined}
        style={place}
      >
        <div role="gridcell" aria-colindex={1} aria-colspan={columns.length + 1} className={classes['groupCell']}>
          {line.heading}
        </div>
      </div>
    )
  }

  const { row } = line
  return (
    <div
      id={`${gridId}-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-level={level}
      aria-selected={isSelected}
      className={classes['row']}
      data-line={index}
      data-active={(isActive && activeColumn === null) || undefined}
      data-here={isActive || undefined}
      style={place}
    >
      <div role="gridcell" aria-colindex={1} className={classes['checkCell']} data-check>
        <input
          type="checkbox"
          className={classes['check']}
          tabIndex={-1}
          checked={isSelected}
          readOnly
          aria-label={t('base.list.select_row', { name: String(index + 1) })}
        />
      </div>
      {columns.map((column, position) => {
        const isHere = isActive && activeColumn === position
        return (
          <div
            key={column.id}
            id={isHere ? `${gridId}-${index}-${position}` : undefined}
            role={position === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={position + 2}
            aria-readonly={column.isEditable ? undefined : true}
            className={classes['cell']}
            data-column={position}
            data-align={column.align}
            data-frozen={column.isFrozen ? (columns[position + 1]?.isFrozen ? true : 'last') : undefined}
            data-active={isHere || undefined}
            data-chosen={(position >= blockFrom && position <= blockTo) || undefined}
            style={column.isFrozen ? { left: `var(--left-${position})` } : undefined}
          >
            {column.cell(row)}
            {isHere && editor}
            {position === 0 && actions && <div className={classes['actions']}>{actions}</div>}
          </div>
        )
      })}
    </div>
  )
}

// memo loses the type parameter, which the grid needs.
export const DataGridRow = memo(Line) as unknown as typeof Line
