// The chosen files with their tables, where the data comes from, and the way on.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { StepBody } from '#renderer/ui/StepBody.tsx'
import { ReadingProgress } from '../ReadingProgress.tsx'
import { planned, useInspection } from '../use-inspection.ts'
import { BadFiles } from './BadFiles.tsx'
import { ChosenFile } from './ChosenFile.tsx'
import { SourceField } from './SourceField.tsx'

interface ChosenFilesProps {
  readonly isChoosing: boolean
  readonly error: unknown
  readonly onAdd: () => void
}

export function ChosenFiles({ isChoosing, error, onAdd }: ChosenFilesProps) {
  const t = useT()
  const { session, change, restart, query } = useInspection()
  const plan = query.data ? planned(session, query.data) : null

  return (
    <StepBody
      footer={
        <>
          <Button variant="default" onClick={restart}>
            {t('imports.files.restart')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
            loading={isChoosing}
            onClick={onAdd}
          >
            {t('imports.files.add')}
          </Button>
          <Button
            disabled={plan === null || plan.plan === null || query.isError || query.isPlaceholderData}
            onClick={() => change({ step: 'columns' })}
          >
            {t('imports.files.next')}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorNote error={error} />}
      {query.isPending && <ReadingProgress title={t('imports.files.recognising')} />}
      {query.isError && <BadFiles error={query.error} onRetry={() => void query.refetch()} />}
      {plan &&
        !query.isError &&
        session.sources.map((source, place) => {
          const file = plan.inspection.files[place]
          return file && <ChosenFile key={source.key} place={place} file={file} planned={plan} isOld={query.isPlaceholderData} />
        })}
      {plan && !query.isError && <SourceField proposed={plan.inspection.plan?.sourceId ?? null} />}
    </StepBody>
  )
}
