// All imports that were done.
import { Button } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { ScrollPage } from '#renderer/ui/StepBody.tsx'
import type { Cursor } from '#shared/base/fields.ts'
import { PastImportTable } from './PastImports.tsx'

export function PastPage() {
  const t = useT()
  const api = useApi()
  const [places, setPlaces] = useState<readonly (Cursor | null)[]>([null])
  const pages = useQueries({ queries: places.map((after) => api.imports.past({ after })) })
  const imports = [...new Map(pages.flatMap(({ data }) => data?.imports ?? []).map((each) => [each.id, each])).values()]
  const failed = pages.find(({ isError }) => isError)
  const next = pages.at(-1)?.data?.next ?? null

  return (
    <ScrollPage>
      {pages[0]?.isPending && <Pending />}
      {failed && <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && pages[0]?.isSuccess && imports.length === 0 && <EmptyState text={t('imports.past.empty')} />}
      {imports.length > 0 && <PastImportTable imports={imports} />}
      {next !== null && (
        <div>
          <Button variant="default" loading={pages.at(-1)?.isPending ?? false} onClick={() => setPlaces([...places, next])}>
            {t('imports.past.more')}
          </Button>
        </div>
      )}
    </ScrollPage>
  )
}
