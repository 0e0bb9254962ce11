// The rows of a list with all that can be done to them, and the record beside them.
import { type CSSProperties, useEffect, useEffectEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { DataGrid } from '#renderer/ui/data-grid/DataGrid.tsx'
import { moveLines, START } from '#renderer/ui/data-grid/grid-place.ts'
import { useRowWindow } from '#renderer/ui/data-grid/use-row-window.ts'
import { useRowHeight } from '#renderer/ui/density.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { firstSort } from '#shared/lists/list-fields.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ListQuestion, ListRow } from '#shared/lists/list-question.ts'
import { BulkBar } from './BulkBar.tsx'
import { ExportForm } from './ExportForm.tsx'
import { CellEditor, isTyped } from './CellEditor.tsx'
import { groupHeading } from './group-heading.tsx'
import { HeadingMenu } from './HeadingMenu.tsx'
import { type ShownColumn, withMoved, withWidth } from './list-columns.ts'
import { ListEmpty } from './ListEmpty.tsx'
import type { ListScreenProps } from './list-screen.ts'
import { fromList } from './NextRecords.tsx'
import { PastePreview } from './PastePreview.tsx'
import { RefusedModal } from './RefusedModal.tsx'
import { NOTHING } from './selection.ts'
import { PeekedRecord } from './PeekedRecord.tsx'
import classes from './ListBody.module.css'
import { type RefusedCell, useCellSaves } from './use-cell-saves.ts'
import { useClipboard } from './use-clipboard.ts'
import { useFolding } from './use-folding.ts'
import { useGridColumns } from './use-grid-columns.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useListLines } from './use-list-lines.ts'
import { useListMemory } from './use-list-memory.ts'
import type { ListViewState } from './use-list-view.ts'
import type { ListVocabulary } from './use-list-vocabulary.ts'
import { type Peek, usePeekFollow } from './use-peek.ts'
import { usePlace } from './use-place.ts'
import { useRowMenu } from './use-row-menu.tsx'
import { useSelection } from './use-selection.ts'

interface ListBodyProps extends Pick<ListScreenProps, 'entity' | 'pathOf' | 'renderFirst' | 'renderPanel'> {
  readonly label: string
  readonly list: ListViewState
  readonly fields: readonly ListField[]
  readonly vocabulary: ListVocabulary
  readonly shown: readonly ShownColumn[]
  readonly question: ListQuestion
  readonly peek: Peek | null
  readonly onCounts: (counts: ListCounts) => void
  /** What the bar asked for, of all groups. */
  readonly folding: { readonly isOpen: boolean } | null
  /** What is being exported. */
  readonly exporting: Exporting
  readonly onExporting: (next: Exporting) => void
}

export type Exporting = 'list' | 'selection' | null

export interface ListCounts {
  /** `null` while it is not known. */
  readonly rows: number | null
  readonly selected: number
}

const HEADER = 33
/** Of a view that asks for compact rows, in pixels. */
const COMPACT = 32

/** The variable that all rows take their height from. */
const rowStyle = (height: number): CSSProperties => Object.fromEntries([['--kith-row', `${height}px`]])

export function ListBody(props: ListBodyProps) {
  const { entity, pathOf, renderFirst, renderPanel, label, list, fields, vocabulary, shown, question, peek, onCounts } = props
  const { exporting, onExporting } = props
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { memory, remember } = useListMemory(entity)
  const usualHeight = useRowHeight()
  const rowHeight = list.config.density === 'compact' ? Math.min(COMPACT, usualHeight) : usualHeight
  const folding = useFolding(memory?.folded, props.folding)
  const [lineCount, setLineCount] = useState(0)
  const view = useRowWindow({ count: lineCount, rowHeight, headerHeight: HEADER, initialOffset: memory?.offset ?? 0 })
  const { config } = list
  const groupField = fields.find(({ id }) => id === config.group) ?? null
  const group = groupField?.id ?? null
  const listKey = JSON.stringify([question, group])

  const lines = useListLines({
    question,
    columns: shown.map(({ field }) => field.id),
    group,
    summed: shown.filter(({ field }) => field.isSummable).map(({ field }) => field.id),
    folded: folding.folded,
    inView: view,
    heading: (one, isOpen) =>
      groupField ? groupHeading({ t, format }, groupField, fields, one, isOpen) : { heading: null, name: '' },
  })
  if ((lines.lineCount ?? 0) !== lineCount) setLineCount(lines.lineCount ?? 0)
  const [place, setPlace] = usePlace({ listKey, initial: memory?.place ?? START, lineAt: lines.lineAt, view })
  const selected = useSelection({ question, rowCount: lines.rowCount ?? 0, initial: memory?.selection ?? NOTHING })
  const saves = useCellSaves(entity)
  const columns = useGridColumns({ shown, frozen: config.frozen, pathOf, question, refusedAt: saves.refusedAt })
  const shownFields = shown.map(({ field }) => field)
  const clipboard = useClipboard({ entity, fields: shownFields, lineCount, lineAt: lines.lineAt })

  useEffect(() => onCounts({ rows: lines.rowCount, selected: selected.count }), [onCounts, lines.rowCount, selected.count])
  folding.follow(lines.segments)
  remember({ place, selection: selected.selection, folded: folding.folded, offset: view.offset })

  const rowAt = (line: number): ListRow | null => {
    const there = lines.lineAt(line)
    return there?.kind === 'record' ? there.row : null
  }
  const backTo = useEffectEvent(({ rowId, fieldId }: RefusedCell) => {
    const column = shown.findIndex(({ field }) => field.id === fieldId)
    let line = view.first
    while (line <= view.last && rowAt(line)?.id !== rowId) line += 1
    // A refused text is put right at once, unless the next one is being typed already: then its cell is marked.
    if (line <= view.last && column >= 0 && place.isOpen !== true)
      setPlace({ active: { line, column }, anchor: null, isOpen: true })
  })
  useEffect(() => {
    if (saves.lastRefused) backTo(saves.lastRefused)
  }, [saves.lastRefused])
  const current = rowAt(place.active.line)
  const open = ({ id }: { readonly id: string }) => {
    const path = pathOf(id)
    if (path !== null) void navigate(path, { state: fromList(question) })
  }
  const rowMenu = useRowMenu({
    ...{ question, fields, selected, pathOf, onOpen: open },
    onPeek:
      peek &&
      (({ id }, line) => {
        setPlace({ active: { line, column: null }, anchor: null })
        peek.show(id)
      }),
  })
  usePeekFollow(peek, current?.id ?? null)
  const step = (count: number) => {
    const next = moveLines(place, count, { lines: lineCount, columns: columns.length })
    setPlace(next)
    view.show(next.active.line)
  }
  useListKeys({
    hasPanel: peek !== null,
    onStep: (count) => {
      view.scroller.current?.focus()
      step(count)
    },
    onSelect: () => current && selected.grid.toggle([current.id]),
  })

  const isEmpty = lines.rowCount === 0 || lines.lineCount === 0
  const sort = config.sort ?? firstSort[entity]
  return (
    <div className={classes['split']} style={rowStyle(rowHeight)}>
      <div className={classes['rows']}>
        {lines.isCut && (
          <div role="status" className={classes['note']}>
            {t('lists.group.cut')}
          </div>
        )}
        <DataGrid
          label={label}
          columns={columns}
          lineCount={lines.lineCount}
          lineAt={lines.lineAt}
          window={view}
          place={place}
          onPlace={setPlace}
          sort={{ column: sort.field, direction: sort.direction }}
          onSort={({ column, direction }) => list.change({ sort: { field: column, direction } })}
          selection={selected.grid}
          renderMenu={(_, position) => <HeadingMenu list={list} shown={shown} position={position} />}
          onMove={(id, beforeId) => list.change({ columns: withMoved(shown, id, beforeId) })}
          onResize={(id, width) => list.change({ columns: withWidth(shown, id, width) })}
          isTypable={(id) => shownFields.some((field) => field.id === id && isTyped(field))}
          renderEditor={(editing) => {
            const field = shownFields.find(({ id }) => id === editing.column)
            return field && <CellEditor key={`${editing.row.id} ${field.id}`} saves={saves} field={field} editing={editing} />
          }}
          renderActions={rowMenu.quickActions}
          onMenu={(row, line, at) => {
            // The keyboard comes along, so that it is there when the menu has gone.
            setPlace({ active: { line, column: line === place.active.line ? place.active.column : null }, anchor: null })
            rowMenu.show(row, line, at)
          }}
          onOpen={open}
          isGrouped={group !== null}
          isMarked={peek?.isOpen ?? false}
          onPeek={peek ? ({ id }) => (peek.isOpen && peek.id === id ? peek.close() : peek.show(id)) : undefined}
          onFold={(line, isOpen) => folding.turn(lines.segments, line, isOpen)}
          onEmpty={clipboard.empty}
          onCopy={clipboard.copy}
          onPaste={clipboard.paste}
          onEscape={() => (selected.count > 0 ? selected.clear() : peek?.isOpen && peek.close())}
          over={
            lines.error ? (
              <ErrorNote error={lines.error} onRetry={lines.retry} />
            ) : isEmpty ? (
              <ListEmpty list={list} question={question} speech={vocabulary.speech} renderFirst={renderFirst} />
            ) : undefined
          }
        />
        {rowMenu.menus}
        <BulkBar
          entity={entity}
          state={question.state}
          fields={fields}
          selected={selected}
          rowCount={lines.rowCount ?? 0}
          onExport={() => onExporting('selection')}
        />
        {exporting && (
          <ExportForm
            title={label}
            rows={{
              question,
              rowCount: lines.rowCount ?? 0,
              selected,
              isOfSelection: exporting === 'selection',
            }}
            shown={shown}
            fields={fields}
            group={group}
            onClose={() => onExporting(null)}
          />
        )}
      </div>
      {peek?.isOpen && renderPanel && (
        <PeekedRecord
          question={question}
          id={peek.id ?? current?.id ?? null}
          renderPanel={renderPanel}
          onStep={step}
          onOpen={(id) => open({ id })}
          onClose={peek.close}
        />
      )}
      {clipboard.doubtful && <PastePreview pasted={clipboard.doubtful} onAccept={clipboard.accept} onClose={clipboard.giveUp} />}
      {clipboard.refused && <RefusedModal refused={clipboard.refused} onClose={clipboard.forgetRefused} />}
    </div>
  )
}
