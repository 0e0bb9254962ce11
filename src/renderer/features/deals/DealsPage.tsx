// Deals, as the board of a pipeline or as a list.
import type { ReactNode } from 'react'
import { useAddress } from '#renderer/ui/use-address.ts'
import { DealBoardPage } from './DealBoardPage.tsx'
import { DealListPage } from './DealListPage.tsx'

/** `renderPanel`: a deal beside the list. */
export function DealsPage({ renderPanel }: { readonly renderPanel: (id: string) => ReactNode }) {
  return useAddress().get('as') === 'list' ? <DealListPage renderPanel={renderPanel} /> : <DealBoardPage />
}
