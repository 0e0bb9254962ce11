// The numbers and addresses of the rows that are being written, a page at a time.
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { Db } from '#main/db/database.ts'
import type { OutColumn } from './out-column.ts'
import { pointTypeName } from './point-columns.ts'
import { listMainTypes, listPoints, type MainTypes, type PointRow } from './points.repository.ts'
import type { Say } from './speech.ts'

export interface Reached {
  /** Reads what belongs to the rows that come next. */
  readonly turnTo: (type: CustomerType, ids: readonly string[]) => void
  readonly pointsOf: (id: string) => readonly PointRow[]
  readonly mainTypesOf: (id: string) => MainTypes | undefined
}

export const reachedBy = (db: Db): Reached => {
  let points: ReadonlyMap<string, readonly PointRow[]> = new Map()
  let types: ReadonlyMap<string, MainTypes> = new Map()
  return {
    turnTo: (type, ids) => {
      points = Map.groupBy(listPoints(db, ids), ({ recordId }) => recordId)
      types = new Map(listMainTypes(db, type, ids).map((row) => [row.id, row]))
    },
    pointsOf: (id) => points.get(id) ?? [],
    mainTypesOf: (id) => types.get(id),
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
