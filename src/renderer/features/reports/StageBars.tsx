// The open amount of each stage as bars, a chart for each currency. The table of the stages stands beneath.
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { PaperNote, PaperSection } from '#renderer/ui/paper/Paper.tsx'
import { PaperBars } from '#renderer/ui/paper/PaperBars.tsx'
import type { PipelineReport } from '#shared/reports/report.ts'

export function StageBars({ report: { stages, totals } }: { readonly report: PipelineReport }) {
  const t = useT()
  const { roundMoney } = useFormat()
  const charts = totals.open.filter(({ amountMinor }) => amountMinor > 0)

  return charts.map(({ currency }) => {
    const title = charts.length === 1 ? t('reports.paper.chart') : t('reports.paper.chart_in', { currency })
    const bars = stages
      .filter(({ outcome }) => outcome === null)
      .map(({ stageId, name, figures }) => {
        const { amountMinor = 0, weightedMinor = 0 } = figures.find((some) => some.currency === currency) ?? {}
        const value = { sum: roundMoney(amountMinor, currency), weighted: roundMoney(weightedMinor, currency) }
        return { id: stageId, name, whole: amountMinor, part: weightedMinor, value: t('reports.paper.chart_value', value) }
      })
    return (
      <PaperSection key={currency} title={title}>
        <PaperBars label={title} bars={bars} />
        <PaperNote>{t('reports.paper.chart_key')}</PaperNote>
      </PaperSection>
    )
  })
}
