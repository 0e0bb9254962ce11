// Hits of the search, put into groups by kind, and where each of them leads.
import type { SearchHit } from '#shared/search/search.contract.ts'

type Kind = SearchHit['kind']

const ORDER: readonly Kind[] = ['company', 'contact', 'deal', 'ticket', 'activity']

const PATHS: Readonly<Record<Kind, string>> = {
  company: '/companies',
  contact: '/contacts',
  deal: '/deals',
  ticket: '/tickets',
  activity: '/home',
}

/** Kinds in the order of the rail, without those that have no hit; the order within a kind is the search's own. */
export const groupHits = (
  hits: readonly SearchHit[],
): readonly { readonly kind: Kind; readonly hits: readonly SearchHit[] }[] => {
  const byKind = Map.groupBy(hits, ({ kind }) => kind)
  return ORDER.flatMap((kind) => {
    const found = byKind.get(kind)
    return found ? [{ kind, hits: found }] : []
  })
}

/** An activity opens the record it stands on. */
export const routeOfHit = ({ open }: SearchHit): string => `${PATHS[open.kind]}/${open.id}`
