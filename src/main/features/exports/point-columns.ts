// Further phones, e-mails, addresses and messengers as columns: one for each kind and type, as many as the record with the most has.
import { type PointKind, pointTypes } from '#shared/customers/contact-point.ts'
import { isMessageKey } from '#shared/messages.ts'
import type { OutColumn } from './out-column.ts'
import type { PointRow } from './points.repository.ts'
import type { Say } from './speech.ts'

export interface PointShape {
  readonly kind: PointKind
  readonly type: string | null
  readonly most: number
}

const kindOrder: readonly PointKind[] = ['phone', 'email', 'messenger', 'website', 'address']
const kindKeys = {
  phone: 'field.phone',
  email: 'field.email',
  address: 'field.address',
  messenger: 'field.messenger',
  website: 'field.website',
} as const

/** `pointsOf` answers the points of a row in order. */
export const pointColumns = (
  shapes: readonly PointShape[],
  say: Say,
  pointsOf: (id: string) => readonly PointRow[],
): OutColumn[] =>
  kindOrder.flatMap((kind) => {
    // The main one is the first.
    let number = 1
    return shapes
      .filter((shape) => shape.kind === kind)
      .flatMap(({ type, most }) =>
        Array.from({ length: most }, (_, place): OutColumn => {
          number += 1
          return {
            heading: headingOf(say, { kind, type, number, place }),
            kind: 'text',
            width: kind === 'address' ? 30 : 20,
            value: ({ id }) => {
              const point = pointsOf(id).filter((one) => one.kind === kind && one.type === type)[place]
              return point ? pointText(point) : null
            },
          }
        }),
      )
  })

const headingOf = (
  say: Say,
  { kind, type, number, place }: { kind: PointKind; type: string | null; number: number; place: number },
): string => {
  const name = type === null ? null : pointTypeName(say, kind, type)
  // A messenger is called by its own name.
  if (kind === 'messenger' && name !== null) return place === 0 ? name : `${name} ${place + 1}`
  const counted = `${say(kindKeys[kind])} ${number}`
  return name === null ? counted : `${counted} (${name})`
}

/** A type that Kith knows in the reader's words; another one as it was written. */
export const pointTypeName = (say: Say, kind: PointKind, type: string): string => {
  const known: readonly string[] = pointTypes[kind]
  const key = `record.point_type.${type}`
  return known.includes(type) && isMessageKey(key) ? say(key) : type
}

export const pointText = ({ value, city, country, postcode, note }: PointRow): string => {
  const place = [postcode, city].filter((part) => part !== null && part !== '').join(' ')
  const whole = [value, place, country].filter((part) => part !== null && part !== '').join(', ')
  return note ? `${whole} (${note})` : whole
}
