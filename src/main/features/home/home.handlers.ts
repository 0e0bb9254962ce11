// What the others did since a user was here, read from the history.
import type { Operation } from '#shared/history/history.ts'
import { arrived } from '#shared/home/presence.ts'
import type { Actor, CallContext, Handlers } from '#main/rpc/handlers.ts'
import { findPresence, keepPresence } from './presence.repository.ts'

/** People of one name that are offered. */
const MOST_NAMED = 20

/** Pages of the history that are looked through, 200 operations each. */
const PAGES = 5

export const homeHandlers: Handlers['home'] = {
  news: (context, { limit }) => {
    const since = findPresence(context.db, userOf(context.actor))?.since ?? null
    if (since === null) return { since, operations: [], count: 0, isCut: false }
    const { found, isCut } = othersSince(context, since)
    return { since, operations: found.slice(0, limit), count: found.length, isCut }
  },

  named: ({ run }, { names }) => {
    for (const name of names) {
      const hits = run('search.find', { text: name, kinds: ['contact', 'company'], limit: MOST_NAMED })
      const records = hits.flatMap(({ kind, id, title, detail }) =>
        (kind === 'company' || kind === 'contact') && isCalled(title, name)
          ? [{ recordType: kind, id, name: title, detail }]
          : [],
      )
      if (records.length > 0) return { name, records, isCut: hits.length === MOST_NAMED }
    }
    return null
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

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Whether a name is this one, or has it as its beginning: 华腾 is said for 华腾科技, Anna for Anna Berg, Berg for both. */
const isCalled = (title: string, name: string): boolean => {
  const [called, wanted] = [folded(title), folded(name)]
  if (/\p{Script=Han}/u.test(wanted)) return called.startsWith(wanted)
  return called === wanted || called.startsWith(`${wanted} `) || called.endsWith(` ${wanted}`)
}
