// The rail: where one can go, who works here, and the lock.
import { ActionIcon, Text, Tooltip } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { NavLink } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { railEntry, railEntryText, RailLayout, railSkip } from '#renderer/ui/FrameLayout.tsx'
import { type Destination, destinations } from './navigation.ts'
import { RailConflicts } from './RailConflicts.tsx'
import { RailFavourites } from './RailFavourites.tsx'

export function Rail() {
  const t = useT()
  const settings = useQuery(useApi().settings.get({}))
  const lock = useAction(useApi().workspace.lock())
  const [isNarrow, setIsNarrow] = useLocalStorage({ key: 'kith.rail.narrow', defaultValue: window.innerWidth < 1100 })
  const Toggle = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse

  return (
    <RailLayout
      label={t('app.nav.label')}
      isNarrow={isNarrow}
      skip={
        <button type="button" className={railSkip} onClick={() => document.getElementById('page')?.focus()}>
          {t('app.nav.skip')}
        </button>
      }
      head={
        <>
          {!isNarrow && (
            <Text fw={600} truncate>
              {settings.data?.workspaceName ?? t('base.app')}
            </Text>
          )}
          <ActionIcon
            aria-label={t(isNarrow ? 'app.nav.expand' : 'app.nav.collapse')}
            aria-expanded={!isNarrow}
            onClick={() => setIsNarrow(!isNarrow)}
          >
            <Toggle size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </>
      }
      links={destinations
        .filter(({ isAside }) => !isAside)
        .map((destination) => (
          <RailLink key={destination.to} isNarrow={isNarrow} {...destination} />
        ))}
      group={<RailFavourites isNarrow={isNarrow} />}
      foot={
        <>
          <RailConflicts isNarrow={isNarrow} />
          {destinations
            .filter(({ isAside }) => isAside)
            .map((destination) => (
              <RailLink key={destination.to} isNarrow={isNarrow} {...destination} />
            ))}
          <Tooltip label={t('app.nav.lock')} position="right" disabled={!isNarrow}>
            <button type="button" className={railEntry} onClick={() => lock.mutate({})}>
              <IconLock size={18} stroke={1.5} aria-hidden />
              <span className={railEntryText}>{t('app.nav.lock')}</span>
            </button>
          </Tooltip>
        </>
      }
    />
  )
}

function RailLink({ to, label, icon: Icon, isNarrow }: Destination & { readonly isNarrow: boolean }) {
  const t = useT()
  return (
    <Tooltip label={t(label)} position="right" disabled={!isNarrow}>
      <NavLink to={to} className={railEntry}>
        <Icon size={18} stroke={1.5} aria-hidden />
        <span className={railEntryText}>{t(label)}</span>
      </NavLink>
    </Tooltip>
  )
}
