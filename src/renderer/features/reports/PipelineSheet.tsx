// The report “Sales pipeline” as it stands on paper: figures, bars, and the tables behind them.
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { PaperFigures, PaperNote, PaperSection, PaperTitle } from '#renderer/ui/paper/Paper.tsx'
import { PaperTable } from '#renderer/ui/paper/PaperTable.tsx'
import { Sheet } from '#renderer/ui/paper/Sheet.tsx'
import type { PipelineReport } from '#shared/reports/report.ts'
import { keyFigures } from './key-figures.ts'
import { monthTable, ownerTable, stageTable } from './pipeline-tables.ts'
import { StageBars } from './StageBars.tsx'

interface PipelineSheetProps {
  readonly report: PipelineReport
  readonly paper: 'A4' | 'Letter'
  /** `null`: the report is of all owners. */
  readonly ownerName: string | null
}

export function PipelineSheet({ report, paper, ownerName }: PipelineSheetProps) {
  const t = useT()
  const format = useFormat()
  const { workspaceName, pipelineName, asOf, preparedBy, totals, months } = report
  const words = { t, format }
  const withoutAmount = totals.open.reduce((sum, figures) => sum + figures.withoutAmount, 0)
  const isEmpty = totals.openDeals + totals.wonDeals + totals.lostDeals === 0

  return (
    <Sheet
      paper={paper}
      footer={{
        text: [t('reports.paper.title'), pipelineName, format.day(asOf)].join(' · '),
        pageOf: (page, pages) => t('reports.paper.page', { page, pages }),
      }}
    >
      <PaperTitle
        from={workspaceName}
        day={t('reports.paper.as_of', { day: format.day(asOf) })}
        title={t('reports.paper.title')}
        facts={t('reports.paper.facts', {
          pipeline: pipelineName,
          owner: ownerName ?? t('reports.all_owners'),
          name: preparedBy,
        })}
      />
      {isEmpty ? (
        <p>{ownerName === null ? t('reports.paper.empty') : t('reports.paper.empty_owner', { owner: ownerName })}</p>
      ) : (
        <>
          <PaperFigures figures={keyFigures(report, words)} />
          <PaperNote>{t('reports.paper.formula')}</PaperNote>
          {withoutAmount > 0 && <PaperNote>{t('reports.paper.without_amount', { count: withoutAmount })}</PaperNote>}
          <StageBars report={report} />
          <PaperSection title={t('reports.paper.by_stage')}>
            <PaperTable label={t('reports.paper.by_stage')} {...stageTable(report, words)} />
          </PaperSection>
          <PaperSection title={t('reports.paper.by_owner')}>
            <PaperTable label={t('reports.paper.by_owner')} {...ownerTable(report, words)} />
          </PaperSection>
          <PaperSection title={t('reports.paper.by_month')}>
            {months.length === 0 ? (
              <p>{t('reports.paper.empty_open')}</p>
            ) : (
              <PaperTable label={t('reports.paper.by_month')} {...monthTable(report, words)} />
            )}
          </PaperSection>
        </>
      )}
    </Sheet>
  )
}
