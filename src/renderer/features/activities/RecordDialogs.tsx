// What is done with any record in front of it, by key or from its menu: log a call, plan something, apply a template.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useRecordDialog } from '#renderer/ui/record-dialog.ts'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { ApplyTemplate } from './ApplyTemplate.tsx'
import { CallLog } from './CallLog.tsx'
import { NewEntry } from './NewEntry.tsx'

interface RecordDialogsProps {
  readonly recordType: RecordType
  readonly recordId: string
}

export function RecordDialogs(record: RecordDialogsProps) {
  const t = useT()
  const { current, show, close } = useRecordDialog()
  const me = useQuery(useApi().users.me({}))
  useShortcuts([
    { keys: 'c', label: t('call_log.key'), group: 'page', run: () => show('call') },
    { keys: 'p', label: t('plan.key'), group: 'page', run: () => show('plan') },
    { keys: 'shift+t', label: t('templates.key'), group: 'page', run: () => show('template') },
  ])

  switch (current) {
    case 'call':
      return <CallLog {...record} onClose={close} />
    case 'template':
      return <ApplyTemplate {...record} onClose={close} />
    case 'plan':
      return me.data ? <NewEntry kind="task" placement={null} record={record} ownerId={me.data.id} onClose={close} /> : null
    default:
      return null
  }
}
