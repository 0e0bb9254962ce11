// The card of a customer as it will be printed: a preview, the size of the paper, printing and saving as PDF.
import { Anchor, Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { Link } from 'react-router'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { PaperStatus } from '#renderer/ui/paper/PaperStatus.tsx'
import { usePaperOutput } from '#renderer/ui/paper/use-paper-output.ts'
import { PdfPreview } from '#renderer/ui/PdfPreview.tsx'
import { PreviewLayout } from '#renderer/ui/PreviewLayout.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { paper as papers, type Printable } from '#shared/shell/shell.contract.ts'
import { type CustomerCard, pathOf } from './customer-cards.ts'
import { useCustomerCard } from './use-customer-card.ts'

export function CardPage({ type, id }: Pick<CustomerCard, 'type' | 'id'>) {
  const t = useT()
  const shell = useShell()
  const address = useAddress()
  const settings = useQuery(useApi().settings.get({}))
  const { customer, error, retry, at } = useCustomerCard(type, id)
  const paper = papers.options.find((some) => some === address.get('paper')) ?? settings.data?.paper ?? 'A4'
  const printable: Printable = { page: 'card', paper, recordType: type, recordId: id }
  const isReady = customer !== null && settings.isSuccess
  // A changed card is another sheet, so the preview is asked for anew with every answer.
  const pdf = useQuery({
    ...shell.pdf(printable),
    queryKey: ['shell.pdf', printable, at],
    enabled: isReady,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const name = customer?.name ?? ''
  const { print, save, saved, showFile } = usePaperOutput(printable, t('record.card.file_name', { name }))

  const printOnArrival = useEffectEvent(() => {
    address.set({ print: null })
    print.mutate(printable)
  })
  const isToPrint = address.has('print') && isReady
  useEffect(() => {
    if (isToPrint) printOnArrival()
  }, [isToPrint])

  return (
    <Page
      title={t('record.card.title')}
      layout="fill"
      lead={
        <Anchor component={Link} to={pathOf({ type, id })}>
          {name}
        </Anchor>
      }
      tools={
        <SegmentedControl
          size="xs"
          aria-label={t('reports.paper_size')}
          data={[...papers.options]}
          value={paper}
          onChange={(size) => address.set({ paper: size })}
        />
      }
      actions={
        <>
          <Button variant="default" loading={save.isPending} disabled={!isReady} onClick={() => save.mutate()}>
            {t('reports.save_pdf')}
          </Button>
          <Button loading={print.isPending} disabled={!isReady} onClick={() => print.mutate(printable)}>
            {t('base.print')}
          </Button>
        </>
      }
      status={<PaperStatus wasPrinted={print.data?.printed ?? false} saved={saved} onShow={showFile} />}
    >
      {error ? (
        <ErrorNote error={error} onRetry={retry} />
      ) : (
        <PreviewLayout label={t('record.card.preview')}>
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
