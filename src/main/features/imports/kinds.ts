// For each kind of record that an import makes: its table, and in which columns of it the fields of a row are stored.
import type { FieldedType, RecordType } from '#shared/base/fields.ts'
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { entitySpecs } from '#shared/imports/entities/entity-specs.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { type FieldValue, isMoney, type RowReading } from '#shared/imports/reading.ts'
import { isStoredInRecord } from '#shared/imports/stored-fields.ts'
import type { TableName } from '#main/db/registry/tables.ts'

export interface Kind {
  readonly table: TableName
  /** What the record is to tags and further numbers; null where it has none. */
  readonly recordType: RecordType | null
  /** What it is to the office's own fields and rules. */
  readonly fielded: FieldedType | null
  /** What the record is called by. */
  readonly nameColumn: string
}

export const kinds: Readonly<Record<ImportEntity, Kind>> = {
  user: { table: 'users', recordType: null, fielded: null, nameColumn: 'name' },
  company: { table: 'companies', recordType: 'company', fielded: 'company', nameColumn: 'name' },
  contact: { table: 'contacts', recordType: 'contact', fielded: 'contact', nameColumn: 'name' },
  link: { table: 'companyContacts', recordType: null, fielded: null, nameColumn: 'role' },
  product: { table: 'products', recordType: 'product', fielded: null, nameColumn: 'name' },
  deal: { table: 'deals', recordType: 'deal', fielded: 'deal', nameColumn: 'title' },
  order: { table: 'orders', recordType: 'order', fielded: null, nameColumn: 'number' },
  orderLine: { table: 'orderLines', recordType: null, fielded: null, nameColumn: 'name' },
  ticket: { table: 'tickets', recordType: 'ticket', fielded: 'ticket', nameColumn: 'subject' },
  activity: { table: 'activities', recordType: null, fielded: null, nameColumn: 'title' },
}

/** A value as a column holds it; the office's own fields lie under `custom`. */
export type Columns = Record<string, unknown>

const MONEY: Readonly<Record<string, readonly [amount: string, currency: string | null]>> = {
  annualRevenue: ['annualRevenueMinor', 'revenueCurrency'],
  amount: ['amountMinor', 'currency'],
  statedTotal: ['statedTotalMinor', 'currency'],
  freight: ['freightMinor', null],
}
const OTHER_NAMES: Readonly<Record<string, string>> = {
  unitPrice: 'unitPriceE4',
  quantity: 'quantityMilli',
  discount: 'discountBp',
  lifecycleStage: 'lifecycleStageId',
  stage: 'stageId',
}
/** By kind and field: asked for each cell of an import. */
const knownColumns = new Map<ImportEntity, Map<string, readonly string[]>>()

/** The columns that a field of a plan goes to; none for what is stored elsewhere. */
export const columnsOfField = (entity: ImportEntity, field: string): readonly string[] => {
  if (storageClassOf(field) !== null) return [field]
  let known = knownColumns.get(entity)
  if (!known) knownColumns.set(entity, (known = new Map()))
  let columns = known.get(field)
  if (!columns) known.set(field, (columns = findColumns(entity, field)))
  return columns
}

const findColumns = (entity: ImportEntity, field: string): readonly string[] => {
  const spec = entitySpecs[entity].fields.find(({ key }) => key === field)
  if (!spec || !isStoredInRecord(entity, spec)) return []
  const money = MONEY[field]
  if (money && spec.kind === 'money') return money.filter((column) => column !== null)
  if (entity === 'activity' && spec.kind === 'reference' && field !== 'owner') return ['recordType', 'recordId']
  if (spec.kind === 'reference') return [`${field}Id`]
  if (spec.kind === 'ticketStatus') return ['statusId']
  return [OTHER_NAMES[field] ?? field]
}

/** What the row says of its record, by column. `ids`: the records that it names, by field. */
export const columnsOfRow = (
  entity: ImportEntity,
  { values }: RowReading,
  ids: Readonly<Record<string, string | null>>,
): Columns => {
  const columns: Columns = {}
  const custom: Record<string, FieldValue> = {}
  for (const field of Object.keys(values)) {
    const value = values[field] ?? null
    if (storageClassOf(field) !== null) {
      custom[field] = value
      continue
    }
    const [column, beside] = columnsOfField(entity, field)
    if (column === undefined || field in ids) continue
    if (isMoney(value)) {
      columns[column] = value.amountMinor
      if (beside !== undefined) columns[beside] = value.currency
    } else columns[column] = value
  }
  for (const field of Object.keys(ids)) {
    const [column, second] = columnsOfField(entity, field)
    if (column !== undefined && second === undefined) columns[column] = ids[field]
  }
  if (Object.keys(custom).length > 0) columns['custom'] = custom
  return columns
}
