// How the fields are described to which a column of a file can go. The words for them are in heading-words, their names in the catalogue.
import type { ImportEntity, ReferenceBy } from '../plan.ts'

/** How the cells of a field are read. `stage`, `ticketStatus` and `lifecycle` name what an office has set up itself. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'name'
  | 'phone'
  | 'email'
  | 'website'
  | 'code'
  | 'creditCode'
  | 'birthday'
  | 'day'
  | 'moment'
  | 'time'
  | 'whole'
  | 'year'
  | 'money'
  | 'currency'
  | 'price'
  | 'quantity'
  | 'percent'
  | 'flag'
  | 'choice'
  | 'tags'
  | 'pointType'
  | 'point'
  | 'reference'
  | 'picture'
  | 'people'
  | 'stage'
  | 'ticketStatus'
  | 'lifecycle'

export interface FieldSpec {
  /** The field's name in a plan. Where it is a column of the record, its name. */
  readonly key: string
  readonly kind: FieldKind
  /** The longest text it holds. */
  readonly max?: number
  /** Of a whole number. */
  readonly maxValue?: number
  /** Of a choice. */
  readonly values?: readonly string[]
  /** Of a reference: what it leads to, and by what it can be found. */
  readonly to?: ImportEntity
  readonly by?: readonly ReferenceBy[]
  /** Of a reference: whether what is not there is made. */
  readonly isMade?: boolean
}

export interface EntitySpec {
  readonly entity: ImportEntity
  readonly fields: readonly FieldSpec[]
  /** The fields by which a row can be recognised, and those that are used where the user chose none, the surest first. */
  readonly keys: readonly string[]
  readonly usualKeys: readonly string[]
  /** A row needs one of these. */
  readonly named: readonly string[]
}

export const text = (key: string, max: number): FieldSpec => ({ key, kind: 'text', max })
export const longText = (key: string): FieldSpec => ({ key, kind: 'longText', max: 20_000 })
export const day = (key: string): FieldSpec => ({ key, kind: 'day' })
export const choice = (key: string, values: readonly string[]): FieldSpec => ({ key, kind: 'choice', values })

const ways: Readonly<Partial<Record<ImportEntity, readonly ReferenceBy[]>>> = {
  company: ['name', 'code', 'email', 'phone', 'creditCode'],
  contact: ['name', 'code', 'email', 'phone'],
  product: ['name', 'code'],
  order: ['code'],
  deal: ['name', 'code'],
  ticket: ['code'],
  user: ['name', 'code'],
}

export const reference = (key: string, to: ImportEntity, isMade = true): FieldSpec => ({
  key,
  kind: 'reference',
  to,
  by: ways[to] ?? ['name'],
  isMade,
})
