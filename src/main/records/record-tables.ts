// In which table the records of a kind are.
import type { RecordType } from '#shared/base/fields.ts'
import type { CustomTable } from '#main/db/database.ts'

const tables: Readonly<Record<RecordType, CustomTable>> = {
  company: 'companies',
  contact: 'contacts',
  deal: 'deals',
  ticket: 'tickets',
}

export const recordTableOf = (entity: RecordType): CustomTable => tables[entity]
