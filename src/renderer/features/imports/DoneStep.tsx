// The last step: what came in, the way to it, what stayed out, and the way back.
import { Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Facts } from '#renderer/ui/Facts.tsx'
import { StepBody } from '#renderer/ui/StepBody.tsx'
import type { ImportEntity, ImportPlan } from '#shared/imports/import.ts'
import type { ImportSource } from './import-source.ts'
import { RefusedRows } from './RefusedRows.tsx'
import type { ImportOutcome } from './use-import-run.ts'

const LISTS: Readonly<Record<ImportEntity, string>> = { company: '/companies', contact: '/contacts', deal: '/deals' }

interface DoneStepProps {
  readonly source: ImportSource
  readonly plan: ImportPlan
  readonly outcome: ImportOutcome
  readonly onRestart: () => void
}

export function DoneStep({ source, plan, outcome: { result, operation }, onRestart }: DoneStepProps) {
  const t = useT()
  const undo = useAction(useApi().history.undo(), { said: () => t('imports.done.undone'), errors: 'caller' })
  const { created, refused, newCompanies, newContacts, newPeople, newStages } = result

  if (undo.isSuccess) {
    return (
      <StepBody title={t('imports.done.undone')} footer={<RestartButton onRestart={onRestart} />}>
        <Text c="dimmed">{source.name}</Text>
      </StepBody>
    )
  }
  return (
    <StepBody title={t('imports.done.title', { count: created })} footer={<RestartButton onRestart={onRestart} />}>
      <Facts
        facts={[
          ...(newCompanies > 0 ? [t('imports.done.companies', { count: newCompanies })] : []),
          ...(newContacts > 0 ? [t('imports.done.contacts', { count: newContacts })] : []),
          ...(newPeople > 0 ? [t('imports.done.people', { count: newPeople })] : []),
          ...(newStages > 0 ? [t('imports.done.stages', { count: newStages })] : []),
        ]}
      />
      {refused > 0 && (
        <Group>
          <Text>{t('imports.done.refused', { count: refused })}</Text>
          <RefusedRows source={source} plan={plan} count={refused} />
        </Group>
      )}
      {undo.isError && <ErrorNote error={undo.error} />}
      <Group gap="sm">
        <Button component={Link} to={LISTS[plan.entity]}>
          {t(`imports.done.show_${plan.entity}`)}
        </Button>
        {operation !== null && (
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate({ operation })}>
            {t('imports.done.undo')}
          </Button>
        )}
      </Group>
    </StepBody>
  )
}

function RestartButton({ onRestart }: { readonly onRestart: () => void }) {
  const t = useT()
  return (
    <Button variant="default" onClick={onRestart}>
      {t('imports.screen.another')}
    </Button>
  )
}
