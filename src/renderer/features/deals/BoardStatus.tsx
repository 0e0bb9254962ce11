// The foot of the board: how many deals are open, and what they come to, currency by currency.
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { BoardColumn } from '#shared/deals/deal.ts'
import { roundPercent } from '#shared/deals/pipeline.ts'

export function BoardStatus({ columns }: { readonly columns: readonly BoardColumn[] }) {
  const t = useT()
  const { roundMoney } = useFormat()
  const open = columns.filter(({ stage }) => stage.outcome === null)
  const count = open.reduce((total, column) => total + column.count, 0)
  const sums = open.flatMap(({ stage, sums: own }) => own.map((sum) => ({ ...sum, probability: stage.probability })))

  const texts = [...Map.groupBy(sums, ({ currency }) => currency)].map(([currency, own]) => {
    // Rounded once, as in the report.
    const hundredths = own.reduce((total, { amountMinor, probability }) => total + BigInt(amountMinor) * BigInt(probability), 0n)
    return t('deals.board.status_sum', {
      sum: roundMoney(
        own.reduce((total, { amountMinor }) => total + amountMinor, 0),
        currency,
      ),
      weighted: roundMoney(roundPercent(hundredths), currency),
    })
  })
  return <>{[t('deals.board.status', { count }), ...texts].join(' · ')}</>
}
