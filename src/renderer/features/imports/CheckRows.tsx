// The first rows as they would be stored, with the cells marked that come in changed; or all that is the matter, each with its reason.
import { SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { Grid, GridGroup, MarkedCell } from '#renderer/ui/Grid.tsx'
import { useImportFields } from './use-import-fields.ts'
import type { CellProblem, ImportPlan, ImportPreview } from '#shared/imports/import.ts'

interface CheckRowsProps {
  readonly preview: ImportPreview
  readonly plan: ImportPlan
  readonly headings: readonly string[]
}

export function CheckRows({ preview, plan, headings }: CheckRowsProps) {
  const t = useT()
  const [shown, setShown] = useState<'sample' | 'problems'>(preview.refused > 0 ? 'problems' : 'sample')
  const { problems, problemCount } = preview

  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('imports.check.show')}
        data={[
          { value: 'sample', label: t('imports.check.sample') },
          { value: 'problems', label: t('imports.check.problems', { count: problemCount }) },
        ]}
        value={shown}
        onChange={setShown}
      />
      {shown === 'sample' && <SampleTable preview={preview} plan={plan} />}
      {shown === 'problems' && problemCount === 0 && <Text>{t('imports.check.no_problems')}</Text>}
      {shown === 'problems' && problemCount > 0 && (
        <>
          <ProblemTable problems={problems} headings={headings} />
          {problemCount > problems.length && (
            <Text c="dimmed">{t('imports.check.listed', { listed: problems.length, count: problemCount })}</Text>
          )}
        </>
      )}
    </>
  )
}

function SampleTable({ preview: { sample, problems }, plan }: Pick<CheckRowsProps, 'preview' | 'plan'>) {
  const t = useT()
  const { number } = useFormat()
  const { label, valueText } = useImportFields(plan.entity)
  const columns = plan.columns.flatMap((field, column) => (field === null ? [] : [{ field, column }]))
  const problemAt = (row: number, column: number) => problems.find((some) => some.row === row && some.column === column)

  return (
    <Grid
      label={t('imports.check.sample')}
      headings={[t('imports.check.row'), ...columns.map(({ field }) => label(field))]}
      layout="wide"
    >
      <GridGroup
        rows={sample.map(({ row, cells }) => ({
          id: String(row),
          cells: [
            number(row),
            ...columns.map(({ field, column }) => {
              const stored = cells[column] ?? ''
              const value = stored === '' ? '' : valueText(field, stored)
              const problem = problemAt(row, column)
              if (!problem) return value
              const reason = t.known(problem.messageKey, 'errors.invalid_input', problem.params)
              return <MarkedCell key={column} text={value} label={t('imports.check.marked', { value, reason })} />
            }),
          ],
        }))}
      />
    </Grid>
  )
}

interface ProblemTableProps {
  readonly problems: readonly CellProblem[]
  readonly headings: readonly string[]
}

function ProblemTable({ problems, headings }: ProblemTableProps) {
  const t = useT()
  const { number } = useFormat()

  return (
    <Grid
      label={t('imports.check.problems', { count: problems.length })}
      headings={[
        t('imports.check.row'),
        t('imports.check.column'),
        t('imports.check.value'),
        t('imports.check.effect'),
        t('imports.check.reason'),
      ]}
      layout="problems"
    >
      <GridGroup
        rows={problems.map(({ row, column, value, severity, messageKey, params }, index) => ({
          id: String(index),
          cells: [
            number(row),
            column === null ? t('imports.check.whole_row') : (headings[column] ?? ''),
            value,
            severity === 'refuse' ? (
              <MarkedCell key="effect" tone="alert" text={t('imports.check.refuse')} />
            ) : (
              <MarkedCell key="effect" text={t('imports.check.warn')} />
            ),
            t.known(messageKey, 'errors.invalid_input', params),
          ],
        }))}
      />
    </Grid>
  )
}
