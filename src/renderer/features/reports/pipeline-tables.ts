// The rows of the report's tables, in words and figures.
import type { PaperRow } from '#renderer/ui/paper/PaperTable.tsx'
import type { PipelineReport } from '#shared/reports/report.ts'
import { amountLines, countOf, weightedLines, type Words } from './figure-lines.ts'

interface TableContent {
  readonly headings: readonly string[]
  readonly rows: readonly PaperRow[]
  readonly totals: readonly PaperRow[]
}

export const stageTable = ({ stages, totals }: PipelineReport, words: Words): TableContent => {
  const { t, format } = words
  return {
    headings: [
      t('reports.paper.stage'),
      t('reports.paper.probability'),
      t('reports.paper.deals'),
      t('reports.paper.amount'),
      t('reports.paper.weighted'),
    ],
    rows: stages.map(({ stageId, name, probability, figures }) => ({
      id: stageId,
      cells: [
        name,
        format.percent(probability / 100),
        format.number(countOf(figures)),
        amountLines(figures, words),
        weightedLines(figures, words),
      ],
    })),
    totals: [
      {
        id: 'total',
        cells: [
          t('reports.paper.total_open'),
          '',
          format.number(totals.openDeals),
          amountLines(totals.open, words),
          weightedLines(totals.open, words),
        ],
      },
    ],
  }
}

export const ownerTable = ({ owners, totals }: PipelineReport, words: Words): TableContent => {
  const { t, format } = words
  const rate = (won: number, lost: number) => (won + lost === 0 ? '–' : format.percent(won / (won + lost)))
  return {
    headings: [
      t('reports.paper.owner'),
      t('reports.paper.open'),
      t('reports.paper.open_amount'),
      t('reports.paper.weighted'),
      t('reports.paper.won'),
      t('reports.paper.won_amount'),
      t('reports.paper.lost'),
      t('reports.paper.win_rate'),
    ],
    rows: owners.map(({ ownerId, name, open, won, wonDeals, lostDeals }) => ({
      id: ownerId ?? 'none',
      cells: [
        name ?? t('reports.paper.no_owner'),
        format.number(countOf(open)),
        amountLines(open, words),
        weightedLines(open, words),
        format.number(wonDeals),
        amountLines(won, words),
        format.number(lostDeals),
        rate(wonDeals, lostDeals),
      ],
    })),
    totals: [
      {
        id: 'total',
        cells: [
          t('reports.paper.total'),
          format.number(totals.openDeals),
          amountLines(totals.open, words),
          weightedLines(totals.open, words),
          format.number(totals.wonDeals),
          amountLines(totals.won, words),
          format.number(totals.lostDeals),
          rate(totals.wonDeals, totals.lostDeals),
        ],
      },
    ],
  }
}

export const monthTable = ({ months, totals, asOf }: PipelineReport, words: Words): TableContent => {
  const { t, format } = words
  const nameOf = ({ month, isOverdue }: PipelineReport['months'][number]): string => {
    if (isOverdue) return t('reports.paper.overdue', { day: format.day(asOf) })
    return month === null ? t('reports.paper.no_date') : format.month(month)
  }
  return {
    headings: [t('reports.paper.month'), t('reports.paper.deals'), t('reports.paper.amount'), t('reports.paper.weighted')],
    rows: months.map((line) => ({
      id: line.isOverdue ? 'overdue' : (line.month ?? 'none'),
      cells: [
        nameOf(line),
        format.number(countOf(line.figures)),
        amountLines(line.figures, words),
        weightedLines(line.figures, words),
      ],
    })),
    totals: [
      {
        id: 'total',
        cells: [
          t('reports.paper.total'),
          format.number(totals.openDeals),
          amountLines(totals.open, words),
          weightedLines(totals.open, words),
        ],
      },
    ],
  }
}
