// The headings of a grid. A heading sorts when it is clicked; its menu, its right edge and dragging it do the rest. By keyboard: arrows from
// heading to heading, Enter sorts, Alt+↓ opens the menu.
import { Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './DataGrid.module.css'
import type { GridColumn, GridSelection, GridSort } from './grid-types.ts'
import { useColumnDrag } from './use-column-drag.ts'
import { useColumnResize } from './use-column-resize.ts'

export interface ColumnActions {
  /** Puts a column before another; `null`: to the end. */
  readonly onMove: (id: string, beforeId: string | null) => void
  /** `width` in pixels; `null`: as wide as its content. */
  readonly onResize: (id: string, width: number) => void
}

interface DataGridHeaderProps<Row> extends Partial<ColumnActions> {
  readonly columns: readonly GridColumn<Row>[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly sort: GridSort | null
  readonly onSort: (sort: GridSort) => void
  readonly selection: GridSelection
  /** `<Menu.Item>`s for a column. */
  readonly renderMenu?: ((column: GridColumn<Row>, position: number) => ReactNode) | undefined
  /** Back among the rows. */
  readonly onEnterRows: () => void
}

export function DataGridHeader<Row>(props: DataGridHeaderProps<Row>) {
  const { columns, scroller, sort, onSort, selection, renderMenu, onMove, onResize, onEnterRows } = props
  const t = useT()
  const [current, setCurrent] = useState(0)
  const [openMenu, setOpenMenu] = useState<string | null>(null)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Keys of the menu come here too, through React's tree.
    if (!event.currentTarget.contains(event.target instanceof Node ? event.target : null)) return
    const column = columns[current]
    const go = (position: number) => {
      const next = Math.max(0, Math.min(position, columns.length - 1))
      setCurrent(next)
      event.currentTarget.querySelector<HTMLElement>(`[data-heading="${next}"]`)?.focus()
    }
    const isMenuKey = (event.altKey && event.key === 'ArrowDown') || event.key === 'ContextMenu'
    if (isMenuKey && column && renderMenu) setOpenMenu(column.id)
    else if (event.key === 'ArrowDown') onEnterRows()
    else if (event.key === 'ArrowRight') go(current + 1)
    else if (event.key === 'ArrowLeft') go(current - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(columns.length - 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const lastFrozen = columns.findLastIndex(({ isFrozen }) => isFrozen)
  return (
    <div role="row" aria-rowindex={1} className={classes['header']} data-header onKeyDown={onKeyDown}>
      <div role="columnheader" aria-colindex={1} className={classes['checkCell']}>
        <input
          type="checkbox"
          className={classes['check']}
          aria-label={t('base.grid.select_all')}
          checked={selection.extent === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = selection.extent === 'some'
          }}
          onChange={selection.toggleAll}
        />
      </div>
      {columns.map((column, position) => (
        <Heading
          key={column.id}
          column={column}
          position={position}
          nextId={columns[position + 1]?.id ?? null}
          isLastFrozen={position === lastFrozen}
          scroller={scroller}
          sort={sort}
          onSort={onSort}
          isCurrent={position === Math.min(current, columns.length - 1)}
          onFocus={() => setCurrent(position)}
          isMenuOpen={openMenu === column.id}
          onMenu={(isOpen) => setOpenMenu(isOpen ? column.id : null)}
          renderMenu={renderMenu}
          onMove={onMove}
          onResize={onResize}
        />
      ))}
    </div>
  )
}

interface HeadingProps<Row> {
  readonly column: GridColumn<Row>
  readonly position: number
  readonly nextId: string | null
  readonly isLastFrozen: boolean
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly sort: GridSort | null
  readonly onSort: (sort: GridSort) => void
  readonly isCurrent: boolean
  readonly onFocus: () => void
  readonly isMenuOpen: boolean
  readonly onMenu: (isOpen: boolean) => void
  readonly renderMenu?: ((column: GridColumn<Row>, position: number) => ReactNode) | undefined
  readonly onMove?: ColumnActions['onMove'] | undefined
  readonly onResize?: ColumnActions['onResize'] | undefined
}

function Heading<Row>(props: HeadingProps<Row>) {
  const { column, position, nextId, isLastFrozen, scroller, sort, onSort, isCurrent, onFocus, isMenuOpen, onMenu, renderMenu } =
    props
  const { onMove, onResize } = props
  const t = useT()
  const drag = useColumnDrag({ id: column.id, nextId, onMove: position === 0 ? undefined : onMove })
  const resize = useColumnResize({ scroller, position, onResize: (width) => onResize?.(column.id, width) })
  const direction = sort?.column === column.id ? sort.direction : null
  const Arrow = direction === 'desc' ? IconArrowDown : IconArrowUp
  const sortLabel = t('base.list.sort_by', { column: column.title })

  return (
    <div
      ref={drag.ref}
      role="columnheader"
      aria-colindex={position + 2}
      aria-sort={direction === null ? undefined : direction === 'asc' ? 'ascending' : 'descending'}
      className={classes['heading']}
      data-align={column.align}
      data-frozen={column.isFrozen ? (isLastFrozen ? 'last' : true) : undefined}
      data-drop={drag.edge ?? undefined}
      data-dragged={drag.isDragged || undefined}
      style={column.isFrozen ? { left: `var(--left-${position})` } : undefined}
      onContextMenu={(event) => {
        if (!renderMenu) return
        event.preventDefault()
        onMenu(true)
      }}
    >
      <button
        type="button"
        className={classes['sort']}
        data-heading={position}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={column.isSortable ? sortLabel : column.title}
        title={column.title}
        onFocus={onFocus}
        onClick={() => {
          if (column.isSortable) onSort({ column: column.id, direction: direction === 'asc' ? 'desc' : 'asc' })
          else onMenu(true)
        }}
      >
        <span>{column.title}</span>
        {direction && <Arrow size={12} stroke={2} aria-hidden />}
      </button>
      {renderMenu && (
        <Menu opened={isMenuOpen} onChange={onMenu} position="bottom-start" width={224}>
          <Menu.Target>
            <button
              type="button"
              className={classes['headingMenu']}
              tabIndex={-1}
              aria-label={t('base.grid.column_menu', { column: column.title })}
            >
              <IconChevronDown size={14} stroke={1.5} aria-hidden />
            </button>
          </Menu.Target>
          {isMenuOpen && <Menu.Dropdown>{renderMenu(column, position)}</Menu.Dropdown>}
        </Menu>
      )}
      {onResize && <div className={classes['handle']} aria-hidden {...resize} />}
    </div>
  )
}
