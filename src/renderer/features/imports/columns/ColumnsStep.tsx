// The second step: what the rows and columns of each table mean. All of it is proposed and can be changed.
import { Button, Text } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { StepBody } from '#renderer/ui/StepBody.tsx'
import { useInspection, planned } from '../use-inspection.ts'
import { SaveMapping } from './SaveMapping.tsx'
import { TableColumns } from './TableColumns.tsx'
import { TableTabs } from './TableTabs.tsx'
import { usePlanFaults } from './use-plan-faults.ts'

export function ColumnsStep() {
  const t = useT()
  const { session, change, query } = useInspection()
  const back = (
    <Button variant="default" onClick={() => change({ step: 'file' })}>
      {t('imports.screen.back')}
    </Button>
  )
  if (query.isPending) return <Pending />
  if (query.isError) {
    return (
      <StepBody footer={back}>
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      </StepBody>
    )
  }
  return <Columns inspection={query.data} back={back} isOld={query.isPlaceholderData} key={session.sources.length} />
}

interface ColumnsProps {
  readonly inspection: Parameters<typeof planned>[1]
  readonly back: React.ReactNode
  readonly isOld: boolean
}

function Columns({ inspection, back, isOld }: ColumnsProps) {
  const t = useT()
  const { session, change } = useInspection()
  const plan = planned(session, inspection)
  const faults = usePlanFaults(plan)
  const shown = plan.chosen.find(({ key }) => key === session.shown) ?? plan.chosen[0]
  const other = faults.find(({ key }) => key !== shown?.key)

  return (
    <StepBody
      head={<TableTabs planned={plan} current={shown?.key ?? ''} onChange={(key) => change({ shown: key })} />}
      footer={
        <>
          {back}
          {faults.find(({ key }) => key === shown?.key)?.faults.includes('unanswered') && (
            <Text c="dimmed">{t('imports.columns.answer_first')}</Text>
          )}
          <SaveMapping plan={plan.plan} mapping={inspection.mapping} />
          <Button
            disabled={isOld || plan.plan === null || faults.some(({ key }) => key === shown?.key)}
            onClick={() => change(other ? { shown: other.key } : { step: 'check', shown: null })}
          >
            {t(other ? 'imports.columns.next_table' : 'imports.columns.check')}
          </Button>
        </>
      }
    >
      {inspection.mapping && <Text role="status">{t('imports.mapping.used', { name: inspection.mapping.name })}</Text>}
      {inspection.program !== null && !inspection.mapping && (
        <Text c="dimmed">{t('imports.columns.program', { program: inspection.program })}</Text>
      )}
      {shown ? (
        <TableColumns
          key={shown.key}
          table={shown}
          sheet={plan.sheetOf(shown.plan)}
          beside={plan.chosen.flatMap(({ key, plan: other }) =>
            key !== shown.key && other.file === shown.plan.file && other.table === shown.plan.table ? [other] : [],
          )}
          faults={faults.find(({ key }) => key === shown.key)?.faults ?? []}
        />
      ) : (
        <Text>{t('imports.files.none_chosen')}</Text>
      )}
    </StepBody>
  )
}
