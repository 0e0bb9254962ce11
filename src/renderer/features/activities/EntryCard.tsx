// An entry opened from a calendar or a day: its details in front of the page.
import { Modal } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'
import type { TaskEntry } from '#shared/activities/calendar-entry.ts'
import { EntryDetails } from './EntryDetails.tsx'

interface EntryCardProps {
  readonly entry: TaskEntry
  readonly onClose: () => void
}

export function EntryCard({ entry, onClose }: EntryCardProps) {
  const t = useT()
  useFocusBack()
  const { kind, title, isPrivate } = entry
  return (
    <Modal
      opened
      onClose={onClose}
      title={isPrivate ? t('calendar.busy') : (title ?? t(`activities.kind.${kind}`))}
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      <EntryDetails entry={entry} onDone={onClose} />
    </Modal>
  )
}
