// A grid of records of any length: light cells, only the rows in sight, everything by keyboard. It knows how a list looks and is moved
// through; what the rows are, and what may be done with them, it is told.
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import classes from './DataGrid.module.css'
import { DataGridHeader, type ColumnActions } from './DataGridHeader.tsx'
import { DataGridRow } from './DataGridRow.tsx'
import { GridSkeleton } from './GridSkeleton.tsx'
import { gridClipboard } from './grid-clipboard.ts'
import { afterLeaving, blockOf, type GridPlace, moveLines } from './grid-place.ts'
import type { CellBlock, CellEditing, GridColumn, GridLine, GridRecord, GridSelection, GridSort, Leaving } from './grid-types.ts'
import { gridStyle } from './grid-style.ts'
import { idsOf } from './grid-ids.ts'
import { runGridKey } from './grid-keys.ts'
import { type Point, useGridMenu } from './use-grid-menu.ts'
import { showColumn } from './show-column.ts'
import { useGridFocus } from './use-grid-focus.ts'
import { useGridMouse } from './use-grid-mouse.ts'
import type { RowWindow } from './use-row-window.ts'

export interface DataGridProps<Row extends GridRecord> extends Partial<ColumnActions> {
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  /** `null` while it is not known. */
  readonly lineCount: number | null
  readonly lineAt: (index: number) => GridLine<Row> | undefined
  readonly window: RowWindow
  readonly place: GridPlace
  readonly onPlace: (place: GridPlace) => void
  readonly sort: GridSort | null
  readonly onSort: (sort: GridSort) => void
  readonly selection: GridSelection
  readonly renderMenu?: ((column: GridColumn<Row>, position: number) => ReactNode) | undefined
  /** The editor of the active cell, if the column has one that is to be there before it is opened. */
  readonly renderEditor?: ((editing: CellEditing<Row>) => ReactNode) | undefined
  /** Whether the cell of this column waits for typing as soon as the keyboard is on it. */
  readonly isTypable?: ((column: string) => boolean) | undefined
  readonly renderActions?: ((row: Row, line: number) => ReactNode) | undefined
  /** The menu of a row was asked for. */
  readonly onMenu?: ((row: Row, line: number, at: Point) => void) | undefined
  readonly onOpen: (row: Row) => void
  readonly onPeek?: ((row: Row) => void) | undefined
  readonly onFold?: ((line: number, isOpen?: boolean) => void) | undefined
  readonly onEmpty?: ((block: CellBlock) => void) | undefined
  readonly onCopy?: ((block: CellBlock) => string | null) | undefined
  readonly onPaste?: ((block: CellBlock, text: string) => void) | undefined
  readonly onEscape?: (() => void) | undefined
  /** Whether there are headings of groups among the lines. */
  readonly isGrouped?: boolean | undefined
  /** The row of the keyboard is shown as such while the keyboard is elsewhere, too. */
  readonly isMarked?: boolean | undefined
  /** Over the rows: why there are none, or what went wrong. */
  readonly over?: ReactNode
}

