// Deals, as the board of a pipeline or as a list.
import type { ReactNode } from 'react'
import { useAddress } from '#renderer/ui/use-address.ts'
import { DealBoardPage } from './DealBoardPage.tsx'
import { DealListPage } from './DealListPage.tsx'

/** `panel`: a deal beside the list. */
export function DealsPage({ panel }: { readonly panel: (id: string) => ReactNode }) {
  return useAddress().get('as') === 'list' ? <DealListPage panel={panel} /> : <DealBoardPage />
}
