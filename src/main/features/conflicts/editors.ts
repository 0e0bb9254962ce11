// How a crossed value can be written anew: as the field's own screen would have it, by the same procedures.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { Conflict } from '#shared/conflicts/conflict.ts'
import { listEntity } from '#shared/lists/list-entity.ts'
import { listFields } from '#shared/lists/list-fields.ts'
import type { NewValue } from '#shared/lists/list-change.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'

type Editor = Conflict['editor']

/** Of rows that belong to a record: the fields that their own forms have. */
const AROUND: Readonly<Partial<Record<TableName, Readonly<Partial<Record<string, Editor>>>>>> = {
  activities: { title: 'line', text: 'lines', location: 'line', dueOn: 'day' },
  contactPoints: { value: 'line', city: 'line', postcode: 'line', country: 'line', note: 'line' },
}

export const editorOf = (table: TableName, field: string): Editor => {
  const entity = listEntity.exclude(['tasks']).safeParse(table)
  if (!entity.success) return AROUND[table]?.[field] ?? null
  const letter = storageClassOf(field)
  if (letter !== null) return letter === 'a' ? null : 'field'
  return listFields[entity.data].some(({ id, isEditable }) => id === field && isEditable) ? 'field' : null
}

interface NewWord {
  readonly table: TableName
  readonly rowId: string
  readonly field: string
  readonly value: NewValue
}

/** An ordinary edit of the field: its own rules hold. Throws `conflict` where it has no editor. */
export const writeAnew = ({ run }: MutationContext, { table, rowId: id, field, value }: NewWord): void => {
  const editor = editorOf(table, field)
  const text = typeof value === 'string' && value !== '' ? value : null
  if (editor === 'field') {
    const entity = listEntity.parse(table)
    run('lists.change', { entity, selection: { ids: [id] }, changes: { [field]: value }, onRefusal: 'refuse' })
  } else if (editor !== null && table === 'activities') run('activities.update', { id, [field]: text })
  else if (editor !== null && table === 'contactPoints') run('contactPoints.update', { id, [field]: text })
  else throw new AppError('conflict', 'conflicts.notWritable')
}
