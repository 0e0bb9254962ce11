// What Kith proposes to make of the tables of some files: which kinds of records they hold, and what their columns mean.
import { entitySpecs } from './entities/entity-specs.ts'
import { foldHeading } from './fold-heading.ts'
import type { ProposedColumn } from './heading-meanings.ts'
import { withOutcome } from './deal-outcome.ts'
import type { InspectedColumn } from './inspection.ts'
import { mayHoldRecords } from './lists-of-words.ts'
import { mainEntity } from './main-entity.ts'
import { isImportable, type OwnFields } from './own-fields.ts'
import { officeBook } from './office-books.ts'
import { plainHeadings } from './plain-headings.ts'
import { type ImportEntity, importEntity, type TablePlan } from './plan.ts'
import { planOf, type UsualWriting } from './plan-columns.ts'
import { proposeColumns, proposeEntities } from './propose-columns.ts'
import { tieTogether } from './tie-tables.ts'

export interface LookedAt {
  readonly file: number
  readonly table: number
  readonly columns: readonly InspectedColumn[]
  /** What the user says the rows are. */
  readonly asked: ImportEntity | null
  readonly isCalendar: boolean
  /** Of cards: their pictures come along. */
  readonly isCards?: boolean
}

export interface ProposalSetting extends UsualWriting {
  readonly own: (entity: ImportEntity) => OwnFields
}

/** What may stand beside a kind of record in the same rows, and the fields of which one must be there. */
const BESIDE: readonly (readonly [main: ImportEntity, beside: ImportEntity, one: readonly string[]])[] = [
  ['orderLine', 'order', ['orderedOn', 'shippedOn', 'company', 'contact', 'status', 'freight', 'statedTotal']],
  ['orderLine', 'company', ['externalId', 'country', 'city', 'phone', 'email', 'address']],
  ['orderLine', 'product', ['name', 'category', 'unit']],
  ['order', 'company', ['country', 'city', 'phone', 'email', 'address', 'industry']],
  ['deal', 'company', ['industry', 'website', 'employees', 'creditCode', 'annualRevenue']],
  ['contact', 'company', ['industry', 'employees', 'creditCode', 'annualRevenue', 'kind', 'foundedYear', 'parent']],
  ['company', 'contact', ['name', 'familyName', 'givenName']],
]
const LEAST_SURE = 0.2

/** What the rows most likely are; null where they are no records, or where other tables are far surer of theirs. */
const guessOf = ({ columns, isCards = false }: Pick<LookedAt, 'columns' | 'isCards'>, isAlone: boolean): ImportEntity | null => {
  const best = mainEntity(columns, proposeEntities(columns))
  if (!isCards && !mayHoldRecords(columns, best?.entity ?? null)) return null
  if (best !== undefined && (best.confidence >= LEAST_SURE || isAlone)) return best.entity
  return isAlone ? 'company' : null
}

/** A plan for each table that Kith understands; for a single one that may hold records its best guess, however weak. */
export const proposeTables = (found: readonly LookedAt[], setting: ProposalSetting): TablePlan[] => {
  const tables = found.map((table) => {
    const { entity, columns } = plainHeadings(table.columns)
    const book = entity === null && (table.asked ?? 'contact') === 'contact' ? officeBook(columns) : { entity, columns }
    return { ...table, columns: book.columns, asked: table.asked ?? book.entity }
  })
  const proposed = tables.flatMap((table) => {
    const entity = table.isCalendar ? 'activity' : (table.asked ?? guessOf(table, tables.length === 1))
    return entity === null ? [] : plansOf(table, entity, setting)
  })
  const order = importEntity.options
  return tieTogether(proposed, tables).toSorted((one, other) => order.indexOf(one.entity) - order.indexOf(other.entity))
}

const plansOf = (table: LookedAt, entity: ImportEntity, setting: ProposalSetting): TablePlan[] => {
  const { columns } = table
  const main = proposed(table, entity, setting)
  const plans = [planOf(table, { entity, columns: main, setting })]
  const taken: (readonly [ImportEntity, readonly (ProposedColumn | null)[]])[] = [[entity, main]]
  for (const [of, beside, one] of BESIDE) {
    if (of !== entity || table.asked !== null) continue
    const free = proposeColumns(beside, columns).map((column, place) =>
      column !== null && taken.every(([other, its]) => isFree(beside, other, its[place] ?? null)) ? column : null,
    )
    // What a line calls its article is what the article is called.
    if (beside === 'order') dropLineTotal(columns, free)
    if (beside === 'product') for (const [place, column] of main.entries()) if (column?.field === 'name') free[place] = column
    const isFilled = free.some(
      (column, place) => column !== null && one.includes(column.field) && columns[place]?.look !== 'empty',
    )
    const isNamed = free.some((column) => column !== null && [...entitySpecs[beside].named, 'company'].includes(column.field))
    if (!isFilled || !isNamed) continue
    const own = beside === 'contact' ? withMobile(columns, withCompany(columns, free)) : free
    if (beside === 'contact') plans[0] = planOf(table, { entity, columns: withoutThose(main, own), setting })
    taken.push([beside, own])
    plans.push({ ...planOf(table, { entity: beside, columns: own, setting }), isBeside: true })
  }
  return plans
}

