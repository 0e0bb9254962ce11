// The chosen files with their tables, where the data comes from, and the way on.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { AppError } from '#shared/base/app-error.ts'
import { StepBody } from '#renderer/ui/StepBody.tsx'
import { ReadingProgress } from '../ReadingProgress.tsx'
import { planned, useInspection } from '../use-inspection.ts'
import { BadFile } from './BadFile.tsx'
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
  const retry = () => void query.refetch()
  const [only, ...more] = session.sources

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
      {query.isError &&
        (only && more.length === 0 ? (
          <BadFile source={only} error={query.error} onRetry={retry} />
        ) : (
          <ErrorNote error={query.error} onRetry={retry} />
        ))}
      {plan &&
        !query.isError &&
        session.sources.map((source, place) => {
          const file = plan.inspection.files[place]
          if (!file) return null
          if (file.problem === null)
            return <ChosenFile key={source.key} place={place} file={file} planned={plan} isOld={query.isPlaceholderData} />
          const error = new AppError('invalid_input', file.problem.messageKey, file.problem.params)
          return <BadFile key={source.key} source={source} error={error} onRetry={retry} />
        })}
      {plan && !query.isError && <SourceField proposed={plan.inspection.plan?.sourceId ?? null} />}
    </StepBody>
  )
}
