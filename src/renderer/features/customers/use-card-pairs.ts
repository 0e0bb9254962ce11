// What a card on paper says of a customer besides its own fields: how to reach them, and who and what they are. Empty fields are left out.
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { PointKind } from '#shared/customers/contact-point.ts'
import { birthdayIn } from '#shared/records/birthday.ts'
import { type Pair, shortened } from './card-words.tsx'
import type { CustomerCard } from './customer-cards.ts'
import { pointTypeName } from './point-words.ts'
import { usePointReading } from './use-point-reading.ts'

const LONGEST = 120

/** `room.points`: how many further phones, addresses and the like. */
export const useCardPairs = (
  customer: CustomerCard,
  room: { readonly points: number },
): { readonly reach: readonly Pair[]; readonly details: readonly Pair[] } => {
  const t = useT()
  const format = useFormat()
  const read = usePointReading(customer)
  const { phone, phoneType, email, emailType, address, addressType, city, postcode, country, source, points } = customer

  const point = (kind: PointKind, type: string | null, value: string): Pair => ({
    label: [t(`field.${kind}`), type && pointTypeName(t, kind, type)].filter(Boolean).join(' · '),
    value: shortened(read(kind, value).display, LONGEST),
  })
  const place = (parts: readonly (string | null)[]): string => [...new Set(parts)].filter(Boolean).join(', ')
  const pair = (field: 'industry' | 'source' | 'creditCode' | 'salutation', value: string | null): Pair[] =>
    value === null ? [] : [{ label: t(`field.${field}`), value: shortened(value, LONGEST) }]
  const whole = place([address, postcode, city, country])

  const reach = [
    ...(phone === null ? [] : [point('phone', phoneType, phone)]),
    ...(email === null ? [] : [point('email', emailType, email)]),
    ...(customer.type === 'company' && customer.website !== null ? [point('website', null, customer.website)] : []),
    ...(whole === '' ? [] : [point('address', addressType, whole)]),
    ...points
      .slice(0, room.points)
      .map((each) => point(each.kind, each.type, place([each.value, each.postcode, each.city, each.country]))),
  ]
  if (customer.type === 'contact') {
    const { birthday, salutation } = customer
    const thisYear = birthday === null ? null : birthdayIn(birthday, Number(format.today().slice(0, 4)))
    const born =
      thisYear === null || birthday === null ? null : birthday.startsWith('--') ? format.shortDay(thisYear) : format.day(birthday)
    return {
      reach,
      details: [
        ...pair('salutation', salutation),
        ...(born === null ? [] : [{ label: t('field.birthday'), value: born }]),
        ...pair('source', source),
      ],
    }
  }
  const { kind, industry, creditCode, employees, foundedYear, annualRevenueMinor, revenueCurrency, parent } = customer
  return {
    reach,
    details: [
      ...(kind === null ? [] : [{ label: t('field.companyKind'), value: t(`lists.companyKind.${kind}`) }]),
      ...pair('industry', industry),
      ...pair('source', source),
      ...(employees === null ? [] : [{ label: t('field.employees'), value: format.number(employees) }]),
      ...(annualRevenueMinor === null || revenueCurrency === null
        ? []
        : [{ label: t('field.annualRevenueMinor'), value: format.money(annualRevenueMinor, revenueCurrency) }]),
      ...(foundedYear === null ? [] : [{ label: t('field.foundedYear'), value: String(foundedYear) }]),
      ...pair('creditCode', creditCode),
      ...(parent === null ? [] : [{ label: t('field.parentId'), value: parent.name }]),
    ],
  }
}
