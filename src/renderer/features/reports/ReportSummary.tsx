// The figures beside the preview. Those that the board can show lead to it.
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { FigureGroup, FigureLink, FigureList } from '#renderer/ui/Figures.tsx'
import type { PipelineReport } from '#shared/reports/report.ts'
import { amountLines, countOf } from './figure-lines.ts'
import { keyFigures } from './key-figures.ts'

interface ReportSummaryProps {
  readonly report: PipelineReport
  readonly pipelineId: string | null
  readonly ownerId: string | null
}

export function ReportSummary({ report, pipelineId, ownerId }: ReportSummaryProps) {
  const t = useT()
  const format = useFormat()
  const words = { t, format }
  const boardOf = (filter: Readonly<Record<string, string | null>>) => {
    const wanted = Object.entries({ pipeline: pipelineId, owner: ownerId, ...filter })
    const params = wanted.filter((entry): entry is [string, string] => entry[1] !== null)
    return `/deals?${new URLSearchParams(params).toString()}`
  }

  return (
    <FigureList label={t('reports.summary')} hint={t('reports.summary_hint')}>
      <FigureGroup>
        {keyFigures(report, words).map(({ label, lines }) => (
          <FigureLink key={label} name={label} lines={lines} />
        ))}
      </FigureGroup>
      <FigureGroup title={t('reports.paper.by_stage')}>
        {report.stages.map(({ stageId, name, figures }) => (
          <FigureLink
            key={stageId}
            to={boardOf({ stage: stageId })}
            name={name}
            detail={t('reports.deals', { count: countOf(figures) })}
            lines={amountLines(figures, words)}
          />
        ))}
      </FigureGroup>
      <FigureGroup title={t('reports.paper.by_owner')}>
        {report.owners.map(({ ownerId: owner, name, open, wonDeals }) => (
          <FigureLink
            key={owner ?? 'none'}
            {...(owner === null ? {} : { to: boardOf({ owner }) })}
            name={name ?? t('reports.paper.no_owner')}
            detail={t('reports.owner_deals', { open: countOf(open), won: wonDeals })}
            lines={amountLines(open, words)}
          />
        ))}
      </FigureGroup>
    </FigureList>
  )
}
