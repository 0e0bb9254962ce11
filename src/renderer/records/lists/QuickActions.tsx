// What can be done at once with the row that is pointed at. All of it has keys, so it is no stop for the keyboard.
import { ActionIcon } from '@mantine/core'
import { IconLayoutSidebarRight, IconMail, IconPhone } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { ListRow } from '#shared/lists/list-question.ts'

interface QuickActionsProps {
  readonly row: ListRow
  /** `null` where nothing can be shown beside the list. */
  readonly onPeek: (() => void) | null
}

export function QuickActions({ row, onPeek }: QuickActionsProps) {
  const t = useT()
  const { email, phone } = row.cells
  const link = (href: string, label: string, Icon: typeof IconMail) => (
    <ActionIcon component="a" href={href} size={26} tabIndex={-1} aria-label={label} title={label}>
      <Icon size={16} stroke={1.5} aria-hidden />
    </ActionIcon>
  )
  return (
    <>
      {typeof phone === 'string' &&
        phone !== '' &&
        link(`tel:${phone.replaceAll(/[^\d+]/gu, '')}`, t('lists.row.call', { name: row.title }), IconPhone)}
      {typeof email === 'string' &&
        email !== '' &&
        link(`mailto:${encodeURIComponent(email)}`, t('lists.row.mail', { name: row.title }), IconMail)}
      {onPeek && (
        <ActionIcon size={26} tabIndex={-1} aria-label={t('lists.row.peek')} title={t('lists.row.peek')} onClick={onPeek}>
          <IconLayoutSidebarRight size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
    </>
  )
}
