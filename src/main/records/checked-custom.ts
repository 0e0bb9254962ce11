// The given values of an office's own fields against their definitions: known, of the right type, and leading to something that exists.
import type { FieldIssue } from '#shared/base/app-error.ts'
import { type FieldValues, isBlank } from '#shared/custom-fields/conditions.ts'
import type { CustomValue, CustomValues } from '#shared/custom-fields/custom-values.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { fieldIssues, issuePath } from '#shared/custom-fields/field-value.ts'
import type { Db } from '#main/db/database.ts'
import { isRow } from '#main/db/references.ts'
import type { FieldChecks } from './field-checks.ts'
import { recordTableOf } from './record-tables.ts'

export interface CheckedCustom {
  /** Repaired; what is wrong is left as it came. */
  readonly values: CustomValues
  readonly issues: readonly FieldIssue[]
}

/** `before` is the record as it is; a value that stays as it was is not judged again. */
export const checkedCustom = (db: Db, { byKey }: FieldChecks, given: CustomValues, before: FieldValues | null): CheckedCustom => {
  const values: Record<string, CustomValue> = {}
  const issues: FieldIssue[] = []
  for (const [key, value] of Object.entries(given)) {
    values[key] = isBlank(value) ? null : value
    const isKept = before !== null && JSON.stringify(before[key] ?? null) === JSON.stringify(values[key])
    if (isKept) continue
    const field = byKey.get(key)
    if (!field) issues.push({ field: issuePath(key), code: 'field_gone', params: {} })
    else if (field.type === 'autoNumber') issues.push({ field: issuePath(key), code: 'field_automatic', params: {} })
    else if (values[key] !== null) {
      const read = field.schema.safeParse(judged(value, before?.[key]))
      if (!read.success) issues.push(...fieldIssues(field, judged(value, before?.[key])))
      else {
        values[key] = Array.isArray(value) ? [...new Set(value)] : isBlank(read.data) ? null : read.data
        issues.push(...leadsNowhere(db, field, read.data))
      }
    }
  }
  return { values, issues }
}

/** Of several choices only the new ones: those that the record holds already may stay, though they are no longer offered. */
const judged = (value: CustomValue, held: unknown): CustomValue =>
  Array.isArray(value) && Array.isArray(held) ? value.filter((one) => !held.includes(one)) : value

const leadsNowhere = (db: Db, { key, type, config }: FieldDefinition, value: CustomValue): FieldIssue[] => {
  if (typeof value !== 'string') return []
  const table = type === 'user' ? 'users' : type === 'reference' ? recordTableOf(config.target ?? 'company') : null
  return table === null || isRow(db, table, value) ? [] : [{ field: issuePath(key), code: 'reference_gone', params: {} }]
}
