// Where the records are listed that an import made or changed.
import type { ImportEntity } from '#shared/imports/plan.ts'

/** Each with the view that leaves nothing out: an import brings closed deals and done tasks, too. */
const LISTS: Readonly<Partial<Record<ImportEntity, string>>> = {
  company: '/companies?',
  contact: '/contacts?',
  deal: '/deals?as=list&view=all&',
  ticket: '/tickets?view=all&',
  product: '/products?',
  order: '/orders?',
  activity: '/tasks?view=all&',
}

/** Null: records of that kind have no list of their own. */
export const importedList = (entity: ImportEntity, importId: string): string | null => {
  const list = LISTS[entity]
  return list === undefined ? null : `${list}import=${importId}`
}
