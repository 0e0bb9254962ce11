// A list of records of any length: light cells in a grid, only the rows in view, everything by keyboard.
import { hashKey, useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useRowHeight } from './density.tsx'
import { ErrorNote } from './ErrorNote.tsx'
import type { RecordColumn } from './record-column.ts'
import { RecordListHeader, type SortState } from './RecordListHeader.tsx'
import { RecordListRow } from './RecordListRow.tsx'
import classes from './RecordList.module.css'
import { recallScroll, rememberScroll } from './scroll-memory.ts'
import { useShortcuts } from './Shortcuts.tsx'
import { type RecordSource, useRecordRows } from './use-record-rows.ts'

interface RecordListProps<Row extends { readonly id: string }> extends SortState {
  readonly label: string
  readonly columns: readonly RecordColumn<Row>[]
  readonly source: RecordSource<Row>
  readonly onOpen: (row: Row) => void
  /** Ids of the selected rows; without it rows cannot be selected. */
  readonly selected?: ReadonlySet<string> | undefined
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined
  /** Shown instead of the rows when there are none. */
  readonly empty: ReactNode
}

export function RecordList<Row extends { readonly id: string }>(props: RecordListProps<Row>) {
  const { label, columns, source, onOpen, selected, onSelect, empty } = props
  const t = useT()
  const listId = useId()
  const rowHeight = useRowHeight()
  const memoryKey = useLocation().key
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(() => recallScroll(memoryKey)?.active ?? 0)
  const outline = useQuery(source.outline)
  const count = outline.data?.count ?? null
  const virtualizer = useVirtualizer({
    count: count ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: rowHeight,
    initialOffset: () => recallScroll(memoryKey)?.top ?? 0,
  })
  const items = virtualizer.getVirtualItems()
  const inView = { first: items[0]?.index ?? 0, last: items.at(-1)?.index ?? 0 }
  const { row, error, retry } = useRecordRows(source, outline, inView)

  const sourceKey = hashKey(source.outline.queryKey)
  const shownKey = useRef(sourceKey)
  useEffect(() => {
    // Another search or order begins at its top.
    if (shownKey.current === sourceKey) return
    shownKey.current = sourceKey
    setActive(0)
    virtualizer.scrollToOffset(0)
  }, [sourceKey, virtualizer])
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  useEffect(
    () => () => rememberScroll(memoryKey, { top: virtualizer.scrollOffset ?? 0, active }),
    [memoryKey, virtualizer, active],
  )

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(index, (count ?? 1) - 1))
    setActive(next)
    virtualizer.scrollToIndex(next)
  }
  const toggle = (id: string) => {
    if (!selected || !onSelect) return
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const current = row(active)
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(active + 1),
      j: () => goTo(active + 1),
      ArrowUp: () => goTo(active - 1),
      k: () => goTo(active - 1),
      PageDown: () => goTo(active + page),
      PageUp: () => goTo(active - page),
      Home: () => goTo(0),
      End: () => goTo((count ?? 1) - 1),
      Enter: () => current && onOpen(current),
      x: () => current && toggle(current.id),
      ' ': () => current && toggle(current.id),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }
  const focusAnd = (step: number) => () => {
    scroller.current?.focus()
    goTo(active + step)
  }
  useShortcuts([
    { keys: 'j', label: t('base.keys.next_row'), group: 'list', run: focusAnd(1) },
    { keys: 'k', label: t('base.keys.previous_row'), group: 'list', run: focusAnd(-1) },
  ])

  const template = columns.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(' ')
  const minWidth = columns.reduce((sum, { width }) => sum + width, 0)
  const isEmpty = count === 0
  return (
    <div className={classes['list']}>
      <div
        ref={scroller}
        className={classes['scroller']}
        role="grid"
        aria-label={label}
        aria-rowcount={count === null ? -1 : count + 1}
        aria-busy={count === null}
        aria-multiselectable={selected !== undefined}
        aria-activedescendant={row(active) ? `${listId}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <RecordListHeader {...props} template={template} minWidth={minWidth} />
        <div role="rowgroup" className={classes['canvas']} style={{ height: virtualizer.getTotalSize(), minWidth }}>
          {items.map(({ index, start }) => (
            <RecordListRow
              key={index}
              id={`${listId}-${index}`}
              index={index}
              top={start}
              row={row(index)}
              columns={columns}
              template={template}
              isActive={index === active}
              isSelected={selected?.has(row(index)?.id ?? '') ?? false}
              onOpen={onOpen}
              onPoint={setActive}
              {...(onSelect ? { onToggle: toggle } : {})}
            />
          ))}
          {count === null && <ListSkeleton />}
        </div>
      </div>
      {/* Beside the grid, which may hold rows only. */}
      {error && (
        <div className={classes['over']}>
          <ErrorNote error={error} onRetry={retry} />
        </div>
      )}
      {isEmpty && !error && <div className={classes['over']}>{empty}</div>}
    </div>
  )
}

/** Grey lines where rows will be, seen only if they take longer than 150 ms. */
function ListSkeleton() {
  return (
    <div className={classes['skeleton']} aria-hidden>
      {Array.from({ length: 12 }, (_, index) => (
        <div key={index} className={classes['skeletonRow']} />
      ))}
    </div>
  )
}
