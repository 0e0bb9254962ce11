// Where a customer stands in the lifecycle, since when, and moving it: forwards or backwards, today or on a day that has passed.
import { Button, Popover, Stack, Text, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { errorIssues } from '#renderer/ui/field-issues.ts'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import type { CustomerCard } from './customer-cards.ts'
import { LifecycleMoves } from './LifecycleMoves.tsx'

export function LifecyclePicker({ customer }: { readonly customer: CustomerCard }) {
  const t = useT()
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  // Asked for ahead: what opens takes the focus to its first stage.
  const stages = useQuery(useApi().lifecycleStages.list({}))
  const { stage, lifecycleSince, archivedAt } = customer
  const isReadOnly = archivedAt !== null
  useShortcuts([{ keys: 's', label: t('record.lifecycle.move'), group: 'page', run: () => !isReadOnly && setIsOpen(true) }])
  const where =
    stage === null
      ? t('record.lifecycle.none')
      : lifecycleSince === null
        ? stage.name
        : t('record.lifecycle.since', { stage: stage.name, day: format.nearDay(lifecycleSince) })

  if (isReadOnly) return stage === null ? null : <span>{where}</span>
  return (
    <Popover
      opened={isOpen && stages.isSuccess}
      onChange={setIsOpen}
      position="bottom-start"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
          aria-expanded={isOpen}
          aria-label={t('record.lifecycle.label', { where })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {where}
        </Button>
      </Popover.Target>
      <Popover.Dropdown w={320}>
        {isOpen && stages.isSuccess && <LifecycleForm customer={customer} stages={stages.data} onDone={() => setIsOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  )
}

interface LifecycleFormProps {
  readonly customer: CustomerCard
  readonly stages: readonly { readonly id: string; readonly name: string }[]
  readonly onDone: () => void
}

function LifecycleForm({ customer, stages, onDone }: LifecycleFormProps) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const [onDay, setOnDay] = useState<string | null>(format.today())
  const [note, setNote] = useState('')
  const { type: recordType, id: recordId, name, lifecycleStageId, moves } = customer
  const move = useAction(api.lifecycle.move(), {
    errors: 'caller',
    said: ({ stage }) =>
      stage === null ? t('record.lifecycle.left', { name }) : t('record.lifecycle.moved', { name, stage: stage.name }),
    onDone,
  })
  const issues = move.error ? errorIssues(t, move.error) : {}
  const goTo = (toStageId: string | null) =>
    move.mutate({ recordType, recordId, toStageId, note: note.trim() === '' ? null : note, ...(onDay === null ? {} : { onDay }) })
  const stops = [...stages, ...(lifecycleStageId === null ? [] : [{ id: null, name: t('record.lifecycle.leave') }])]

  return (
    <Stack gap="sm">
      <DayInput label={t('record.lifecycle.on_day')} value={onDay} onChange={setOnDay} error={issues['onDay']} />
      <TextInput label={t('record.lifecycle.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {move.error && issues['onDay'] === undefined && (
        <Text role="alert" c="red" size="xs">
          {Object.values(issues)[0] ?? errorText(t, move.error).text}
        </Text>
      )}
      <Stack gap={0} role="group" aria-label={t('record.lifecycle.move')}>
        {stops.map(({ id, name: stop }) => (
          <Button
            key={id ?? 'none'}
            variant="subtle"
            color="gray"
            justify="flex-start"
            {...(stops[0]?.id === id ? { 'data-autofocus': true } : {})}
            disabled={move.isPending || id === lifecycleStageId}
            onClick={() => goTo(id)}
          >
            {id === lifecycleStageId ? t('record.lifecycle.here', { stage: stop }) : stop}
          </Button>
        ))}
      </Stack>
      <LifecycleMoves moves={moves} />
    </Stack>
  )
}
