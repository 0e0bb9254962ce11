// What can be done at once with the row that is pointed at. All of it has keys or stands in the row's menu, so it is no stop for the keyboard.
import { ActionIcon } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { rowActions, type RowDeed } from './row-actions.ts'

/** The peek stands last, next to the edge that it opens at. */
const quickActions = rowActions
  .filter(({ isQuick }) => isQuick)
  .toSorted((a, b) => Number(a.id === 'peek') - Number(b.id === 'peek'))

export function QuickActions({ deed }: { readonly deed: RowDeed }) {
  const t = useT()
  return quickActions.map(({ id, Icon, label, offer: offerOf }) => {
    const offer = offerOf(deed)
    const said = label(t, deed)
    return (
      offer !== null && (
        <ActionIcon
          key={id}
          size={26}
          tabIndex={-1}
          aria-label={said}
          title={said}
          {...(typeof offer === 'string' ? { component: 'a', href: offer } : { onClick: offer })}
        >
          <Icon size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      )
    )
  })
}
