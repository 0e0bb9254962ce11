// The card behind an id, among those that came with the board and those loaded since.
import { useQueryClient } from '@tanstack/react-query'
import type { BoardColumn, DealCard } from '#shared/deals/deal.ts'

export const useCardLookup = (columns: readonly BoardColumn[]): ((id: string) => DealCard | undefined) => {
  const queryClient = useQueryClient()
  return (id) =>
    [
      ...columns.map(({ cards }) => cards),
      ...queryClient.getQueriesData<DealCard[]>({ queryKey: ['deals.column'] }).map(([, cards]) => cards ?? []),
    ]
      .flat()
      .find((card) => card.id === id)
}
