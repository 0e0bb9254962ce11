// The rows of one table behind the pressed counts: a grid of any length whose cells can be mended, and the current row beside it.
import { useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { TextCellEditor } from '#renderer/records/lists/TextCellEditor.tsx'
import { usePlace } from '#renderer/records/lists/use-place.ts'
import { DataGrid } from '#renderer/ui/data-grid/DataGrid.tsx'
import { showColumn } from '#renderer/ui/data-grid/show-column.ts'
import { START } from '#renderer/ui/data-grid/grid-place.ts'
import { useRowWindow } from '#renderer/ui/data-grid/use-row-window.ts'
import { useRowHeight } from '#renderer/ui/density.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { SplitView } from '#renderer/ui/SplitView.tsx'
import type { ImportPlan, RowFate } from '#shared/imports/plan.ts'
import { useImportFields } from '../columns/use-import-fields.ts'
import { useImportSession } from '../import-session.ts'
import { editAt, withDecision, withEdit } from '../session-changes.ts'
import type { PlannedTable } from '../session-plan.ts'
import type { Planned } from '../use-inspection.ts'
import { CellReason } from './CellReason.tsx'
import { nextBadCell } from './next-bad-cell.ts'
import { RowDetail } from './RowDetail.tsx'
import { SelectedRows } from './SelectedRows.tsx'
import { useCheckColumns } from './use-check-columns.tsx'
import { type CheckedRow, useImportRows } from './use-import-rows.ts'
import { useRowSelection } from './use-row-selection.ts'

interface RowsViewProps {
  readonly planned: Planned
  readonly shown: PlannedTable
  readonly plan: ImportPlan
  /** Of the table in the plan. */
  readonly place: number
  readonly fates: readonly RowFate[]
  readonly onlyProblems: boolean
}

const HEADER = 33

/** The other columns say what becomes of the row. */
const isOfFile = (column: string): boolean => /^c\d/u.test(column)

export function RowsView({ planned, shown, plan, place: table, fates, onlyProblems }: RowsViewProps) {
  const t = useT()
  const { session, change } = useImportSession()
  const [lineCount, setLineCount] = useState(0)
  const view = useRowWindow({ count: lineCount, rowHeight: useRowHeight(), headerHeight: HEADER, initialOffset: 0 })
  const rows = useImportRows({ sources: session.sources, plan, table, fates, onlyProblems, inView: view })
  if ((rows.count ?? 0) !== lineCount) setLineCount(rows.count ?? 0)
  const fields = useImportFields(shown.plan.entity)
  const sheet = planned.sheetOf(shown.plan)
  const columns = useCheckColumns({ plan: shown.plan, sheet })
  const [place, setPlace] = usePlace<CheckedRow>({ listKey: 'rows', initial: START, lineAt: rows.lineAt, view })
  const selection = useRowSelection({ rows, ask: { sources: session.sources, plan, table, fates, onlyProblems } })
  // What the file itself says in cells that were mended, so that the old text leaves no change behind.
  const originals = useRef(new Map<string, string>())

  const rowAt = (line: number): CheckedRow | null => {
    const there = rows.lineAt(line)
    return there?.kind === 'record' ? there.row : null
  }
  const current = rowAt(place.active.line)
  const columnOf = (id: string): number => Number(id.slice(1))
  const mend = (row: CheckedRow, column: number, value: string) => {
    const key = `${row.row} ${column}`
    if (!editAt(session, shown.key, row.row, column) && !originals.current.has(key))
      originals.current.set(key, row.cells[column] ?? '')
    change(withEdit(session, shown.key, { row: row.row, column, value }, originals.current.get(key) ?? null))
  }
  const decide = (numbers: readonly number[], decision: Parameters<typeof withDecision>[3]) =>
    change(withDecision(session, shown.key, numbers, decision))
  const goTo = (line: number, column: number | null, isOpen = false) => {
    setPlace({ active: { line, column }, anchor: null, isOpen })
    view.show(line)
    showColumn(view.scroller.current, column, columns)
    if (!isOpen) view.scroller.current?.focus()
  }
  const goToCell = (line: number, fileColumn: number | null, isOpen: boolean) => {
    const at = columns.findIndex(({ id }) => id === `c${fileColumn}`)
    goTo(line, at === -1 ? null : at, isOpen && at !== -1)
  }
  const goToNextBad = (step: 1 | -1) => {
    const active = columns[place.active.column ?? -1]
    const found = nextBadCell({
      rowAt,
      count: lineCount,
      from: { line: place.active.line, id: active?.id ?? null },
      columns,
      step,
    })
    if (found) goTo(found.line, found.column)
  }
  useShortcuts([
    { keys: 'mod+.', label: t('imports.check.next_bad'), group: 'list', run: () => goToNextBad(1) },
    { keys: 'mod+,', label: t('imports.check.previous_bad'), group: 'list', run: () => goToNextBad(-1) },
  ])

  return (
    <SplitView
      label={t('imports.detail.title')}
      aside={
        lineCount === 0 ? null : !current ? (
          <Pending />
        ) : (
          <RowDetail
            key={current.id}
            row={current}
            shown={shown}
            sheet={sheet}
            fields={fields}
            onCell={(column) => goToCell(place.active.line, column, true)}
            onDecide={(decision) => decide([current.row], decision)}
          />
        )
      }
    >
      <DataGrid
        label={t('imports.check.rows')}
        columns={columns}
        lineCount={rows.count}
        lineAt={rows.lineAt}
        window={view}
        place={place}
        onPlace={setPlace}
        sort={null}
        onSort={() => undefined}
        selection={selection.grid}
        isTypable={isOfFile}
        isMarked
        renderEditor={({ row, column, ...editing }) => {
          const at = columnOf(column)
          return (
            <>
              <TextCellEditor
                key={`${row.id} ${column}`}
                label={t('imports.check.mend', { column: sheet?.columns[at]?.heading ?? '', row: row.row })}
                initial={row.cells[at] ?? ''}
                refused={undefined}
                editing={editing}
                isMultiline={false}
                isEnd={false}
                read={(text) => ({ value: text })}
                onSend={({ text }) => mend(row, at, text)}
                onForget={() => undefined}
              />
              {!editing.isOpen && <CellReason problems={row.problems.filter((problem) => problem.column === at)} />}
            </>
          )
        }}
        onOpen={(row) => goToCell(place.active.line, row.problems[0]?.column ?? null, true)}
        onEmpty={({ firstLine, lastLine, firstColumn, lastColumn }) => {
          const ids = columns.slice(firstColumn, lastColumn + 1).filter(({ id }) => isOfFile(id))
          for (let line = firstLine; line <= lastLine; line += 1) {
            const row = rowAt(line)
            if (row && firstLine === lastLine) for (const { id } of ids) mend(row, columnOf(id), '')
          }
        }}
        over={
          rows.error ? (
            <ErrorNote error={rows.error} onRetry={rows.retry} />
          ) : rows.count === 0 ? (
            <EmptyState text={t('imports.check.no_rows')} />
          ) : undefined
        }
      />
      <SelectedRows selection={selection} onDecide={decide} />
    </SplitView>
  )
}
