// The page that is printed: `#/print/pipeline?paper=A4&pipelineId=…&ownerId=…`. Asks for the figures, then says that it is complete.
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { usePrintReady } from '#renderer/ui/paper/use-print-ready.ts'
import { PipelineSheet } from './PipelineSheet.tsx'

export function PipelineSheetPage() {
  const api = useApi()
  const [params] = useSearchParams()
  const ownerId = params.get('ownerId')
  const report = useQuery(api.reports.pipeline({ pipelineId: params.get('pipelineId'), ownerId }))
  const people = useQuery(api.users.list({}))
  const isReady = report.isSuccess && people.isSuccess
  usePrintReady(report.isError || people.isError ? 'failed' : isReady ? 'ready' : 'waiting')

  if (!isReady) return null
  return (
    <PipelineSheet
      report={report.data}
      paper={params.get('paper') === 'Letter' ? 'Letter' : 'A4'}
      ownerName={ownerId === null ? null : (people.data.find(({ id }) => id === ownerId)?.name ?? null)}
    />
  )
}
