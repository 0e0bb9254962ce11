// Ties the tables of an import together by the codes that several of them have.
import { entitySpecs } from './entities/entity-specs.ts'
import { foldHeading } from './fold-heading.ts'
import type { TablePlan } from './plan.ts'

interface TableOfColumns {
  readonly file: number
  readonly table: number
  readonly columns: readonly { readonly heading: string }[]
}

/** Codes that every kind of record may have of its own. */
const ANY_CODE = ['id', 'externalid', 'recordid', '编号', '编码']

/** A code of one table that another one calls alike leads to the records of that one: customers may be firms or people. */
export const tieTogether = (plans: readonly TablePlan[], tables: readonly TableOfColumns[]): TablePlan[] => {
  const headingAt = ({ file, table }: TablePlan, place: number): string =>
    foldHeading(tables.find((one) => one.file === file && one.table === table)?.columns[place]?.heading ?? '')
  // Of several owners the company counts: it comes last.
  const owners = new Map(
    plans
      .toSorted((one, other) => Number(one.entity === 'company') - Number(other.entity === 'company'))
      .flatMap((plan) =>
        plan.isBeside
          ? []
          : plan.columns.flatMap(({ field }, place) =>
              field === 'externalId' || field === 'code' ? [[headingAt(plan, place), plan.entity] as const] : [],
            ),
      ),
  )
  return plans.map((plan) => ({
    ...plan,
    columns: plan.columns.map((column, place) => {
      const heading = headingAt(plan, place)
      const owner = owners.get(heading)
      // People listed with the number of a customer of another sheet work there.
      if (plan.entity === 'contact' && column.field === 'externalId' && owner === 'company' && !ANY_CODE.includes(heading))
        return { ...column, field: 'company' as const, by: 'code' as const }
      const colleague = owner === 'user' && column.field === null && !plan.isBeside ? colleagueField(plan) : null
      if (colleague !== null) return { ...column, field: colleague, by: 'code' as const }
      const isCustomer = column.by === 'code' && (column.field === 'company' || column.field === 'contact')
      return isCustomer && (owner === 'contact' || owner === 'company') ? { ...column, field: owner } : column
    }),
  }))
}

/** Where rows of this kind name the colleague they belong to, unless a column says it already. */
const colleagueField = ({ entity, columns }: TablePlan): string | null => {
  const field = entitySpecs[entity].fields.find(({ to }) => to === 'user')?.key ?? null
  return columns.some((column) => column.field === field) ? null : field
}
