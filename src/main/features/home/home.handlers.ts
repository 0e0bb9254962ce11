// What the others did since a user was here, read from the history.
import type { Operation } from '#shared/history/history.ts'
import { arrived } from '#shared/home/presence.ts'
import type { Actor, CallContext, Handlers } from '#main/rpc/handlers.ts'
import { findPresence, keepPresence } from './presence.repository.ts'

/** Pages of the history that are looked through, 200 operations each. */
const PAGES = 5

export const homeHandlers: Handlers['home'] = {
  news: (context, { limit }) => {
    const since = findPresence(context.db, userOf(context.actor))?.since ?? null
    if (since === null) return { since, operations: [], count: 0, isCut: false }
    const { found, isCut } = othersSince(context, since)
    return { since, operations: found.slice(0, limit), count: found.length, isCut }
  },

  arrive: ({ tx, actor, now }) => {
    keepPresence(tx, userOf(actor), arrived(findPresence(tx, userOf(actor)), now()))
    return null
  },

  seen: ({ tx, actor, now }) => {
    keepPresence(tx, userOf(actor), { since: now(), at: now() })
    return null
  },
}

const othersSince = ({ run, actor }: CallContext, since: string): { readonly found: Operation[]; readonly isCut: boolean } => {
  const found: Operation[] = []
  let before: number | null = null
  for (let page = 0; page < PAGES; page++) {
    const { operations, next }: { operations: Operation[]; next: number | null } = run('history.operations', {
      before,
      limit: 200,
    })
    const newer = operations.filter(({ at }) => at > since)
    // What was taken back is no news, and neither is its taking back.
    found.push(
      ...newer.filter(({ actorId, undoes, undoneBy }) => actorId !== actor.userId && undoes === null && undoneBy === null),
    )
    if (newer.length < operations.length || next === null) return { found, isCut: false }
    before = next
  }
  return { found, isCut: true }
}

/** The command line may act for nobody in particular. */
const userOf = ({ userId }: Actor): string => userId ?? ''
