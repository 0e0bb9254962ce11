// The third step: what would happen, row by row, mended in place; and the button that makes it happen.
import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { StepBody } from '#renderer/ui/StepBody.tsx'
import type { AppError } from '#shared/base/app-error.ts'
import type { ImportPlan } from '#shared/imports/plan.ts'
import type { ImportPreview } from '#shared/imports/preview.ts'
import { useImportRun } from '../use-import-run.ts'
import { planKey, planned, type Planned, useInspection, useReading } from '../use-inspection.ts'
import { BackButton } from './BackButton.tsx'
import { CheckedTables } from './CheckedTables.tsx'
import { ReadingProgress } from '../ReadingProgress.tsx'
import { RunProgress } from './RunProgress.tsx'

export function CheckStep() {
  const { session, query } = useInspection()
  if (query.isPending) return <Pending />
  if (query.isError) return <Refused error={query.error} onRetry={() => void query.refetch()} />
  const plan = planned(session, query.data)
  return plan.plan ? <Checked planned={plan} plan={plan.plan} /> : <Refused error={null} />
}

function Checked({ planned: all, plan }: { readonly planned: Planned; readonly plan: ImportPlan }) {
  const t = useT()
  const { session } = useInspection()
  const check = useReading(useApi().imports.preview.act())
  const preview = useQuery<ImportPreview, AppError>({
    queryFn: ({ signal }) => check({ files: session.sources.map(({ file }) => file), plan }, signal),
    // A dropped file has no name of its own that could tell two of them apart.
    queryKey: ['imports.preview', session.sources.map(({ key }) => key), planKey(plan)],
    // A mended cell leaves the figures standing until the rows have been checked anew.
    placeholderData: keepPreviousData,
    // The files may have changed since.
    gcTime: 0,
  })
  const run = useImportRun(plan)

  if (run.isRunning) return <RunProgress progress={run.progress} onCancel={run.cancel} />
  if (preview.isPending) return <Checking />
  if (preview.isError) return <Refused error={preview.error} onRetry={() => void preview.refetch()} />
  return (
    <>
      {run.error?.code === 'cancelled' && (
        <Text role="status" px="md" py="xs">
          {t('imports.run.cancelled')}
        </Text>
      )}
      {run.error && run.error.code !== 'cancelled' && <ErrorNote error={run.error} />}
      <CheckedTables planned={all} plan={plan} preview={preview.data} isOld={preview.isPlaceholderData} onRun={run.start} />
    </>
  )
}

/** Reading a large file takes a few seconds. */
function Checking() {
  const t = useT()
  return (
    <StepBody footer={<BackButton />}>
      <ReadingProgress title={t('imports.check.checking')} />
    </StepBody>
  )
}

function Refused({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useT()
  return (
    <StepBody footer={<BackButton />}>
      {error === null ? <Text>{t('imports.files.none_chosen')}</Text> : <ErrorNote error={error} onRetry={onRetry} />}
    </StepBody>
  )
}
