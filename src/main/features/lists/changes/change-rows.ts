// Changes rows one by one by their own rules, inside one operation: however many there are, one undo takes all back.
import { AppError } from '#shared/base/app-error.ts'
import { type ListChanged, type ListChanges, type ListRefusal, MAX_REFUSALS } from '#shared/lists/list-change.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { listQuestion } from '#shared/lists/list-question.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import { askList } from '../asked-list.ts'
import { isCustomKey, listCustomFields } from '../custom-fields.repository.ts'
import { listFields } from '#shared/lists/list-fields.ts'
import { differing } from './differing.ts'
import { recordWriters } from './record-writers.ts'
import { type CurrentRow, currentRows } from './rows-to-change.ts'

const AT_ONCE = 500

export interface RowAct {
  readonly entity: ListEntity
  readonly onRefusal: 'skip' | 'refuse'
  /** Fields whose present values the act looks at. */
  readonly fields: readonly string[]
  /** Answers whether it did anything. */
  readonly act: (row: CurrentRow) => boolean
}

/** Does something to each row. Says how far it is, and stops as a whole when the user gives up. */
export const actOnRows = (
  context: MutationContext,
  ids: readonly string[],
  { entity, onRefusal, fields, act }: RowAct,
): ListChanged => {
  const read = currentRows(askList(context, listQuestion.parse({ entity }), fields), fields)
  const counts = { changed: 0, unchanged: 0, refused: 0 }
  const refusals: ListRefusal[] = []
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const chunk = ids.slice(start, start + AT_ONCE)
    const rows = read(context.db, chunk)
    for (const [index, id] of chunk.entries()) {
      if (index % 100 === 0) context.checkCancelled()
      try {
        const row = rows.get(id)
        if (!row) throw new AppError('not_found', 'lists.rowGone', { id })
        counts[act(row) ? 'changed' : 'unchanged'] += 1
      } catch (error) {
        if (error instanceof PartlyWritten) throw error.refusal
        if (!(error instanceof AppError) || error.code === 'cancelled' || error.code === 'internal') throw error
        if (onRefusal === 'refuse') throw ids.length === 1 ? error : ofRow(error, id)
        counts.refused += 1
        if (refusals.length < MAX_REFUSALS) refusals.push({ id, title: rows.get(id)?.title ?? '', error: told(error) })
      }
    }
    context.progress('lists.step.changing', start + chunk.length, ids.length)
  }
  return { ...counts, refusals }
}

const told = (error: AppError): ListRefusal['error'] => {
  const { code, messageKey, params, issues } = error.toData()
  return {
    ...{ code, messageKey, params: plainParams(params) },
    ...(issues ? { issues: issues.map((issue) => ({ ...issue, params: plainParams(issue.params) })) } : {}),
  }
}

const plainParams = (params: AppError['params']): ListRefusal['error']['params'] =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]),
  ) as ListRefusal['error']['params']

/** The same refusal, its fields named with their row: `<id>.<field>`. */
const ofRow = (error: AppError, id: string): AppError => {
  const issues = error.details.issues?.map((issue) => ({ ...issue, field: `${id}.${issue.field}` }))
  return new AppError(error.code, error.messageKey, error.params, { cause: error, ...(issues ? { issues } : {}) })
}

/** Sets fields of a row, those that differ. */
export const changeRow = (context: MutationContext, entity: ListEntity, row: CurrentRow, changes: ListChanges): boolean => {
  const wanted = differing(row.cells, changes)
  if (Object.keys(wanted).length === 0) return false
  for (const [index, step] of recordWriters[entity].update(context, row.id, wanted).entries()) {
    try {
      step()
    } catch (error) {
      throw error instanceof AppError && index > 0 ? new PartlyWritten(error) : error
    }
  }
  return true
}

/** A record that refused after a part of its change was written: it cannot be skipped, so the whole act is given up. */
class PartlyWritten extends Error {
  override readonly name = 'PartlyWritten'

  readonly refusal: AppError

  constructor(refusal: AppError) {
    super(refusal.message, { cause: refusal })
    this.refusal = refusal
  }
}

/** Throws `invalid_input` for fields that are gone or cannot be changed in a list. */
export const requireEditable = (context: MutationContext, entity: ListEntity, fields: readonly string[]): void => {
  const custom = fields.some(isCustomKey) ? listCustomFields(context.db, entity) : []
  const isEditable = (id: string): boolean =>
    custom.some(({ key, letter }) => key === id && letter !== 'a') ||
    listFields[entity].some((field) => field.id === id && field.isEditable) ||
    (entity === 'deals' && id === 'lossReason' && fields.includes('stageId'))
  const issues = fields.filter((id) => !isEditable(id)).map((field) => ({ field, code: 'field_not_editable', params: {} }))
  if (issues.length > 0) throw new AppError('invalid_input', 'lists.notEditable', {}, { issues })
}
