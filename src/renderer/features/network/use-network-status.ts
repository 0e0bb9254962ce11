// How the network stands. What is over at a named moment is asked about again then, for nothing else may happen at that time.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useNow } from '#renderer/i18n/i18n-context.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'

/** Where the engine says at that moment that it is not over yet. */
const AGAIN_MS = 1000

export const useNetworkStatus = () => {
  const now = useNow()
  return useQuery({
    ...useApi().network.status({}),
    refetchInterval: ({ state }) => msUntilNext(state.data, now()),
    refetchIntervalInBackground: true,
  })
}

const msUntilNext = (status: NetworkStatus | undefined, now: number): number | false => {
  const moments = (status?.devices ?? []).flatMap(({ untilAt }) => (untilAt === null ? [] : [Date.parse(untilAt)]))
  return moments.length === 0 ? false : Math.max(AGAIN_MS, Math.min(...moments) - now)
}
