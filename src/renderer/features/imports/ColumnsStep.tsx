// The second step: what the columns mean and how the file writes days, amounts and stages. All of it is proposed and can be changed.
import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { StepBody } from '#renderer/ui/StepBody.tsx'
import type { CsvDialect, ImportEntity, ImportPlan } from '#shared/imports/import.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { DialectFields } from './DialectFields.tsx'
import type { ImportSource } from './import-source.ts'
import { faultOf, hasStages } from './plan.ts'
import { StageTable } from './StageTable.tsx'
import { WritingFields } from './WritingFields.tsx'

interface ColumnsStepProps {
  readonly source: ImportSource
  /** What was chosen before, when coming back from the check. */
  readonly plan: ImportPlan | null
  /** What the screen was opened for. */
  readonly wantedEntity: ImportEntity | null
  readonly onBack: () => void
  readonly onCheck: (plan: ImportPlan, headings: readonly string[]) => void
}

export function ColumnsStep({ source, plan: earlier, wantedEntity, onBack, onCheck }: ColumnsStepProps) {
  const t = useT()
  const api = useApi()
  const [entity, setEntity] = useState(earlier?.entity ?? wantedEntity)
  const [dialect, setDialect] = useState<CsvDialect | null>(earlier?.dialect ?? null)
  const [changed, setChanged] = useState(earlier)
  const inspection = useQuery({
    ...api.imports.inspect({ file: source.file, entity, dialect }),
    // A dropped file has no name of its own that could tell two of them apart.
    queryKey: ['imports.inspect', source.key, entity, dialect],
    placeholderData: keepPreviousData,
  })
  // Another kind of rows or another way to read the file makes another proposal.
  const askAgain = (next: { readonly entity?: ImportEntity; readonly dialect?: CsvDialect }) => {
    setChanged(null)
    if (next.entity) setEntity(next.entity)
    if (next.dialect) setDialect(next.dialect)
  }

  if (inspection.isPending) return <Pending />
  if (inspection.isError) {
    return (
      <StepBody footer={<BackButton onBack={onBack} />}>
        <ErrorNote error={inspection.error} onRetry={() => void inspection.refetch()} />
        {dialect && <DialectFields entity={entity ?? 'company'} dialect={dialect} onChange={askAgain} />}
      </StepBody>
    )
  }
  const { headings, samples, rows, fileName, plan: proposed } = inspection.data
  const plan = changed ?? proposed
  const fault = faultOf(plan.columns)
  return (
    <StepBody
      title={t('imports.columns.file', { name: fileName, rows })}
      footer={
        <>
          <BackButton onBack={onBack} />
          <Button disabled={fault !== null || inspection.isPlaceholderData} onClick={() => onCheck(plan, headings)}>
            {t('imports.columns.check')}
          </Button>
        </>
      }
    >
      <DialectFields entity={plan.entity} dialect={plan.dialect} onChange={askAgain} />
      <ColumnTable headings={headings} samples={samples} plan={plan} proposed={proposed} onChange={setChanged} />
      <WritingFields plan={plan} onChange={setChanged} />
      {hasStages(plan) && <StageTable plan={plan} onChange={setChanged} />}
    </StepBody>
  )
}

function BackButton({ onBack }: { readonly onBack: () => void }) {
  const t = useT()
  return (
    <Button variant="default" onClick={onBack}>
      {t('imports.screen.back')}
    </Button>
  )
}
