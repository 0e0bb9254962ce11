// Where the main phone, e-mail, address and page of a record stand on it, and how they change places with a further one.
import { readEmail } from '#shared/records/e-mail.ts'
import { readWebsite } from '#shared/records/website.ts'
import type { ContactPoint, CustomerType, PointKind } from './contact-point.ts'

/** What a point says, without where it belongs. */
export type PointValues = Pick<ContactPoint, 'type' | 'value' | 'city' | 'country' | 'postcode'>

/** The columns of a record that hold its main points. */
export interface MainColumns {
  readonly phone: string | null
  readonly phoneType: string | null
  readonly email: string | null
  readonly emailType: string | null
  readonly address: string | null
  readonly addressType: string | null
  readonly city: string | null
  readonly country: string | null
  readonly postcode: string | null
  /** Companies only. */
  readonly website?: string | null
}

/** The value as it is stored, and what is certainly wrong with it. */
export const checkedPoint = (kind: PointKind, typed: string): { readonly value: string; readonly problem: string | null } => {
  if (kind === 'email') return { value: readEmail(typed).text, problem: readEmail(typed).problem }
  if (kind === 'website') return { value: readWebsite(typed).text, problem: readWebsite(typed).problem }
  return { value: kind === 'phone' ? typed.normalize('NFKC').trim() : typed.trim(), problem: null }
}

/** Whether a record of this type has a column for its main point of this kind. Else the first one is the main one. */
export const hasMainColumn = (recordType: CustomerType, kind: PointKind): boolean =>
  kind !== 'messenger' && (kind !== 'website' || recordType === 'company')

/** The main point of a kind, as a further one would hold it; null where there is none. */
export const mainPoint = (record: MainColumns, kind: PointKind): PointValues | null => {
  if (kind === 'address') {
    const { address, addressType, city, country, postcode } = record
    const isEmpty = [address, city, postcode].every((text) => text === null || text === '')
    return isEmpty ? null : { type: addressType, value: address ?? '', city, country, postcode }
  }
  const value = kind === 'messenger' ? null : kind === 'website' ? (record.website ?? null) : record[kind]
  if (value === null || value === '') return null
  const type = kind === 'phone' ? record.phoneType : kind === 'email' ? record.emailType : null
  return { type, value, city: null, country: null, postcode: null }
}

/** The record's columns once this is its main point of the kind. An address of a record that has no country of its own keeps that. */
export const asMainPoint = (kind: PointKind, { type, value, city, country, postcode }: PointValues): Partial<MainColumns> => {
  if (kind === 'address') return { address: value === '' ? null : value, addressType: type, city, country, postcode }
  if (kind === 'phone') return { phone: value, phoneType: type }
  if (kind === 'email') return { email: value, emailType: type }
  return kind === 'website' ? { website: value } : {}
}

/** The kinds whose main point a change of columns may have emptied. */
export const touchedKinds = (changed: readonly string[]): readonly PointKind[] => {
  const kinds: PointKind[] = []
  for (const kind of ['phone', 'email', 'website'] as const) if (changed.includes(kind)) kinds.push(kind)
  if (['address', 'city', 'postcode'].some((column) => changed.includes(column))) kinds.push('address')
  return kinds
}
