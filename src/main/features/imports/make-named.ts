// Makes the records that a row names and that are not there.
import { refused } from '#shared/imports/cell.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { type Naming, noteFault, type RowReading } from '#shared/imports/reading.ts'
import { newRecordIssues } from '#main/records/checked-record.ts'
import { fieldChecks } from '#main/records/field-checks.ts'
import { type Asked, findRecord, type NamedRecords, targetOf } from './find-named.ts'
import { type Columns, kinds } from './kinds.ts'
import { plainText } from './plain-text.ts'
import type { World } from './world.ts'

/** What the names of a row say of a record that is made for them. Its set keeps this. */
const textsFor = (entity: ImportEntity, namings: readonly Naming[]): Columns => {
  const said = (by: Naming['by']): string | undefined => namings.find((naming) => naming.by === by)?.text
  const code = said('code')
  const name = said('name') ?? code
  switch (entity) {
    case 'company':
      return { name, externalId: code, email: said('email'), phone: said('phone'), creditCode: said('creditCode') }
    case 'contact':
      return {
        name: name ?? said('email')?.split('@')[0] ?? said('phone'),
        externalId: code,
        email: said('email'),
        phone: said('phone'),
      }
    case 'product':
      return { name, code }
    case 'order':
      return { number: name }
    default:
      return { name }
  }
}

/** What every record of the kind that is made along has besides. */
const alwaysOf = (entity: ImportEntity, { currency }: World['office']): Columns => {
  if (entity === 'product') return { currency, isDiscontinued: false }
  if (entity === 'order') return { currency, status: 'open' }
  return entity === 'user' ? { canSignIn: false } : {}
}

/** All columns of a record that was made along. */
export const columnsOfMade = (world: World, entity: ImportEntity, record: number): Columns => ({
  ...world.setOf(entity).textsOf(record),
  ...alwaysOf(entity, world.office),
})

/** Whether what the row asks for can be made: the office's rules hold for that, too. Refuses the row if not. */
export const checkMissing = (world: World, entity: ImportEntity, reading: RowReading, { missing }: NamedRecords): void => {
  for (const field of missing) {
    const to = targetOf(entity, field)
    const fielded = to === undefined ? null : kinds[to].fielded
    const namings = reading.names[field] ?? []
    if (to === undefined || fielded === null || fieldChecks(world.db, fielded).isEmpty) continue
    const columns = { ...textsFor(to, namings), ...alwaysOf(to, world.office) }
    const [issue] = newRecordIssues(world.db, fielded, columns)
    if (!issue) continue
    const value = plainText(columns['name'])
    const { fault } = refused('imports.reference.incomplete', { value, field: issue.field })
    const column = namings[0]?.column ?? -1
    noteFault(reading, fault, column < 0 ? { field, value } : { column, field, value })
  }
}

/** Makes what the row names and is not there. Answers all ids by field. */
export const makeNamed = (
  world: World,
  entity: ImportEntity,
  named: NamedRecords & { readonly reading: RowReading; readonly table: number },
): Record<string, string | null> => {
  const { reading, table } = named
  const ids = { ...named.ids }
  for (const field of named.missing) {
    const to = targetOf(entity, field)
    if (to === undefined) continue
    const namings = reading.names[field] ?? []
    const companyId = to === 'contact' ? (ids['company'] ?? null) : null
    // An earlier row may have made it since this one was looked up.
    const isAsThen = companyId === null && world.setOf(to).noted() === named.notedThen[field]
    const there = isAsThen ? null : findRecord(world, to, { namings, companyId })
    if (there !== null && there !== 'several') ids[field] = there
    else ids[field] = makeRecord(world, to, { namings, companyId, table })
  }
  return ids
}

const makeRecord = (
  world: World,
  entity: ImportEntity,
  { namings, companyId, table }: Asked & { readonly table: number },
): string => {
  const id = world.newId()
  const columns = textsFor(entity, namings)
  const set = world.setOf(entity)
  const record = set.add(id, columns)
  noteColumns(world, entity, { record, columns, companyId })
  const company = companyId === null ? null : (world.setOf('company').numberOf(companyId) ?? null)
  world.madeAlong.note({ entity, record, company, table, row: world.touches.row() })
  return id
}

/** Makes a record findable by its keys. */
export const noteColumns = (
  world: World,
  entity: ImportEntity,
  { record, columns, companyId }: { readonly record: number; readonly columns: Columns; readonly companyId: string | null },
): void => {
  const set = world.setOf(entity)
  const name = columns[kinds[entity].nameColumn]
  for (const key of set.wants) {
    const value = key === 'name' || key === 'exact' ? name : columns[key]
    if (key === 'nameAt') set.notePlace(record, companyId ?? '', plainText(name))
    else if (typeof value === 'string' || typeof value === 'number') set.note(record, key, String(value))
  }
}
