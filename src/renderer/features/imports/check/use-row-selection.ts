// The rows that a decision is to be made for together. All rows behind the pressed counts can be chosen, however many.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import type { GridSelection } from '#renderer/ui/data-grid/grid-types.ts'
import type { ImportPlan, RowFate } from '#shared/imports/plan.ts'
import type { ImportSource } from '../import-source.ts'
import { planKey } from '../use-inspection.ts'
import type { ImportRows } from './use-import-rows.ts'

const PAGE = 200

interface RowSelectionOptions {
  readonly rows: ImportRows
  readonly ask: {
    readonly sources: readonly ImportSource[]
    readonly plan: ImportPlan
    readonly table: number
    readonly fates: readonly RowFate[]
    readonly onlyProblems: boolean
  }
}

export interface RowSelection {
  readonly grid: GridSelection
  readonly rows: readonly number[]
  /** All of them are being fetched. */
  readonly isBusy: boolean
  readonly clear: () => void
}

export const useRowSelection = ({ rows, ask }: RowSelectionOptions): RowSelection => {
  const api = useApi()
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setIsBusy] = useState(false)
  const { sources, plan, table, fates, onlyProblems } = ask

  const chooseAll = async () => {
    setIsBusy(true)
    try {
      const all: string[] = []
      for (let offset = 0, total = 1; offset < total; offset += PAGE) {
        const page = await queryClient.fetchQuery({
          ...api.imports.rows({
            files: sources.map(({ file }) => file),
            ...{ plan, table, onlyProblems, offset, fates: [...fates], limit: PAGE },
          }),
          queryKey: ['imports.rows', 'all', planKey(plan), table, fates, onlyProblems, offset],
          gcTime: 0,
        })
        total = page.total
        all.push(...page.rows.map(({ row }) => String(row)))
      }
      setChosen(new Set(all))
    } finally {
      setIsBusy(false)
    }
  }
  const extent = chosen.size === 0 ? 'none' : chosen.size === rows.count ? 'all' : 'some'
  return {
    rows: [...chosen].map(Number),
    isBusy,
    clear: () => setChosen(new Set()),
    grid: {
      has: (id) => chosen.has(id),
      extent,
      toggle: (ids) => {
        const next = new Set(chosen)
        const isAll = ids.every((id) => next.has(id))
        for (const id of ids) {
          if (isAll) next.delete(id)
          else next.add(id)
        }
        setChosen(next)
      },
      toggleAll: () => {
        if (extent === 'all') setChosen(new Set())
        else void chooseAll()
      },
    },
  }
}
