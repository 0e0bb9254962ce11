// The cache of what the engine answered.
import { QueryClient } from '@tanstack/react-query'

/** The data is on this machine: always reachable, fresh until a commit says otherwise, and an error does not go away by asking again. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })
