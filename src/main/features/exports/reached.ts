// The numbers and addresses of the rows that are being written, a page at a time.
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { joinNames } from '#shared/base/listed-names.ts'
import type { Db } from '#main/db/database.ts'
import type { OutColumn } from './out-column.ts'
import { pointTypeName } from './point-columns.ts'
import {
  type CompanyOfPerson,
  listFurtherCompanies,
  listMainTypes,
  listPoints,
  type MainTypes,
  type PointRow,
} from './points.repository.ts'
import type { Say } from './speech.ts'

export interface Reached {
  /** Reads what belongs to the rows that come next. */
  readonly turnTo: (type: CustomerType, ids: readonly string[]) => void
  readonly pointsOf: (id: string) => readonly PointRow[]
  readonly mainTypesOf: (id: string) => MainTypes | undefined
  /** Of a person: the names of the companies beside the main one. */
  readonly furtherCompaniesOf: (id: string) => readonly string[]
}

export const reachedBy = (db: Db): Reached => {
  let points: ReadonlyMap<string, readonly PointRow[]> = new Map()
  let types: ReadonlyMap<string, MainTypes> = new Map()
  let companies: ReadonlyMap<string, readonly CompanyOfPerson[]> = new Map()
  return {
    turnTo: (type, ids) => {
      points = Map.groupBy(listPoints(db, ids), ({ recordId }) => recordId)
      types = new Map(listMainTypes(db, type, ids).map((row) => [row.id, row]))
      companies = Map.groupBy(type === 'contact' ? listFurtherCompanies(db, ids) : [], ({ contactId }) => contactId)
    },
    pointsOf: (id) => points.get(id) ?? [],
    mainTypesOf: (id) => types.get(id),
    furtherCompaniesOf: (id) => (companies.get(id) ?? []).map(({ name }) => name),
  }
}

const mains = [
  { column: 'phoneType', kind: 'phone' },
  { column: 'emailType', kind: 'email' },
  { column: 'addressType', kind: 'address' },
] as const

/** What the main number and addresses are for, where any row says so. */
export const mainTypeColumns = (
  db: Db,
  type: CustomerType,
  ids: readonly string[],
  say: Say,
  { mainTypesOf }: Reached,
): OutColumn[] => {
  const known = listMainTypes(db, type, ids)
  return mains
    .filter(({ column }) => known.some((row) => row[column] !== null))
    .map(({ column, kind }) => ({
      heading: say(`field.${column}`),
      kind: 'text',
      width: 12,
      value: ({ id }) => {
        const word = mainTypesOf(id)?.[column] ?? null
        return word === null ? null : pointTypeName(say, kind, word)
      },
    }))
}

/** The companies of people beside the one that the list shows, where anybody has several. */
export const furtherCompanyColumn = (db: Db, ids: readonly string[], say: Say, { furtherCompaniesOf }: Reached): OutColumn[] =>
  listFurtherCompanies(db, ids).length === 0
    ? []
    : [
        {
          heading: say('exports.heading.further_companies'),
          kind: 'text',
          width: 30,
          value: ({ id }) => {
            const names = furtherCompaniesOf(id)
            return names.length === 0 ? null : joinNames(names, say('lists.cell.comma'))
          },
        },
      ]
