// Where a hit of the search leads.
import type { SearchHit } from '#shared/search/search.contract.ts'

const PATHS: Readonly<Record<SearchHit['kind'], string>> = {
  company: '/companies',
  contact: '/contacts',
  deal: '/deals',
  ticket: '/tickets',
  order: '/orders',
  product: '/products',
  activity: '/home',
  file: '/home',
}

/** An activity and a file open the record they stand on. */
export const routeOfHit = ({ open, kind }: Pick<SearchHit, 'open' | 'kind'>): string =>
  `${PATHS[open.kind]}/${open.id}${kind === 'file' ? '?tab=files' : ''}`
