// The rows of one table behind the chosen counts, fetched in the blocks that are in sight. What was seen stays until the rows have been
// checked anew, so that mending a cell never empties the grid.
import { useQueries } from '@tanstack/react-query'
import { useRef } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import type { GridLine } from '#renderer/ui/data-grid/grid-types.ts'
import type { AppError } from '#shared/base/app-error.ts'
import type { ImportPlan, RowFate } from '#shared/imports/plan.ts'
import type { PreviewedRow } from '#shared/imports/preview.ts'
import type { ImportSource } from '../import-source.ts'
import { planKey } from '../use-inspection.ts'

const BLOCK = 100
const KEPT_MS = 20_000

export interface CheckedRow extends PreviewedRow {
  readonly id: string
}

interface ImportRowsOptions {
  readonly sources: readonly ImportSource[]
  readonly plan: ImportPlan
  /** The place of the table in the plan. */
  readonly table: number
  readonly fates: readonly RowFate[]
  readonly onlyProblems: boolean
  readonly inView: { readonly first: number; readonly last: number }
}

export interface ImportRows {
  /** `null` while it is not known. */
  readonly count: number | null
  readonly lineAt: (index: number) => GridLine<CheckedRow> | undefined
  readonly error: AppError | null
  readonly retry: () => void
  /** Whether what is shown is from before the last change. */
  readonly isOld: boolean
}

const lines = new WeakMap<PreviewedRow, GridLine<CheckedRow>>()
/** The same object for the same row, so that an unchanged row is not drawn again. */
const toLine = (row: PreviewedRow): GridLine<CheckedRow> => {
  const line = lines.get(row) ?? { kind: 'record', row: { ...row, id: String(row.row) } }
  lines.set(row, line)
  return line
}

export const useImportRows = ({ sources, plan, table, fates, onlyProblems, inView }: ImportRowsOptions): ImportRows => {
  const api = useApi()
  const files = sources.map(({ file }) => file)
  const asked = { plan, table, fates: [...fates], onlyProblems }
  const first = Math.max(0, Math.floor(inView.first / BLOCK))
  const last = Math.max(first, Math.floor(inView.last / BLOCK))
  const blocks = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const answers = useQueries({
    queries: blocks.map((block) => ({
      ...api.imports.rows({ files, ...asked, offset: block * BLOCK, limit: BLOCK }),
      // A dropped file has no name of its own that could tell two of them apart.
      queryKey: ['imports.rows', planKey(plan), table, fates, onlyProblems, block],
      gcTime: KEPT_MS,
    })),
  })

  const seen = useRef<{ total: number | null; readonly blocks: Map<number, readonly GridLine<CheckedRow>[]> }>({
    total: null,
    blocks: new Map(),
  })
  answers.forEach(({ data }, index) => {
    const block = blocks[index]
    if (!data || block === undefined) return
    seen.current.total = data.total
    seen.current.blocks.set(block, data.rows.map(toLine))
  })
  const { total, blocks: known } = seen.current
  return {
    count: total,
    lineAt: (index) => known.get(Math.floor(index / BLOCK))?.[index % BLOCK],
    error: answers.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch()
    },
    isOld: answers.some(({ isPending }) => isPending),
  }
}
