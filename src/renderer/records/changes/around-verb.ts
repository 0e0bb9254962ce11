// What was done to a row that belongs to a record without being it: “added phone: 138…”, “removed the link to Harbour Tools”.
import type { Translate } from '#renderer/i18n/translate.ts'
import type { RecordChange } from '#shared/history/history.ts'

interface ChangeAround {
  readonly isCreated: boolean
  readonly changes: readonly Pick<RecordChange['changes'][number], 'field' | 'to'>[]
  readonly row: NonNullable<RecordChange['row']>
}

export const aroundVerb = (t: Translate, { isCreated, changes, row: { table, name, kind } }: ChangeAround): string => {
  const archived = changes.find(({ field }) => field === 'archivedAt')
  const verb = isCreated ? 'created' : archived === undefined ? 'changed' : archived.to === null ? 'restored' : 'archived'
  const what = table === 'contactPoints' && kind !== null ? t.known(`field.${kind}`, 'field.other') : ''
  return t(`history.around.${table}.${verb}`, { what, name: name ?? '' })
}
