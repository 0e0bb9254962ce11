// Companies in the few columns and orders that scripts ask for: a question to the lists of all records.
import type { z } from 'zod'
import { type CompanyRow, companyRow, type companyOutlineInput } from '#shared/customers/company.ts'
import type { InputOf } from '#main/rpc/handlers.ts'

type Question = z.output<typeof companyOutlineInput>

export const COMPANY_COLUMNS: readonly string[] = [...Object.keys(companyRow.shape).filter((field) => field !== 'id'), 'ownerId']

/** One owner's records, or everybody's. */
export const ownedBy = (ownerId: string | null): InputOf<'lists.count'>['filter'] => ({
  items: ownerId === null ? [] : [{ field: 'ownerId', operator: 'anyOf', value: [ownerId] }],
})

export const companiesQuestion = ({ state, text, ownerId, sort, direction }: Question): InputOf<'lists.count'> => ({
  ...{ entity: 'companies', state, text, filter: ownedBy(ownerId), sort: { field: sort, direction } },
})

interface ListedRow {
  readonly id: string
  readonly cells: Readonly<Record<string, unknown>>
}

/** The name of a cell that stands for another record. */
export const nameIn = (cell: unknown): string | null =>
  typeof cell === 'object' && cell !== null && 'name' in cell && typeof cell.name === 'string' ? cell.name : null

export const toCompanyRow = ({ id, cells: { ownerId, ...cells } }: ListedRow): CompanyRow =>
  // The door of the list checked nothing but the kinds of cells; this is the shape that was promised.
  companyRow.parse({ id, ...cells, ownerName: nameIn(ownerId) })
