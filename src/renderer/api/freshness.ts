// Knows which tables each answer was read from, and asks again exactly for those that a commit has made out of date.
import { hashKey, type QueryClient } from '@tanstack/react-query'
import type { Bridge } from '#shared/base/procedure.ts'

export interface Freshness {
  /** For `record`: what was heard of until now, before something is asked. */
  readonly heard: () => number
  /** Remembers what an answer was read from; an answer older than a change already heard of is asked for again. */
  readonly record: (
    queryKey: readonly unknown[],
    reply: { readonly reads: readonly string[]; readonly rev: number },
    heard: number,
  ) => void
}

export const createFreshness = (bridge: Bridge, queryClient: QueryClient): Freshness => {
  const readsByQuery = new Map<string, readonly string[]>()
  const revByTable = new Map<string, number>()
  /** Of what no commit changed, such as who is where: which event was the last to tell of it. */
  const eventByTable = new Map<string, number>()
  let events = 0

  queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'removed') readsByQuery.delete(event.query.queryHash)
  })

  bridge.onEvent((event) => {
    if (event.type === 'changed') {
      events += 1
      for (const table of event.tables)
        if (event.rev === 0) eventByTable.set(table, events)
        else revByTable.set(table, event.rev)
      const changed = new Set(event.tables)
      void queryClient.invalidateQueries({
        // An answer on its way is checked by `record` when it arrives.
        predicate: ({ queryHash }) => readsByQuery.get(queryHash)?.some((table) => changed.has(table)) ?? false,
      })
    }
    if (event.type === 'workspace') {
      revByTable.clear()
      void queryClient.invalidateQueries()
    }
    if (event.type === 'preferences') void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isShell(queryKey) })
  })

  return {
    heard: () => events,
    record: (queryKey, { reads, rev }, heard) => {
      readsByQuery.set(hashKey(queryKey), reads)
      if (reads.some((table) => (revByTable.get(table) ?? 0) > rev || (eventByTable.get(table) ?? 0) > heard)) {
        // After this answer has been stored, or the invalidation would be overwritten by it.
        setTimeout(() => void queryClient.invalidateQueries({ queryKey, exact: true }), 0)
      }
    },
  }
}

const isShell = (queryKey: readonly unknown[]): boolean => String(queryKey[0]).startsWith('shell.')
