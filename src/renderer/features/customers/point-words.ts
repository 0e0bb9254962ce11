// The words for what a phone, e-mail, address or messenger is for.
import type { Translate } from '#renderer/i18n/translate.ts'
import { type PointKind, pointTypes } from '#shared/customers/contact-point.ts'

/** A type that Kith knows in the reader's words; another one as it was written. */
export const pointTypeName = (t: Translate, kind: PointKind, type: string): string => {
  const known: readonly string[] = pointTypes[kind]
  return known.includes(type) ? t.known(`record.point_type.${type}`, 'field.other') : type
}

/** To choose from: the known types, and the record's own where it is another word. */
export const pointTypeChoices = (t: Translate, kind: PointKind, own: string | null) =>
  [...new Set([...pointTypes[kind], ...(own === null ? [] : [own])])].map((value) => ({
    value,
    label: pointTypeName(t, kind, value),
  }))
