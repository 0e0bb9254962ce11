// On the head of a record: that changes crossed on it, with the entries behind it in a panel.
import { Box, Button, Drawer } from '@mantine/core'
import { IconArrowsCross } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import type { Conflict } from '#shared/conflicts/conflict.ts'
import { numberedType } from '#shared/conflicts/same-number.ts'
import { CircleEntry } from './CircleEntry.tsx'
import { useNextEntry } from './conflict-entries.ts'
import { ConflictEditor } from './ConflictEditor.tsx'
import { ConflictEntry } from './ConflictEntry.tsx'
import { DecideAll } from './ConflictGroup.tsx'
import { SameNumberEntry } from './SameNumberEntry.tsx'

interface ConflictBadgeProps {
  readonly recordType: RecordType
  readonly recordId: string
  readonly name: string
}

export function ConflictBadge({ recordType, recordId, name }: ConflictBadgeProps) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const [opened, setOpened] = useState<Conflict | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const { conflicts } = useApi()
  useNextEntry()
  const open = useQuery(conflicts.ofRecord({ recordType, recordId })).data ?? []
  const isNumbered = numberedType.safeParse(recordType).success
  const numbers = useQuery({ ...conflicts.sameNumbers({ recordId }), enabled: isNumbered }).data ?? []
  const circles = useQuery({ ...conflicts.circles({ companyId: recordId }), enabled: recordType === 'company' }).data ?? []
  const count = open.length + numbers.length + circles.length
  const editor = opened && (
    <ConflictEditor
      opened={opened}
      onClose={() => {
        setOpened(null)
        // It does not open by itself when something crosses again.
        if (count === 0) setIsOpen(false)
      }}
    />
  )
  return (
    <>
      {count > 0 && (
        <>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowsCross size={14} stroke={1.5} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setIsOpen(true)}
          >
            {t('conflicts.badge', { count })}
          </Button>
          <Drawer
            opened={isOpen}
            onClose={() => setIsOpen(false)}
            position="right"
            size={560}
            title={t('conflicts.panel', { name })}
            closeButtonProps={{ 'aria-label': t('base.close') }}
            // What is written or asked in front of it has the keys.
            closeOnEscape={opened === null && !isAsking}
          >
            {/* Its words begin where those below do. */}
            <Box ml={-8}>
              <DecideAll conflicts={open} name={name} />
            </Box>
            {numbers.map((same, index) => (
              <SameNumberEntry
                key={`${same.first.id} ${same.later.id}`}
                same={same}
                isExplained={index === 0}
                onFollow={() => setIsOpen(false)}
              />
            ))}
            {circles.map((circle, index) => (
              <CircleEntry
                key={circle.companies.map(({ id }) => id).join(' ')}
                circle={circle}
                isExplained={index === 0}
                onFollow={() => setIsOpen(false)}
              />
            ))}
            {open.map((conflict) => (
              <ConflictEntry
                key={`${conflict.rowId} ${conflict.kind} ${conflict.field}`}
                conflict={conflict}
                name={name}
                onWrite={setOpened}
                onAsking={setIsAsking}
              />
            ))}
          </Drawer>
        </>
      )}
      {editor}
    </>
  )
}
