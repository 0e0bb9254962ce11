// The screen of the report: a filter bar, the pages as they will be printed, and the figures that lead to their deals.
import { Button, SegmentedControl, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { PaperStatus } from '#renderer/ui/paper/PaperStatus.tsx'
import { usePaperOutput } from '#renderer/ui/paper/use-paper-output.ts'
import { PdfPreview } from '#renderer/ui/PdfPreview.tsx'
import { PreviewLayout } from '#renderer/ui/PreviewLayout.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { paper as papers, type Printable } from '#shared/shell/shell.contract.ts'
import { ReportSummary } from './ReportSummary.tsx'

export function ReportPage() {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const shell = useShell()
  const address = useAddress()
  const pipelines = useQuery(api.deals.pipelines({}))
  const people = useQuery(api.users.list({}))
  const settings = useQuery(api.settings.get({}))
  const pipelineId = address.get('pipeline') ?? pipelines.data?.[0]?.id ?? null
  const ownerId = address.get('owner')
  const paper = papers.options.find((some) => some === address.get('paper')) ?? settings.data?.paper ?? 'A4'
  const printable: Printable = { page: 'pipeline', paper, pipelineId, ownerId }

  const report = useQuery(api.reports.pipeline({ pipelineId, ownerId }))
  // Other figures are other pages, so the preview is asked for anew whenever the report was.
  const pdf = useQuery({
    ...shell.pdf(printable),
    queryKey: ['shell.pdf', printable, report.dataUpdatedAt],
    enabled: report.isSuccess && settings.isSuccess,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const { print, save, saved, showFile } = usePaperOutput(
    printable,
    t('reports.file_name', { day: report.data ? format.day(report.data.asOf) : '' }),
  )

  const printOnArrival = useEffectEvent(() => {
    address.set({ print: null })
    print.mutate(printable)
  })
  const isToPrint = address.has('print') && report.isSuccess && settings.isSuccess
  useEffect(() => {
    if (isToPrint) printOnArrival()
  }, [isToPrint])

  return (
    <Page
      title={t('reports.title')}
      layout="fill"
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
          <Select
            w={180}
            aria-label={t('reports.owner')}
            placeholder={t('reports.all_owners')}
            clearable
            searchable
            nothingFoundMessage={t('base.search_nothing')}
            data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={ownerId}
            onChange={(id) => address.set({ owner: id })}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('reports.paper_size')}
            data={[...papers.options]}
            value={paper}
            onChange={(size) => address.set({ paper: size })}
          />
        </>
      }
      actions={
        <>
          <Button variant="default" loading={save.isPending} disabled={!report.isSuccess} onClick={() => save.mutate()}>
            {t('reports.save_pdf')}
          </Button>
          <Button loading={print.isPending} disabled={!report.isSuccess} onClick={() => print.mutate(printable)}>
            {t('base.print')}
          </Button>
        </>
      }
      status={<PaperStatus wasPrinted={print.data?.printed ?? false} saved={saved} onShow={showFile} />}
    >
      {report.isError && <ErrorNote error={report.error} onRetry={() => void report.refetch()} />}
      {!report.isError && (
        <PreviewLayout
          label={t('reports.preview')}
          aside={report.data && <ReportSummary report={report.data} pipelineId={pipelineId} ownerId={ownerId} />}
        >
          {(print.error ?? save.error) && <ErrorNote error={print.error ?? save.error} />}
          {pdf.isError && <ErrorNote error={pdf.error} onRetry={() => void pdf.refetch()} />}
          {!pdf.isError && (
            <PdfPreview
              bytes={pdf.data}
              waiting={t('reports.preview_making')}
              pageLabel={(page, pages) => t('reports.preview_page', { page, pages })}
            />
          )}
        </PreviewLayout>
      )}
    </Page>
  )
}
