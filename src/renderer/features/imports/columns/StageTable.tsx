// Where the stages of the file go: to a stage of the pipeline, or to a new one with an outcome and a probability.
import { NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Grid, GridGroup } from '#renderer/ui/Grid.tsx'
import { Column } from '#renderer/ui/Section.tsx'
import type { TablePlan } from '#shared/imports/plan.ts'
import { withStage } from './table-changes.ts'

const NEW = 'new'
const OUTCOMES = ['open', 'won', 'lost'] as const

interface StageTableProps {
  readonly plan: TablePlan
  readonly onChange: (plan: TablePlan) => void
}

export function StageTable({ plan, onChange }: StageTableProps) {
  const t = useT()
  const pipelines = useQuery(useApi().deals.pipelines({}))
  const pipeline = pipelines.data?.find(({ id }) => id === plan.pipelineId) ?? pipelines.data?.[0]
  const stages = pipeline?.stages ?? []
  // Stages belong to their pipeline: in another one all of the file's are new.
  const choosePipeline = (pipelineId: string) =>
    onChange({ ...plan, pipelineId, stages: plan.stages.map((stage) => ({ ...stage, stageId: null })) })

  const rows = plan.stages.map((stage) => {
    const { name, stageId, outcome, probability } = stage
    const isNew = stageId === null
    return {
      id: name,
      cells: [
        name,
        <Select
          key="stage"
          aria-label={t('imports.stages.goes_to_of', { name })}
          allowDeselect={false}
          data={[...stages.map(({ id, name: label }) => ({ value: id, label })), { value: NEW, label: t('imports.stages.new') }]}
          value={stageId ?? NEW}
          onChange={(value) => onChange(withStage(plan, name, { stageId: value === NEW ? null : value }))}
        />,
        isNew ? (
          <Select
            key="outcome"
            aria-label={t('imports.stages.outcome_of', { name })}
            allowDeselect={false}
            data={OUTCOMES.map((value) => ({ value, label: t(`imports.stages.${value}`) }))}
            value={outcome ?? 'open'}
            onChange={(value) =>
              onChange(
                withStage(plan, name, {
                  outcome: value === 'open' ? null : value,
                  probability: value === 'won' ? 100 : value === 'lost' ? 0 : probability,
                }),
              )
            }
          />
        ) : null,
        isNew && outcome === null ? (
          <NumberInput
            key="probability"
            aria-label={t('imports.stages.probability_of', { name })}
            hideControls
            min={0}
            max={100}
            allowDecimal={false}
            clampBehavior="strict"
            suffix=" %"
            value={probability}
            onChange={(value) => onChange(withStage(plan, name, { probability: typeof value === 'number' ? value : 0 }))}
          />
        ) : null,
      ],
    }
  })
  return (
    <>
      {(pipelines.data?.length ?? 0) > 1 && (
        <Column>
          <Select
            label={t('imports.stages.pipeline')}
            allowDeselect={false}
            data={(pipelines.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={pipeline?.id ?? null}
            onChange={(id) => id && choosePipeline(id)}
          />
        </Column>
      )}
      <Grid
        label={t('imports.stages.title')}
        text={t('imports.stages.text')}
        headings={[
          t('imports.stages.name'),
          t('imports.stages.goes_to'),
          t('imports.stages.outcome'),
          t('imports.stages.probability'),
        ]}
        layout="even"
      >
        <GridGroup rows={rows} />
      </Grid>
    </>
  )
}
