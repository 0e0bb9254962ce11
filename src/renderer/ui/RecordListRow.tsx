// One row of a list. It is drawn again only when its own record or state changes.
import { memo, type MouseEvent } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { RecordColumn } from './record-column.ts'
import classes from './RecordList.module.css'

interface RecordListRowProps<Row> {
  readonly id: string
  readonly index: number
  /** From the top of the list, in pixels. */
  readonly top: number
  /** Undefined while its block is on the way. */
  readonly row: Row | undefined
  readonly columns: readonly RecordColumn<Row>[]
  readonly template: string
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly onOpen: (row: Row) => void
  readonly onPoint: (index: number) => void
  readonly onToggle?: ((id: string) => void) | undefined
}

function Row<R extends { readonly id: string }>(props: RecordListRowProps<R>) {
  const { id, index, top, row, columns, template, isActive, isSelected, onOpen, onPoint, onToggle } = props
  const t = useT()
  const place = { gridTemplateColumns: template, transform: `translateY(${top}px)` }

  if (!row) {
    return (
      <div role="row" aria-rowindex={index + 2} aria-busy className={classes['row']} style={place}>
        <div role="gridcell" className={classes['cell']}>
          <span className={classes['waiting']} />
        </div>
      </div>
    )
  }

  const onClick = (event: MouseEvent) => {
    onPoint(index)
    if ((event.ctrlKey || event.metaKey) && onToggle) onToggle(row.id)
    else onOpen(row)
  }
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={onToggle ? isSelected : undefined}
      className={classes['row']}
      data-active={isActive || undefined}
      style={place}
      onClick={onClick}
    >
      {columns.map((column, position) => (
        <div
          key={column.id}
          role={position === 0 ? 'rowheader' : 'gridcell'}
          className={classes['cell']}
          data-align={column.align ?? 'start'}
        >
          {position === 0 && onToggle && (
            <input
              type="checkbox"
              className={classes['check']}
              tabIndex={-1}
              checked={isSelected}
              aria-label={t('base.list.select_row', { name: '' })}
              onClick={(event) => event.stopPropagation()}
              onChange={() => onToggle(row.id)}
            />
          )}
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
}

// memo loses the type parameter, which the list needs.
export const RecordListRow = memo(Row) as unknown as typeof Row
