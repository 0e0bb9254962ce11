// The user's favourites in the rail: the first few, the others on demand. The narrow rail shows one star that opens them all.
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import {
  IconBuilding,
  IconChevronDown,
  IconChevronUp,
  IconDots,
  IconLayoutKanban,
  IconLifebuoy,
  IconPackage,
  IconShoppingCart,
  IconStar,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { NavLink, useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { recordHref } from '#shared/base/record-places.ts'
import { railEntry, railEntryText, RailGroup, RailGroupItem } from '#renderer/ui/FrameLayout.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import type { Favourite } from '#shared/bookmarks/bookmarks.contract.ts'

const SHOWN = 8
const icons: Readonly<Record<RecordType, TablerIcon>> = {
  company: IconBuilding,
  contact: IconUser,
  deal: IconLayoutKanban,
  ticket: IconLifebuoy,
  order: IconShoppingCart,
  product: IconPackage,
}

export function RailFavourites({ isNarrow }: { readonly isNarrow: boolean }) {
  const t = useT()
  const [isWhole, setIsWhole] = useState(false)
  const favourites = useQuery(useApi().favourites.list({})).data ?? []
  if (favourites.length === 0) return null
  if (isNarrow) return <FavouritesMenu favourites={favourites} />

  const hidden = favourites.length - SHOWN
  const Chevron = isWhole ? IconChevronUp : IconChevronDown
  return (
    <RailGroup title={t('app.favourites')}>
      {(isWhole ? favourites : favourites.slice(0, SHOWN)).map((favourite, place) => (
        <FavouriteEntry key={favourite.id} favourite={favourite} place={place} all={favourites} />
      ))}
      {hidden > 0 && (
        <RailGroupItem action={null}>
          <button type="button" className={railEntry} aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            <Chevron size={16} stroke={1.5} aria-hidden />
            <span className={railEntryText}>
              {isWhole ? t('app.favourites.fewer') : t('app.favourites.more', { count: hidden })}
            </span>
          </button>
        </RailGroupItem>
      )}
    </RailGroup>
  )
}

interface FavouriteEntryProps {
  readonly favourite: Favourite
  readonly place: number
  readonly all: readonly Favourite[]
}

function FavouriteEntry({ favourite, place, all }: FavouriteEntryProps) {
  const t = useT()
  const api = useApi()
  const { id, recordType, recordId, name } = favourite
  const move = useAction(api.favourites.move(), { said: () => t('app.favourites.moved', { name }) })
  const remove = useAction(api.favourites.remove(), { said: () => t('record.favourite.removed', { name }) })
  const Icon = icons[recordType]
  const step = (by: 1 | -1) => {
    if (all[place + by] === undefined) return
    move.mutate({ id, afterId: (by === 1 ? all[place + 1] : all[place - 2])?.id ?? null })
  }

  return (
    <RailGroupItem
      action={
        <Menu position="right-start">
          <Menu.Target>
            <ActionIcon size={24} aria-label={t('app.favourites.actions', { name })}>
              <IconDots size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item disabled={place === 0} rightSection="Alt ↑" onClick={() => step(-1)}>
              {t('app.favourites.up')}
            </Menu.Item>
            <Menu.Item disabled={place === all.length - 1} rightSection="Alt ↓" onClick={() => step(1)}>
              {t('app.favourites.down')}
            </Menu.Item>
            <Menu.Item onClick={() => remove.mutate({ recordType, recordId })}>{t('app.favourites.remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
    >
      <NavLink
        to={recordHref(recordType, recordId)}
        className={railEntry}
        title={name}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          step(event.key === 'ArrowUp' ? -1 : 1)
        }}
      >
        <Icon size={16} stroke={1.5} aria-hidden />
        <span className={railEntryText}>{name}</span>
      </NavLink>
    </RailGroupItem>
  )
}

function FavouritesMenu({ favourites }: { readonly favourites: readonly Favourite[] }) {
  const t = useT()
  const navigate = useNavigate()
  return (
    <Menu position="right-start" width={260}>
      <Menu.Target>
        <Tooltip label={t('app.favourites')} position="right">
          <button type="button" className={railEntry}>
            <IconStar size={18} stroke={1.5} aria-hidden />
            <span className={railEntryText}>{t('app.favourites')}</span>
          </button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah="80vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('app.favourites')}</Menu.Label>
        {favourites.map(({ id, recordType, recordId, name }) => {
          const Icon = icons[recordType]
          return (
            <Menu.Item
              key={id}
              leftSection={<Icon size={16} stroke={1.5} aria-hidden />}
              onClick={() => void navigate(recordHref(recordType, recordId))}
            >
              {name}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
