// From what a column means to how its cells are read: the order of its days, the mark of its amounts, where its words go.
import { addressSizeOf } from './address-parts.ts'
import { entitySpecs } from './entities/entity-specs.ts'
import type { FieldSpec } from './entities/field-spec.ts'
import type { InspectedColumn } from './inspection.ts'
import { nearestChoices } from './nearest-choices.ts'
import { type ColumnPlan, columnPlan, type DateOrder, type ImportEntity, type TablePlan, tablePlan } from './plan.ts'
import type { ProposedColumn } from './heading-meanings.ts'
import { isSplittableName } from './split-cells.ts'
import { unitInHeading } from './unit-in-heading.ts'

/** How the workspace's country writes, for columns that do not tell. */
export interface UsualWriting {
  readonly usualOrder: DateOrder
  readonly usualMark: ',' | '.'
}

interface Looked {
  readonly file: number
  readonly table: number
  readonly columns: readonly InspectedColumn[]
}

interface Planned {
  readonly entity: ImportEntity
  readonly columns: readonly (ProposedColumn | null)[]
  readonly setting: UsualWriting
}

export const planOf = ({ file, table, columns: looked }: Looked, { entity, columns, setting }: Planned): TablePlan =>
  tablePlan.parse({
    ...{ file, table, entity },
    columns: columns.map((column, place): ColumnPlan => {
      const look = looked[place]
      const field = column?.field ?? null
      const spec = field === null ? undefined : entitySpecs[entity].fields.find(({ key }) => key === field)
      return {
        ...columnPlan.parse({ field, by: wayOf(column, spec, look) }),
        dateOrder:
          look?.dateOrders.includes(setting.usualOrder) || !look?.dateOrders[0] ? setting.usualOrder : preferred(look.dateOrders),
        decimalMark:
          look?.decimalMarks.length === 1
            ? (look.decimalMarks[0] ?? '.')
            : look?.decimalMarks.length === 2
              ? markOf(look, setting.usualMark)
              : '.',
        unit: spec?.kind === 'money' ? unitInHeading(look?.heading ?? '') : 1,
        isSplit: field === 'name' && entity === 'contact' && (look?.samples.some(isSplittableName) ?? false),
        isNothingEmpty: true,
        choices: spec?.kind === 'choice' ? nearestChoices(entity, spec.key, look?.values ?? []) : [],
        addressSize: addressSizeOf(look?.heading ?? ''),
        isCarriedDown: spec?.kind === 'reference' && look?.carried?.isLikely === true,
      }
    }),
    joins: entity === 'contact' ? { role: ' · ' } : entity === 'order' ? { shipTo: ', ' } : {},
  })

/** Of several orders that fit, month first is what most programs write with the year behind. */
const preferred = (orders: readonly DateOrder[]): DateOrder => (orders.includes('mdy') ? 'mdy' : (orders[0] ?? 'ymd'))

/** With nothing that decides, marks that can only be grouping show by their places. */
const markOf = ({ decimalMarks, samples }: InspectedColumn, usual: ',' | '.'): ',' | '.' => {
  const said = samples.some((sample) => /[.,]/u.test(sample))
  return said ? (decimalMarks[0] ?? usual) : '.'
}

/** A reference goes by what its values look like. */
const wayOf = (
  column: ProposedColumn | null,
  spec: FieldSpec | undefined,
  look: InspectedColumn | undefined,
): ColumnPlan['by'] => {
  if (column === null || spec?.kind !== 'reference' || column.by !== 'name') return column?.by ?? 'name'
  if (look?.look === 'email' && spec.by?.includes('email')) return 'email'
  if (look?.look === 'creditCode' && spec.by?.includes('creditCode')) return 'creditCode'
  return spec.by?.includes('name') ? 'name' : (spec.by?.[0] ?? 'name')
}
