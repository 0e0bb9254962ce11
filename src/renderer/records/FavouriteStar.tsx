// The star of a record: among the user's own favourites, or not.
import { ActionIcon } from '@mantine/core'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import type { RecordType } from '#shared/base/fields.ts'

interface FavouriteStarProps {
  readonly recordType: RecordType
  readonly record: { readonly id: string; readonly name: string }
  readonly isFavourite: boolean
}

export function FavouriteStar({ recordType, record, isFavourite }: FavouriteStarProps) {
  const t = useT()
  const api = useApi()
  const { name } = record
  const add = useAction(api.favourites.add(), { said: () => t('record.favourite.added', { name }) })
  const remove = useAction(api.favourites.remove(), { said: () => t('record.favourite.removed', { name }) })
  const turn = () => (isFavourite ? remove : add).mutate({ recordType, recordId: record.id })
  useShortcuts([{ keys: 'f', label: t('record.favourite'), group: 'page', run: turn }])

  return (
    <ActionIcon
      size="sm"
      aria-label={t('record.favourite')}
      aria-pressed={isFavourite}
      title={t('record.favourite')}
      onClick={turn}
    >
      {isFavourite ? (
        <IconStarFilled size={16} aria-hidden color="var(--kith-amber)" />
      ) : (
        <IconStar size={16} stroke={1.5} aria-hidden />
      )}
    </ActionIcon>
  )
}
