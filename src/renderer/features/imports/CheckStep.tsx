// The third step: what would happen, row by row where something is the matter, and the button that makes it happen.
import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { StepBody } from '#renderer/ui/StepBody.tsx'
import type { ImportPlan } from '#shared/imports/import.ts'
import { CheckFigures } from './CheckFigures.tsx'
import { CheckRows } from './CheckRows.tsx'
import type { ImportSource } from './import-source.ts'
import { RefusedRows } from './RefusedRows.tsx'
import { RunProgress } from './RunProgress.tsx'
import { type ImportOutcome, useImportRun } from './use-import-run.ts'

interface CheckStepProps {
  readonly source: ImportSource
  readonly plan: ImportPlan
  readonly headings: readonly string[]
  readonly onBack: () => void
  readonly onDone: (outcome: ImportOutcome) => void
}

export function CheckStep({ source, plan, headings, onBack, onDone }: CheckStepProps) {
  const t = useT()
  const api = useApi()
  const preview = useQuery({
    ...api.imports.preview({ file: source.file, plan }),
    queryKey: ['imports.preview', source.key, plan],
    // The file and the records may have changed since.
    gcTime: 0,
  })
  const run = useImportRun({ source, plan, onDone })
  const back = (
    <Button variant="default" onClick={onBack}>
      {t('imports.screen.back')}
    </Button>
  )

  if (run.isRunning) return <RunProgress name={source.name} progress={run.progress} onCancel={run.cancel} />
  if (preview.isPending) return <Pending />
  if (preview.isError) {
    return (
      <StepBody footer={back}>
        <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
      </StepBody>
    )
  }
  const { accepted, refused } = preview.data
  return (
    <StepBody
      title={source.name}
      footer={
        <>
          {back}
          <Group gap="sm">
            {refused > 0 && <RefusedRows source={source} plan={plan} count={refused} />}
            <Button disabled={accepted === 0} onClick={run.start}>
              {t('imports.check.import', { count: accepted })}
            </Button>
          </Group>
        </>
      }
    >
      {run.error?.code === 'cancelled' && <Text role="status">{t('imports.run.cancelled')}</Text>}
      {run.error && run.error.code !== 'cancelled' && <ErrorNote error={run.error} />}
      <CheckFigures preview={preview.data} />
      <CheckRows preview={preview.data} plan={plan} headings={headings} />
    </StepBody>
  )
}
