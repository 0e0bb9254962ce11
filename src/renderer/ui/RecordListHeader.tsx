// The headings of a list. One that sorts is a button and says which way it sorts now.
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { RecordColumn } from './record-column.ts'
import classes from './RecordList.module.css'

export interface SortState {
  readonly sort?: string | undefined
  readonly direction?: 'asc' | 'desc' | undefined
  readonly onSort?: ((sort: string, direction: 'asc' | 'desc') => void) | undefined
}

interface RecordListHeaderProps<Row> extends SortState {
  readonly columns: readonly RecordColumn<Row>[]
  readonly template: string
  readonly minWidth: number
  readonly onSelect?: unknown
}

export function RecordListHeader<Row>(props: RecordListHeaderProps<Row>) {
  const { columns, template, minWidth, sort, direction = 'asc', onSort, onSelect } = props
  const t = useT()

  return (
    <div role="row" aria-rowindex={1} className={classes['header']} style={{ gridTemplateColumns: template, minWidth }}>
      {columns.map(({ id, title, isSortable = false, align = 'start' }) => {
        const isSorted = sort === id
        const Arrow = direction === 'asc' ? IconArrowUp : IconArrowDown
        return (
          <div
            key={id}
            role="columnheader"
            className={classes['heading']}
            data-align={align}
            data-selectable={onSelect ? true : undefined}
            aria-sort={isSorted ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
          >
            {isSortable && onSort ? (
              <button
                type="button"
                className={classes['sort']}
                aria-label={t('base.list.sort_by', { column: title })}
                onClick={() => onSort(id, isSorted && direction === 'asc' ? 'desc' : 'asc')}
              >
                {title}
                {isSorted && <Arrow size={12} stroke={2} aria-hidden />}
              </button>
            ) : (
              title
            )}
          </div>
        )
      })}
    </div>
  )
}