const OF_PERSON = ['phone.mobile', 'messenger.wechat']

/** A firm has no mobile phone: in rows that name firm and person it is the person's. */
const withMobile = (columns: readonly InspectedColumn[], free: readonly (ProposedColumn | null)[]): (ProposedColumn | null)[] => {
  const person = proposeColumns('contact', columns)
  return free.map((column, place) => {
    const its = person[place] ?? null
    return column === null && its !== null && OF_PERSON.includes(its.field) ? its : column
  })
}

const withoutThose = (
  main: readonly (ProposedColumn | null)[],
  own: readonly (ProposedColumn | null)[],
): (ProposedColumn | null)[] => main.map((column, place) => (OF_PERSON.includes(own[place]?.field ?? '') ? null : column))

const OF_ORDER = /order|invoice|grand|订单|发票|单据/u

/** In rows of lines an amount that is not called the order's is the line's. */
const dropLineTotal = (columns: readonly InspectedColumn[], free: (ProposedColumn | null)[]): void => {
  for (const [place, column] of free.entries()) {
    if (column?.field === 'statedTotal' && !OF_ORDER.test(foldHeading(columns[place]?.heading ?? ''))) free[place] = null
  }
}

/** Whether a column may also go to a record beside: it is not used, or it names that record. */
const isFree = (beside: ImportEntity, other: ImportEntity, column: ProposedColumn | null): boolean => {
  if (column === null) return true
  const spec = entitySpecs[other].fields.find(({ key }) => key === column.field)
  return spec?.kind === 'reference' && spec.to === beside
}

/** People in the rows of companies work there. */
const withCompany = (
  columns: readonly InspectedColumn[],
  free: readonly (ProposedColumn | null)[],
): (ProposedColumn | null)[] => {
  const company = proposeColumns('company', columns)
  return free.map((column, place) => {
    const field = company[place]?.field
    if (field === 'name') return { field: 'company', by: 'name' }
    return field === 'externalId' ? { field: 'company', by: 'code' } : column
  })
}

const proposed = (
  { columns, isCalendar, isCards = false }: LookedAt,
  entity: ImportEntity,
  { own }: ProposalSetting,
): (ProposedColumn | null)[] => {
  // A column that is called as an own field is goes there, whatever else the word may mean.
  const left = new Map(
    own(entity)
      .definitions.filter(isImportable)
      .map(({ name, key }) => [foldHeading(name), key]),
  )
  const mine = columns.map(({ heading }): ProposedColumn | null => {
    const key = left.get(foldHeading(heading))
    left.delete(foldHeading(heading))
    return key === undefined || foldHeading(heading) === '' ? null : { field: key, by: 'name' }
  })
  const others = proposeColumns(
    entity,
    columns.map((column, place) => (mine[place] === null ? column : { heading: '', look: column.look })),
  )
  const all = others.map((column, place) => mine[place] ?? column)
  if (isCalendar) return columns.map(({ heading }, place) => calendarField(heading) ?? all[place] ?? null)
  if (isCards)
    for (const [place, { heading }] of columns.entries()) if (heading === 'Photo') all[place] = { field: 'photo', by: 'name' }
  return byValues(entity, columns, entity === 'deal' ? withOutcome(columns, all) : all)
}

const CALENDAR: Readonly<Record<string, string>> = { Date: 'plannedAt', Completed: 'doneAt', Description: 'text' }
const calendarField = (heading: string): ProposedColumn | null => {
  const field = CALENDAR[heading]
  return field === undefined ? null : { field, by: 'name' }
}

/** Its link leads to no website. */
const PICTURE = /photo|picture|avatar|image|照片|头像|图片/u

/** Columns that no heading explains, by what stands in them. */
const byValues = (
  entity: ImportEntity,
  columns: readonly InspectedColumn[],
  found: readonly (ProposedColumn | null)[],
): (ProposedColumn | null)[] => {
  const has = (field: string): boolean => found.some((column) => column?.field === field)
  const all = [...found]
  const give = (field: string, look: InspectedColumn['look']): void => {
    if (has(field) || !entitySpecs[entity].fields.some(({ key }) => key === field)) return
    const place = columns.findIndex(
      ({ heading, look: its }, at) => all[at] === null && its === look && !PICTURE.test(foldHeading(heading)),
    )
    if (place >= 0) all[place] = { field, by: 'name' }
  }
  give('email', 'email')
  give('phone', 'phone')
  give('creditCode', 'creditCode')
  give(entity === 'contact' ? 'website.main' : 'website', 'website')
  const isNamed = ['name', 'givenName', 'familyName', 'title', 'subject'].some(has)
  // A table without headings that tell: the first column of words is the name.
  if (!isNamed && (entity === 'company' || entity === 'contact')) {
    const place = columns.findIndex((column, at) => all[at] === null && column.look === 'text')
    if (place >= 0) all[place] = { field: 'name', by: 'name' }
  }
  return all
}
