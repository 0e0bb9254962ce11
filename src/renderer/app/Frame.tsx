// The frame of every screen: the rail on the left, the search over everything, the keys and the menu's commands.
import { useState } from 'react'
import { Outlet } from 'react-router'
import { PageToolsContext } from '#renderer/ui/Page.tsx'
import { FrameLayout } from '#renderer/ui/FrameLayout.tsx'
import { Rail } from './Rail.tsx'
import { SearchButton } from './SearchButton.tsx'
import { SearchPalette } from './SearchPalette.tsx'
import { useCommands } from './use-commands.ts'

export function Frame() {
  const [isSearching, setIsSearching] = useState(false)
  const openSearch = () => setIsSearching(true)
  useCommands({ openSearch })

  return (
    <FrameLayout rail={<Rail />}>
      <PageToolsContext value={<SearchButton onOpen={openSearch} />}>
        <Outlet />
      </PageToolsContext>
      <SearchPalette isOpen={isSearching} onClose={() => setIsSearching(false)} />
    </FrameLayout>
  )
}
