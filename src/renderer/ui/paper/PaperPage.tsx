// A page that shows what will be printed: the pages as they will be, the size of the paper, printing and saving as PDF.
import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { PdfPreview } from '#renderer/ui/PdfPreview.tsx'
import { PreviewLayout } from '#renderer/ui/PreviewLayout.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { paper as papers, type Paper, type Printable } from '#shared/shell/shell.contract.ts'
import { PaperStatus } from './PaperStatus.tsx'
import { usePaperOutput } from './use-paper-output.ts'

interface PaperPageProps {
  readonly title: string
  readonly lead?: ReactNode
  /** Before the size of the paper: what narrows the pages. */
  readonly tools?: ReactNode
  readonly previewLabel: string
  /** Beside the pages. */
  readonly aside?: ReactNode
  /** What goes onto paper of this size. */
  readonly printableOn: (paper: Paper) => Printable
  /** Without its ending. */
  readonly fileName: string
  /** What the pages are made of: nothing can be printed before it is here, and what changed is printed anew. */
  readonly content: {
    readonly isReady: boolean
    readonly at: number
    readonly error: unknown
    readonly retry: () => void
  }
}

export function PaperPage({ title, lead, tools, previewLabel, aside, printableOn, fileName, content }: PaperPageProps) {
  const t = useT()
  const shell = useShell()
  const address = useAddress()
  const settings = useQuery(useApi().settings.get({}))
  const paper = papers.options.find((some) => some === address.get('paper')) ?? settings.data?.paper ?? 'A4'
  const printable = printableOn(paper)
  const isReady = content.isReady && settings.isSuccess
  const pdf = useQuery({
    ...shell.pdf(printable),
    queryKey: ['shell.pdf', printable, content.at],
    enabled: isReady,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const { print, save, saved, showFile } = usePaperOutput(printable, fileName)

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
      title={title}
      layout="fill"
      lead={lead}
      tools={
        <>
          {tools}
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
      {content.error ? (
        <ErrorNote error={content.error} onRetry={content.retry} />
      ) : (
        <PreviewLayout label={previewLabel} aside={aside}>
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
