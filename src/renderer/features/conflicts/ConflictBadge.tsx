// On the head of a record: that changes crossed on it, with the entries behind it in a panel.
import { Button, Drawer } from '@mantine/core'
import { IconArrowsCross } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { ConflictEntry } from './ConflictEntry.tsx'
import { DecideAll } from './ConflictGroup.tsx'

interface ConflictBadgeProps {
  readonly recordType: RecordType
  readonly recordId: string
  readonly name: string
}

export function ConflictBadge({ recordType, recordId, name }: ConflictBadgeProps) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const conflicts = useQuery(useApi().conflicts.ofRecord({ recordType, recordId }))
  const open = conflicts.data ?? []
  if (open.length === 0) return null
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconArrowsCross size={14} stroke={1.5} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        {t('conflicts.badge', { count: open.length })}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        position="right"
        size={560}
        title={t('conflicts.panel', { name })}
        closeButtonProps={{ 'aria-label': t('base.close') }}
      >
        <DecideAll conflicts={open} name={name} />
        {open.map((conflict) => (
          <ConflictEntry key={`${conflict.rowId} ${conflict.kind} ${conflict.field}`} conflict={conflict} name={name} />
        ))}
      </Drawer>
    </>
  )
}
