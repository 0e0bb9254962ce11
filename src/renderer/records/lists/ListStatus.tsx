// The foot of a list: how many rows, how many of them are selected, and the sums of its columns.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { ListQuestion } from '#shared/lists/list-question.ts'
import { fieldLabel } from './field-words.ts'
import type { ShownColumn } from './list-columns.ts'

interface ListStatusProps {
  readonly question: ListQuestion
  readonly count: number
  readonly selected: number
  readonly shown: readonly ShownColumn[]
}

export function ListStatus({ question, count, selected, shown }: ListStatusProps) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const isNarrowed = question.text !== '' || question.importId !== null || question.filter.items.length > 0
  const total = useQuery({ ...api.lists.count({ entity: question.entity, state: question.state }), enabled: isNarrowed }).data
    ?.count
  const summed = shown.filter(({ field }) => field.isSummable).map(({ field }) => field.id)
  const totals = useQuery({ ...api.lists.totals({ ...question, columns: summed }), enabled: summed.length > 0 && count > 0 })
  const sums = (totals.data?.sums ?? []).flatMap(({ field: id, currency, sum }) => {
    const field = shown.find((column) => column.field.id === id)?.field
    return field ? [`${fieldLabel(t, field)} ${currency === null ? format.number(sum) : format.roundMoney(sum, currency)}`] : []
  })

  return (
    <>
      {[
        isNarrowed && total !== undefined ? t('base.list.rows_of', { count, total }) : t('base.list.rows', { count }),
        ...(selected > 0 ? [t('lists.bulk.selected', { count: selected })] : []),
        ...(count > 0 ? sums : []),
      ].join(' · ')}
    </>
  )
}
