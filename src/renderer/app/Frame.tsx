// The frame of every screen: the rail on the left, the search over everything, the keys and the menu's commands.
import { useState } from 'react'
import { Outlet } from 'react-router'
import { PageStatusContext, PageToolsContext } from '#renderer/ui/Page.tsx'
import { Reminders } from '#renderer/features/activities/Reminders.tsx'
import { CopiedNotice } from '#renderer/features/history/CopiedNotice.tsx'
import { usePresence } from '#renderer/features/home/use-presence.ts'
import { Fetching } from '#renderer/features/workspace/Fetching.tsx'
import { OpeningNotice } from '#renderer/features/workspace/OpeningNotice.tsx'
import { NetworkSign } from '#renderer/features/network/NetworkSign.tsx'
import { FrameLayout } from '#renderer/ui/FrameLayout.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { HISTORY_KEYS, HistoryButton, HistoryPanel } from './HistoryPanel.tsx'
import { QuickAddKey } from './QuickAddKey.tsx'
import { Rail } from './Rail.tsx'
import { SearchButton } from './SearchButton.tsx'
import { SearchPalette } from './SearchPalette.tsx'
import { useCommands } from './use-commands.ts'

export function Frame() {
  const [isSearching, setIsSearching] = useState(false)
  const [isLookingBack, setIsLookingBack] = useState(false)
  const t = useT()
  usePresence()
  const openSearch = () => setIsSearching(true)
  const openHistory = () => setIsLookingBack(true)
  const carryOut = useCommands({ openSearch })
  useShortcuts([{ keys: HISTORY_KEYS, label: t('app.history.open'), group: 'everywhere', run: openHistory }])

  return (
    <FrameLayout
      rail={<Rail />}
      notice={
        <>
          <OpeningNotice />
          <CopiedNotice />
          <Fetching />
        </>
      }
    >
      <PageToolsContext value={<SearchButton onOpen={openSearch} />}>
        <PageStatusContext
          value={
            <>
              <NetworkSign />
              <HistoryButton onOpen={openHistory} />
            </>
          }
        >
          <Outlet />
        </PageStatusContext>
      </PageToolsContext>
      <SearchPalette isOpen={isSearching} onClose={() => setIsSearching(false)} carryOut={carryOut} />
      <QuickAddKey />
      <Reminders />
      <HistoryPanel isOpen={isLookingBack} onClose={() => setIsLookingBack(false)} />
    </FrameLayout>
  )
}
