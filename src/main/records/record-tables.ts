// In which table the records of a kind are.
import type { RecordType } from '#shared/base/fields.ts'
import { recordPlaces } from '#shared/base/record-places.ts'
import type { TableName } from '#main/db/registry/tables.ts'

const tables = recordPlaces satisfies Readonly<Record<RecordType, TableName>>

export const recordTableOf = <Type extends RecordType>(type: Type): (typeof tables)[Type] => tables[type]
