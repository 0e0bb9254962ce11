// The fields that companies and people have alike. Any number of columns may go to a further number or address.
import { type PointKind, pointTypes } from '#shared/customers/contact-point.ts'
import { type FieldSpec, longText, reference, text } from './field-spec.ts'

/** What further numbers and addresses are called in a plan: `phone.mobile`, `address.delivery`. */
export const pointKey = (kind: PointKind, type: string): string => `${kind}.${type}`

/** The kind and type of a further number or address; `part` is what of an address the column holds. */
export const pointOf = (
  key: string,
): { kind: PointKind; type: string; part: 'value' | 'city' | 'country' | 'postcode' } | null => {
  const [kind = '', type = '', part = 'value'] = key.split('.')
  const types: readonly string[] | undefined = pointTypes[kind as PointKind] // undefined for anything else
  if (!types?.includes(type)) return null
  return part === 'value' || part === 'city' || part === 'country' || part === 'postcode'
    ? { kind: kind as PointKind, type, part }
    : null
}

const point = (key: string): FieldSpec => ({ key, kind: 'point' })

const addressParts = (type: string): FieldSpec[] => {
  const key = pointKey('address', type)
  return [point(key), point(`${key}.city`), point(`${key}.country`), point(`${key}.postcode`)]
}

const further: readonly FieldSpec[] = [
  ...pointTypes.phone.map((type) => point(pointKey('phone', type))),
  ...pointTypes.email.map((type) => point(pointKey('email', type))),
  ...pointTypes.messenger.map((type) => point(pointKey('messenger', type))),
  ...pointTypes.website.map((type) => point(pointKey('website', type))),
  ...pointTypes.address.flatMap(addressParts),
]

export const customerFields: readonly FieldSpec[] = [
  { key: 'phone', kind: 'phone', max: 60 },
  { key: 'email', kind: 'email', max: 254 },
  text('address', 400),
  text('city', 100),
  text('country', 100),
  { key: 'postcode', kind: 'code', max: 20 },
  reference('owner', 'user'),
  { key: 'lifecycleStage', kind: 'lifecycle' },
  { key: 'tags', kind: 'tags' },
  text('source', 100),
  longText('description'),
  { key: 'externalId', kind: 'code', max: 100 },
  { key: 'photo', kind: 'picture' },
  { key: 'phoneType', kind: 'pointType', max: 40 },
  { key: 'emailType', kind: 'pointType', max: 40 },
  { key: 'addressType', kind: 'pointType', max: 40 },
  /** What the number or address in the next column is: “Phone 1 - Label”. */
  { key: 'nextType', kind: 'pointType', max: 40 },
  ...further,
]
