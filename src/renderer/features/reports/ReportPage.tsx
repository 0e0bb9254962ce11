// The screen of the report: a filter bar, the pages as they will be printed, and the figures that lead to their deals.
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { PersonSelect } from '#renderer/records/fields/PersonSelect.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { PaperPage } from '#renderer/ui/paper/PaperPage.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { ReportSummary } from './ReportSummary.tsx'

export function ReportPage() {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const address = useAddress()
  const pipelines = useQuery(api.deals.pipelines({}))
  const pipelineId = address.get('pipeline') ?? pipelines.data?.[0]?.id ?? null
  const ownerId = address.get('owner')
  const report = useQuery(api.reports.pipeline({ pipelineId, ownerId }))

  return (
    <PaperPage
      title={t('reports.title')}
      tools={
        <>
          <Select
            w={180}
            aria-label={t('reports.pipeline')}
            allowDeselect={false}
            data={(pipelines.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={pipelineId}
            onChange={(id) => address.set({ pipeline: id })}
          />
          <PersonSelect
            w={180}
            aria-label={t('reports.owner')}
            placeholder={t('reports.all_owners')}
            clearable
            value={ownerId}
            onChange={(id) => address.set({ owner: id })}
          />
        </>
      }
      previewLabel={t('reports.preview')}
      aside={report.data && <ReportSummary report={report.data} pipelineId={pipelineId} ownerId={ownerId} />}
      printableOn={(paper) => ({ page: 'pipeline', paper, pipelineId, ownerId })}
      fileName={t('reports.file_name', { day: report.data ? format.day(report.data.asOf) : '' })}
      content={{
        isReady: report.isSuccess,
        at: report.dataUpdatedAt,
        error: report.error,
        retry: () => void report.refetch(),
      }}
    />
  )
}