export function DataGrid<Row extends GridRecord>(props: DataGridProps<Row>) {
  const {
    label,
    columns,
    lineCount,
    lineAt,
    window: view,
    place,
    onPlace,
    selection,
    renderEditor,
    isTypable,
    renderActions,
    over,
  } = props
  const gridId = useId()
  const isEditing = place.isOpen === true
  const setIsEditing = (isOpen: boolean) => onPlace({ ...place, isOpen })
  const guard = useRef<(() => Promise<boolean>) | null>(null)
  const { scroller } = view
  const size = { lines: lineCount ?? 0, columns: columns.length }
  const line = Math.min(place.active.line, Math.max(0, size.lines - 1))
  const activeColumn = place.active.column === null ? null : Math.min(place.active.column, columns.length - 1)
  const current = lineAt(line)
  const row = current?.kind === 'record' ? current.row : null
  const block = blockOf(place)
  const column = activeColumn === null ? undefined : columns[activeColumn]

  const takeFocus = useGridFocus(scroller, isEditing)
  const go = (next: GridPlace) => {
    takeFocus()
    onPlace(next)
    view.show(next.active.line)
    showColumn(scroller.current, next.active.column, columns)
  }
  const edit = (at: number) => {
    if (!row || !columns[at]?.isEditable || !renderEditor) return
    if (at !== activeColumn) takeFocus()
    onPlace({ active: { line, column: at }, anchor: null, isOpen: true })
  }
  const blockOrCell: CellBlock = block ?? {
    ...{ firstLine: line, lastLine: line, firstColumn: activeColumn ?? 0, lastColumn: activeColumn ?? 0 },
  }

  const menu = useGridMenu({ gridId, line, lineAt, isEditing, onMenu: props.onMenu })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target instanceof HTMLElement ? event.target : null
    if (event.nativeEvent.isComposing || isEditing || !event.currentTarget.contains(target) || target?.closest('[data-header]'))
      return
    if (menu.onMenuKey(event)) return event.preventDefault()
    const isCell = column !== undefined && (isTypable?.(column.id) ?? false) && column.isEditable === true
    const isOwn = runGridKey(event, {
      place: { ...place, active: { line, column: activeColumn } },
      size,
      pageSize: view.pageSize,
      go,
      isTypable: isCell,
      isEditable: column?.isEditable === true,
      isGroup: current?.kind === 'group',
      open: () => row && props.onOpen(row),
      openFull: () => row && props.onOpen(row),
      peek: props.onPeek && (() => row && props.onPeek?.(row)),
      edit: () => edit(activeColumn ?? 0),
      empty: () => props.onEmpty?.(blockOrCell),
      toggle: () => selection.toggle(idsOf(block, line, lineAt)),
      selectAll: () => selection.toggleAll(),
      fold: (isOpen) => props.onFold?.(line, isOpen),
      goToHeader: () => scroller.current?.querySelector<HTMLElement>('[data-heading][tabindex="0"]')?.focus(),
      escape: () => props.onEscape?.(),
    })
    if (isOwn) event.preventDefault()
    // The row arrived after the keyboard: what is typed belongs to its cell.
    else if (isCell && event.target === scroller.current) scroller.current?.querySelector<HTMLElement>('[data-catcher]')?.focus()
  }

  const mouse = useGridMouse({
    place: { ...place, active: { line, column: activeColumn } },
    lineAt,
    isEditing,
    mayLeave: async () => !isEditing || !guard.current || guard.current(),
    onGo: go,
    onPlace,
    onToggle: selection.toggle,
    onFold: props.onFold,
    onDouble: (there, at) => (columns[at]?.isEditable && renderEditor ? edit(at) : props.onOpen(there)),
  })
  const clipboard = gridClipboard({
    isEditing,
    block: blockOrCell,
    isWholeRow: activeColumn === null && !block,
    columnCount: columns.length,
    onCopy: props.onCopy,
    onPaste: props.onPaste,
  })
  const leave = (leaving: Leaving) => {
    go(afterLeaving({ active: { line, column: activeColumn }, anchor: null }, leaving, size))
  }
  const shown = Array.from({ length: Math.max(0, view.last - view.first + 1) }, (_, index) => view.first + index)
  const hasCell = column !== undefined && row !== null
  // A row keeps its element, and what is typed into it, when others come before it. In groups a record may stand twice.
  const keys = new Set<string>()
  const keyOf = (there: GridLine<Row> | undefined, index: number): string => {
    const key = there?.kind === 'record' && !keys.has(there.row.id) ? there.row.id : `line ${index}`
    keys.add(key)
    return key
  }
  return (
    <div className={classes['grid']}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its role depends on its lines */}
      <div
        ref={scroller}
        className={classes['scroller']}
        role={props.isGrouped ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={lineCount === null ? -1 : lineCount + 1}
        aria-colcount={columns.length + 1}
        aria-busy={lineCount === null}
        aria-multiselectable
        aria-activedescendant={
          current && line >= view.first && line <= view.last
            ? hasCell
              ? `${gridId}-${line}-${activeColumn}`
              : `${gridId}-${line}`
            : undefined
        }
        data-marked={props.isMarked || undefined}
        data-selecting={selection.extent !== 'none' || undefined}
        tabIndex={0}
        style={gridStyle(columns)}
        onScroll={(event) => {
          event.currentTarget.toggleAttribute('data-scrolled', event.currentTarget.scrollLeft > 0)
          view.onScroll()
        }}
        onKeyDown={onKeyDown}
        {...mouse.handlers}
        onContextMenu={menu.onContextMenu}
        {...clipboard}
      >
        <DataGridHeader {...props} scroller={scroller} onEnterRows={() => go(moveLines(place, 0, size))} />
        <div role="rowgroup" className={classes['canvas']} style={{ height: view.height }}>
          {shown.map((index) => {
            const there = lineAt(index)
            const isActive = index === line
            const isInBlock = block !== null && index >= block.firstLine && index <= block.lastLine
            return (
              <DataGridRow
                key={keyOf(there, index)}
                gridId={gridId}
                index={index}
                top={view.topOf(index)}
                line={there}
                level={props.isGrouped ? 2 : undefined}
                columns={columns}
                isActive={isActive}
                activeColumn={isActive ? activeColumn : null}
                blockFrom={isInBlock ? block.firstColumn : -1}
                blockTo={isInBlock ? block.lastColumn : -2}
                isSelected={there?.kind === 'record' && selection.has(there.row.id)}
                editor={
                  isActive && hasCell && column.isEditable && (isEditing || isTypable?.(column.id))
                    ? renderEditor?.({
                        row,
                        column: column.id,
                        isOpen: isEditing,
                        open: () => setIsEditing(true),
                        leave,
                        close: () => setIsEditing(false),
                        onGuard: (ask) => {
                          guard.current = ask
                        },
                      })
                    : undefined
                }
                actions={index === mouse.pointedAt && there?.kind === 'record' ? renderActions?.(there.row, index) : undefined}
              />
            )
          })}
          {lineCount === null && <GridSkeleton />}
        </div>
      </div>
      {/* Beside the grid, which may hold rows only. */}
      {over && <div className={classes['over']}>{over}</div>}
    </div>
  )
}
