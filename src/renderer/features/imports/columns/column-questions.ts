// What has to be asked about a column, because its cells can be read in more than one way. Pure.
import type { FieldKind } from '#shared/imports/entities/field-spec.ts'
import type { InspectedColumn } from '#shared/imports/inspection.ts'
import type { ColumnPlan, DateOrder, DecimalMark } from '#shared/imports/plan.ts'

export const DAYS: ReadonlySet<FieldKind> = new Set(['day', 'moment', 'birthday'])
export const AMOUNTS: ReadonlySet<FieldKind> = new Set(['money', 'price', 'quantity', 'percent'])

/** The date in the file that shows the question best: one that all orders can read. */
const TWO_WAYS = /^\s*\d{1,4}[-/.\s年]\d{1,2}[-/.\s月]\d{1,4}/u
/** A number whose one mark may be either: `1,234`. */
const ONE_MARK = /^\s*[^\d]*\d{1,3}[.,]\d{3}\s*\D*$/u

export type Question =
  | { readonly about: 'day'; readonly sample: string; readonly orders: readonly DateOrder[] }
  | { readonly about: 'amount'; readonly sample: string; readonly marks: readonly DecimalMark[] }

export const questionOf = (column: InspectedColumn | undefined, kind: FieldKind | null): Question | null => {
  if (!column || kind === null) return null
  const texts = [...column.samples, ...column.values.map(({ value }) => value)]
  if (DAYS.has(kind) && column.dateOrders.length > 1) {
    const sample = texts.find((text) => TWO_WAYS.test(text))
    return sample === undefined ? null : { about: 'day', sample, orders: column.dateOrders }
  }
  if (AMOUNTS.has(kind) && column.decimalMarks.length > 1) {
    const sample = texts.find((text) => ONE_MARK.test(text))
    return sample === undefined ? null : { about: 'amount', sample, marks: column.decimalMarks }
  }
  return null
}

/** What the plan says of it now. */
export const answerOf = (question: Question, column: ColumnPlan): string =>
  question.about === 'day' ? column.dateOrder : column.decimalMark
