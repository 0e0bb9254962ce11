// What makes two phone numbers, addresses or pages the same one, however they are written.
import type { PointKind } from '#shared/customers/contact-point.ts'
import { readEmail } from '#shared/records/e-mail.ts'

export interface PointText {
  readonly value: string
  readonly city?: string | null | undefined
  readonly postcode?: string | null | undefined
  readonly type?: string | null | undefined
}

/** `00` and `+` lead abroad; the country and the trunk zero before a number are as good as not written. */
const phoneKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\D/gu, '')
    .replace(/^00/u, '')
    .replace(/^86(?=\d{9,})/u, '')
    .replace(/^0/u, '')

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
  const key =
    kind === 'phone'
      ? phoneKey(value)
      : kind === 'email'
        ? readEmail(value).text.toLowerCase()
        : kind === 'website'
          ? pageKey(value)
          : kind === 'messenger'
            ? `${type ?? ''} ${value.normalize('NFKC').toLowerCase().trim()}`
            : plainKey([value, postcode ?? '', city ?? ''].join(''))
  return key === '' ? null : key
}
