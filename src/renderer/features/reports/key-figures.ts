// The figures at the head of the report, the same on paper and beside the preview.
import type { PipelineReport } from '#shared/reports/report.ts'
import { amountLines, weightedLines, type Words } from './figure-lines.ts'

export const keyFigures = ({ totals }: PipelineReport, words: Words) => {
  const { t, format } = words
  const { openDeals, wonDeals, lostDeals, winRate, open, won } = totals
  return [
    { label: t('reports.paper.open_deals'), lines: [format.number(openDeals)] },
    { label: t('reports.paper.amount'), lines: amountLines(open, words) },
    { label: t('reports.paper.weighted'), lines: weightedLines(open, words) },
    { label: t('reports.paper.won'), lines: [format.number(wonDeals)] },
    { label: t('reports.paper.won_amount'), lines: amountLines(won, words) },
    { label: t('reports.paper.lost'), lines: [format.number(lostDeals)] },
    { label: t('reports.paper.win_rate'), lines: [winRate === null ? t('reports.paper.no_win_rate') : format.percent(winRate)] },
  ]
}
