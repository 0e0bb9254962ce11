// What makes two phone numbers, addresses or pages the same one, however they are written.
import type { PointKind } from '#shared/customers/contact-point.ts'
import { readEmail } from '#shared/records/e-mail.ts'
import { phoneKey } from '#main/records/match-texts.ts'

export interface PointText {
  readonly value: string
  readonly city?: string | null | undefined
  readonly postcode?: string | null | undefined
  readonly type?: string | null | undefined
}

const pageKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/\/+$/u, '')

const plainKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** null: it says nothing that could be compared, and so is like no other. */
export const pointKey = (kind: PointKind, { value, city, postcode, type }: PointText): string | null => {
  if (kind === 'phone') return phoneKey(value)
  const key =
    kind === 'email'
      ? readEmail(value).text.toLowerCase()
      : kind === 'website'
        ? pageKey(value)
        : kind === 'messenger'
          ? `${type ?? ''} ${value.normalize('NFKC').toLowerCase().trim()}`
          : plainKey([value, postcode ?? '', city ?? ''].join(''))
  return key === '' ? null : key
}
