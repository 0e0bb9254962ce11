// One row of a file on its way to becoming a record: every field that any kind of record may take, read and checked.
import type { CustomValue } from '#shared/custom-fields/custom-values.ts'
import type { Money } from './amounts.ts'
import type { CellFault } from './cell.ts'
import type { PointField } from './points.ts'

export type TextField =
  | 'name'
  | 'familyName'
  | 'givenName'
  | 'title'
  | 'phone'
  | 'email'
  | 'website'
  | 'industry'
  | 'address'
  | 'city'
  | 'country'
  | 'role'
  | 'description'
  | 'externalId'
  | 'companyName'
  | 'parentName'
  | 'contactName'
  | 'ownerName'
  | 'stageName'
  | 'currency'
  | 'product'
  | 'lossReason'
  | 'openedOn'
  | 'expectedCloseOn'
  | 'closedOn'
  | 'kind'
  | 'source'
  | 'creditCode'
  | 'salutation'
  | 'birthday'
  | 'phoneType'
  | 'emailType'
  | 'addressType'
  | 'postcode'
  | 'lifecycleStage'

export type Draft = { [F in TextField]: string | null } & {
  /** The row of the file, counted as a spreadsheet does. */
  readonly row: number
  employees: number | null
  foundedYear: number | null
  /** A company's yearly revenue or a deal's amount. */
  money: Money | null
  tags: readonly string[] | null
  /** Numbers and addresses beside the main ones. */
  readonly points: Partial<Record<PointField, string>>
  /** The office's own fields, by key. */
  readonly custom: Record<string, CustomValue>
}

export const emptyDraft = (row: number): Draft => ({
  row,
  name: null,
  familyName: null,
  givenName: null,
  title: null,
  phone: null,
  email: null,
  website: null,
  industry: null,
  address: null,
  city: null,
  country: null,
  role: null,
  description: null,
  externalId: null,
  companyName: null,
  parentName: null,
  contactName: null,
  ownerName: null,
  stageName: null,
  currency: null,
  product: null,
  lossReason: null,
  openedOn: null,
  expectedCloseOn: null,
  closedOn: null,
  kind: null,
  source: null,
  creditCode: null,
  salutation: null,
  birthday: null,
  phoneType: null,
  emailType: null,
  addressType: null,
  postcode: null,
  lifecycleStage: null,
  employees: null,
  foundedYear: null,
  money: null,
  tags: null,
  points: {},
  custom: {},
})

/** A fault with its place. `column` and `field` are null where it concerns the row as a whole. */
export interface RowFault extends CellFault {
  readonly column: number | null
  readonly field: string | null
  readonly value: string
}

export const rowFault = (fault: CellFault, place: { column?: number; field?: string; value?: string } = {}): RowFault => ({
  ...fault,
  column: place.column ?? null,
  field: place.field ?? null,
  value: place.value ?? '',
})

export const isRefused = (faults: readonly RowFault[]): boolean => faults.some((fault) => fault.severity === 'refuse')
