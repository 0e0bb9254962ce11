// The clock beside a property: what this one field was before, who changed it, when and where, and the way back.
import { ActionIcon, Popover, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { AsideItem } from '#renderer/ui/Aside.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { ScrollBox } from '#renderer/ui/ScrollBox.tsx'
import { ChangeLine } from '#renderer/records/changes/ChangeLine.tsx'
import type { HistoryOf } from '#renderer/records/changes/restorable.ts'

interface FieldHistoryProps {
  readonly of: HistoryOf
  readonly field: string
  readonly label: string
}

export function FieldHistory({ of, field, label }: FieldHistoryProps) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)

  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <ActionIcon
          size="sm"
          aria-label={t('history.field', { field: label })}
          title={t('history.field', { field: label })}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconHistory size={14} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown w={340} p="sm">
        {isOpen && (
          <ScrollBox label={t('history.field', { field: label })}>
            <FieldChanges of={of} field={field} />
          </ScrollBox>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function FieldChanges({ of, field }: Omit<FieldHistoryProps, 'label'>) {
  const t = useT()
  const format = useFormat()
  const history = useQuery(useApi().history.ofRecord({ table: of.table, id: of.id }))

  if (history.isPending) return <Pending lines={2} />
  if (history.isError) return <ErrorNote error={history.error} onRetry={() => void history.refetch()} />
  const changes = history.data.flatMap((change) => {
    const told = change.row === null ? change.changes.find((each) => each.field === field) : undefined
    return told ? [{ change, told }] : []
  })
  return (
    <>
      {changes.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('history.field_empty')}
        </Text>
      )}
      {changes.map(({ change, told }) => (
        <AsideItem
          key={change.operation}
          detail={[
            change.actorName ?? t('history.system'),
            format.moment(change.at),
            change.deviceName === null ? null : t('history.on_device', { device: change.deviceName }),
          ]
            .filter(Boolean)
            .join(' · ')}
        >
          <ChangeLine of={of} change={change} told={told} isBare />
        </AsideItem>
      ))}
    </>
  )
}
