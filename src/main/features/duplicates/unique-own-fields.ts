// The office's own fields of which no two records may have the same value: as good as a code when records are compared.
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { Db } from '#main/db/database.ts'
import { fieldChecks } from '#main/records/field-checks.ts'

/** Their keys. */
export const uniqueOwnFields = (db: Db, recordType: CustomerType): string[] => [
  ...new Set(
    fieldChecks(db, recordType).valueRules.flatMap(({ rule }) =>
      rule.kind === 'unique' && storageClassOf(rule.field) !== null ? [rule.field] : [],
    ),
  ),
]
