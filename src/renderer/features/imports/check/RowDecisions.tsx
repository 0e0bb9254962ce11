// What the user may decide for one row: leave it out, bring it in although it looks like another, or say which record it is.
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import type { Reference } from '#shared/base/fields.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { isOutside } from '#shared/imports/reading.ts'
import { type RowDecision, useImportSession } from '../import-session.ts'
import { decisionAt } from '../session-changes.ts'
import type { CheckedRow } from './use-import-rows.ts'

interface RowDecisionsProps {
  readonly row: CheckedRow
  readonly tableKey: string
  readonly entity: ImportEntity
  readonly onDecide: (decision: Omit<RowDecision, 'row'> | null) => void
}

export function RowDecisions({ row, tableKey, entity, onDecide }: RowDecisionsProps) {
  const t = useT()
  const api = useApi()
  const { session } = useImportSession()
  const [isPicking, setIsPicking] = useState(false)
  const decision = decisionAt(session, tableKey, row.row)
  const pick =
    entity === 'company'
      ? (text: string) => api.companies.pick({ text })
      : entity === 'contact'
        ? (text: string) => api.contacts.pick({ text })
        : null
  // Which of several it is, the row does not say.
  const isUnsure = row.fate === 'refused' && row.candidates.length > 0
  const into = (record: Reference | null) => {
    setIsPicking(false)
    if (record) onDecide({ act: 'into', recordId: record.id })
  }

  return (
    <>
      <Group gap={6}>
        {!decision &&
          row.candidates.map((candidate) => (
            <Button key={candidate.id} variant="default" size="compact-sm" onClick={() => into(candidate)}>
              {t('imports.decide.this_one', { name: candidate.name })}
            </Button>
          ))}
        {decision ? (
          <Button variant="default" size="compact-sm" onClick={() => onDecide(null)}>
            {t('imports.decide.undo')}
          </Button>
        ) : (
          <>
            {(row.fate === 'duplicate' || row.problems.some(isOutside)) && (
              <Button variant="default" size="compact-sm" onClick={() => onDecide({ act: 'take', recordId: null })}>
                {t('imports.decide.take')}
              </Button>
            )}
            {row.fate === 'duplicate' && row.record !== null && row.record.id !== null && (
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => onDecide({ act: 'into', recordId: row.record?.id ?? null })}
              >
                {t('imports.decide.update_it')}
              </Button>
            )}
            {pick && (row.fate === 'new' || row.fate === 'duplicate' || isUnsure) && (
              <Button variant="default" size="compact-sm" aria-expanded={isPicking} onClick={() => setIsPicking(!isPicking)}>
                {t('imports.decide.into')}
              </Button>
            )}
            {(row.fate === 'new' || row.fate === 'update') && (
              <Button variant="default" size="compact-sm" onClick={() => onDecide({ act: 'skip', recordId: null })}>
                {t('imports.decide.skip')}
              </Button>
            )}
          </>
        )}
      </Group>
      {isPicking && pick && (
        <ReferencePicker label={t('imports.decide.which')} value={null} query={pick} onChange={into} data-autofocus />
      )}
    </>
  )
}
