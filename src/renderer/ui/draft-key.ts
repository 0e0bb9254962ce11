// The name of a form's draft: the same form opened from two records has two drafts.
import type { Reference } from '#shared/base/fields.ts'

/** `deals.create 0198…`: the procedure, and the records that the form was opened for. */
export const draftKey = (procedure: string, ...records: readonly (Reference | null | undefined)[]): string =>
  [procedure, ...records.flatMap((record) => (record ? [record.id] : []))].join(' ')
