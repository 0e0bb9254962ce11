// Steps that every row of an import goes through, whatever kind of record it is.
import type { Language } from '#shared/base/messages.ts'
import { refused } from '#shared/imports/cell.ts'
import { entitySpecs } from '#shared/imports/entities/entity-specs.ts'
import type { ImportMessageKey } from '#shared/imports/imports.messages.ts'
import type { TablePlan } from '#shared/imports/plan.ts'
import { noteFault, rowFault, type RowReading, textOf } from '#shared/imports/reading.ts'
import { messages } from '#shared/messages.ts'
import type { newRecordIssues } from '#main/records/checked-record.ts'
import { fieldChecks } from '#main/records/field-checks.ts'
import { standInName } from './finish-row.ts'
import { type Columns, columnsOfField, kinds } from './kinds.ts'
import type { RecordSet } from './record-set.ts'
import type { NamedRecords } from './find-named.ts'
import type { Surroundings } from './surroundings.ts'
import type { World } from './world.ts'
import { plainText } from './plain-text.ts'

export const hasField = ({ columns, constants }: TablePlan, field: string): boolean =>
  columns.some((column) => column.field === field) || constants.some((constant) => constant.field === field)

/** Whether a row that also speaks of another kind of record says nothing of this one. */
export const saysNothing = ({ entity, constants }: TablePlan, { values, names, points }: RowReading): boolean => {
  const constant = new Set(constants.map(({ field }) => field))
  const named = entitySpecs[entity].named
  if (!named.some((field) => field in names || (values[field] ?? null) !== null)) return true
  const said = [...Object.keys(values), ...Object.keys(names)].filter((field) => !constant.has(field) && values[field] !== null)
  return said.length === 0 && points.length === 0
}

export const requireNamed = (entity: string, reading: RowReading): void => {
  if (entity === 'orderLine' && reading.names['order'] === undefined) refuse(reading, 'imports.line.without_order')
  if (entity === 'link' && (reading.names['company'] === undefined || reading.names['contact'] === undefined))
    refuse(reading, 'imports.link.incomplete')
}

export const refuse = (
  reading: RowReading,
  messageKey: ImportMessageKey,
  params: Readonly<Record<string, string | number>> = {},
): void => {
  const { fault } = refused(messageKey, params)
  if (fault) reading.faults.push(rowFault(fault))
}

/** By the number that the table gives a colleague other tables of the import find them. */
export const noteCode = (set: RecordSet, reading: RowReading, record: number | null): void => {
  const code = textOf(reading, 'externalId')
  if (record !== null && code !== null) set.note(record, 'externalId', code)
}

export const withPlaceholders = ({ ids, missing }: NamedRecords): Readonly<Record<string, string | null>> => {
  if (missing.length === 0) return ids
  const all = { ...ids }
  for (const field of missing) all[field] = 'new'
  return all
}

export const copyOf = (reading: RowReading): RowReading => ({ ...reading, values: { ...reading.values }, faults: [] })

/** What has no name of its own is called by its code, or by how it is reached. */
export const calledBy = (entity: string, reading: RowReading, columns: Columns): Columns => {
  if (entity === 'contact') columns['name'] ??= standInName(reading)
  if (entity === 'company' || entity === 'product') columns['name'] ??= columns['code'] ?? columns['externalId']
  return columns
}

export const putIds = (
  entity: Parameters<typeof columnsOfField>[0],
  columns: Columns,
  { ids, missing }: { readonly ids: Readonly<Record<string, string | null>>; readonly missing: readonly string[] },
): void => {
  for (const field of missing) {
    const [column, second] = columnsOfField(entity, field)
    if (column === undefined) continue
    if (second === undefined) columns[column] = ids[field]
    else if (columns['recordType'] === field) columns['recordId'] = ids[field]
  }
}

/** A link and a line of an order are known by what they belong to. */
export const withLineKeys = (entity: string, columns: Columns, ids: Readonly<Record<string, string | null>>): Columns =>
  entity === 'link'
    ? { ...columns, link: `${String(ids['company'])} ${String(ids['contact'])}` }
    : entity === 'orderLine'
      ? { ...columns, lineNo: `${String(columns['orderId'])} ${plainText(columns['lineNo'])}` }
      : columns

export const linkTo = (reading: RowReading, companyId: string): NonNullable<Surroundings['link']> => ({
  companyId,
  role: typeof reading.values['role'] === 'string' ? reading.values['role'] : null,
  isPrimary: true,
  known: null,
})

export const flat = (all: Columns): Columns => {
  if (!('custom' in all)) return all
  const { custom, ...columns } = all
  return { ...columns, ...(custom as Columns | undefined) }
}

const labelOf = (language: Language, field: string): string =>
  // A label that no catalogue knows is the field's name itself.
  messages[language].get(`field.${field}`) ?? field

export const rowHasher = ({ columns }: TablePlan): ((cells: readonly string[]) => number) => {
  const places = columns.flatMap(({ field }, place) => (field === null ? [] : [place]))
  return (cells) => {
    let one = 0x811c9dc5
    let other = 0x1000193
    for (const place of places) {
      const cell = cells[place]?.trim() ?? ''
      for (let at = 0; at < cell.length; at += 1) {
        one = Math.imul(one ^ cell.charCodeAt(at), 0x01000193)
        other = Math.imul(other ^ cell.charCodeAt(at), 0x85ebca6b)
      }
      one = Math.imul(one ^ 31, 0x01000193)
    }
    return (one >>> 0) * 0x200000 + (other >>> 11)
  }
}

/** Says what the office's rules have against a row, in the words of its fields. */
export const complainer =
  (world: World, { entity, columns }: TablePlan) =>
  (reading: RowReading, issues: ReturnType<typeof newRecordIssues>): void => {
    const { fielded } = kinds[entity]
    if (fielded === null) return
    for (const { field, code, params } of issues) {
      const key: ImportMessageKey =
        code === 'required' ? 'imports.own.required' : code === 'own_rule' ? 'imports.own.rule' : 'imports.own.broken'
      const own = field.replace(/^custom\./u, '')
      const name = fieldChecks(world.db, fielded).byKey.get(own)?.name ?? labelOf(world.office.language, field)
      const { fault } = refused(key, code === 'own_rule' ? { message: String(params['message']) } : { field: name })
      const column = columns.findIndex((one) => one.field !== null && columnsOfField(entity, one.field).includes(own))
      noteFault(reading, fault, column < 0 ? { field: own } : { column, field: own })
    }
  }
