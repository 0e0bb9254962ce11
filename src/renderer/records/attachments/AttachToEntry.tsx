// A paper clip on an entry of the timeline: files are added to that entry.
import { ActionIcon } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { type RecordPlace, useAddFiles } from './use-add-files.tsx'

export function AttachToEntry({ place }: { readonly place: RecordPlace }) {
  const t = useT()
  const { choose, isBusy, dialogs } = useAddFiles(place)
  return (
    <>
      <ActionIcon size="sm" aria-label={t('attachments.add_to_entry')} loading={isBusy} onClick={choose}>
        <IconPaperclip size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
      {dialogs}
    </>
  )
}
