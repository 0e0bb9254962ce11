// Leads to the words of a column and where each of them goes. Only for fields that take certain values.
import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { InspectedColumn } from '#shared/imports/inspection.ts'
import type { ColumnPlan } from '#shared/imports/plan.ts'
import { choiceWord } from './choice-words.ts'
import { ChoiceTable } from './ChoiceTable.tsx'
import type { ImportField } from './use-import-fields.ts'

interface ChoiceButtonProps {
  readonly heading: string
  readonly field: ImportField
  readonly values: InspectedColumn['values']
  readonly column: ColumnPlan
  readonly onChange: (change: Partial<ColumnPlan>) => void
}

export function ChoiceButton({ heading, field, values, column, onChange }: ChoiceButtonProps) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const choices = useChoices(field)
  if (choices === null || values.length === 0) return null

  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setIsOpen(true)}>
        {column.choices.length === 0
          ? t('imports.choices.button', { count: values.length })
          : t('imports.choices.button_assigned', { count: values.length, assigned: column.choices.length })}
      </Button>
      <Modal
        opened={isOpen}
        size="lg"
        onClose={() => setIsOpen(false)}
        title={t('imports.choices.title', { heading })}
        closeButtonProps={{ 'aria-label': t('base.close') }}
      >
        <ChoiceTable
          heading={heading}
          values={values}
          choices={choices}
          column={column}
          onChange={(next) => onChange({ choices: [...next] })}
        />
      </Modal>
    </>
  )
}

/** What the field takes, in the reader's words; `null` where it takes anything. */
const useChoices = ({
  key,
  kind,
  spec,
  own,
}: ImportField): readonly { readonly value: string; readonly label: string }[] | null => {
  const t = useT()
  const api = useApi()
  const stages = useQuery({ ...api.lifecycleStages.list({}), enabled: kind === 'lifecycle' })
  const statuses = useQuery({ ...api.tickets.statuses({}), enabled: kind === 'ticketStatus' })
  if (own && kind === 'choice') return own.choices.map(({ name }) => ({ value: name, label: name }))
  if (kind === 'choice') {
    return (spec?.values ?? []).map((value) => ({ value, label: choiceWord(t, key, value) }))
  }
  if (kind === 'lifecycle') return (stages.data ?? []).map(({ name }) => ({ value: name, label: name }))
  if (kind === 'ticketStatus') return (statuses.data ?? []).map(({ name }) => ({ value: name, label: name }))
  return null
}
