// How many changes another computer had to give, and how many of them have come.
import type { NetworkStatus } from '#shared/sync/network.contract.ts'

export interface Fetched {
  readonly done: number
  readonly total: number
}

/** Null: nothing is being fetched now. The engine counts; it says so in the sentence for the status line. */
export const fetchedOf = ({ sentence: { messageKey, params } }: NetworkStatus): Fetched | null => {
  const { done, total } = params
  if (messageKey !== 'network.state.taking' || typeof done !== 'number' || typeof total !== 'number') return null
  return { done, total }
}
