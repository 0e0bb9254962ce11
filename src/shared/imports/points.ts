// Further phone numbers, e-mail addresses and messenger ids of a row. Each column says what its numbers are for; the main ones are the
// record's own.
import type { ContactPoint, PointKind } from '#shared/customers/contact-point.ts'

export const pointFields = [
  ...(['mobile', 'workPhone', 'phone2', 'phone3', 'homePhone', 'fax'] as const),
  ...(['email2', 'email3', 'wechat', 'qq'] as const),
] as const
export type PointField = (typeof pointFields)[number]

export const pointOf: Readonly<Record<PointField, { readonly kind: PointKind; readonly type: ContactPoint['type'] }>> = {
  mobile: { kind: 'phone', type: 'mobile' },
  workPhone: { kind: 'phone', type: 'work' },
  phone2: { kind: 'phone', type: null },
  phone3: { kind: 'phone', type: null },
  homePhone: { kind: 'phone', type: 'home' },
  fax: { kind: 'phone', type: 'fax' },
  email2: { kind: 'email', type: null },
  email3: { kind: 'email', type: null },
  wechat: { kind: 'messenger', type: 'wechat' },
  qq: { kind: 'messenger', type: 'qq' },
}

export const isPointField = (field: string): field is PointField => pointFields.some((one) => one === field)

interface Reached {
  phone: string | null
  phoneType: string | null
  email: string | null
  readonly points: Partial<Record<PointField, string>>
}

/** A row without a main number gets the first of its further ones as that, with its type; a fax is nobody's main number. */
export const fillMainPoints = (draft: Reached): void => {
  for (const field of pointFields) {
    const value = draft.points[field]
    if (value === undefined || field === 'fax') continue
    const { kind, type } = pointOf[field]
    if (kind === 'phone' && draft.phone === null) {
      draft.phone = value
      draft.phoneType ??= type
    } else if (kind === 'email') draft.email ??= value
  }
}

/** What is to be kept beside the main ones, none of them twice. */
export const furtherPoints = (draft: Readonly<Reached>): { readonly field: PointField; readonly value: string }[] => {
  const seen = new Set([draft.phone, draft.email])
  return pointFields.flatMap((field) => {
    const value = draft.points[field]
    if (value === undefined || seen.has(value)) return []
    seen.add(value)
    return [{ field, value }]
  })
}
