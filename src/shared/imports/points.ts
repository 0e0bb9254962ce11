// Further phone numbers, addresses and messenger ids of a row. The main ones are the record's own.
import { z } from 'zod'
import { line } from '#shared/base/fields.ts'
import { type CellFault, plain } from './cell.ts'
import { joinAddress } from './address-parts.ts'
import type { Assign } from './assign.ts'
import { typeReader } from './customer-cells.ts'
import { pointKey, pointOf } from './entities/customer-fields.ts'
import type { ReadPoint, RowReading } from './reading.ts'
import { severalIn } from './several-cells.ts'
import { emailReader, nameReader, phoneReader, textReader, type TextReader, websiteReader } from './texts.ts'

const text = (max: number): TextReader => nameReader(textReader(z.string().pipe(line(max)), max))

const readers: Readonly<Record<ReadPoint['kind'], TextReader>> = {
  phone: phoneReader(textReader(line(60), 60)),
  email: emailReader(textReader(line(254), 254)),
  website: websiteReader(textReader(line(400), 400)),
  messenger: text(400),
  address: text(400),
}

/** Several in one cell stand beside each other; of an address `size` is how large a part the column holds. */
export const pointAssigner = (key: string, size = 0): Assign => {
  const point = pointOf(key)
  if (!point) throw new Error(`${key} is no further number`)
  const { kind, type, part } = point
  if (part !== 'value') return partAssigner(pointKey(kind, type), part)
  const read = readers[kind]
  const readType = typeReader(text(40), kind === 'address')
  return (reading, cell, { state }) => {
    const said = state.nextType
    state.nextType = null
    let odd: CellFault | null = null
    for (const one of piecesOf(kind, cell)) {
      const { value, fault } = read(one)
      odd = fault ?? odd
      if (value !== null)
        addPoint(reading, {
          key,
          kind,
          size,
          type: said === null ? (type === 'other' ? null : type) : readType(said).value,
          value,
        })
    }
    return odd
  }
}

const piecesOf = (kind: ReadPoint['kind'], cell: string): readonly string[] =>
  kind === 'phone' || kind === 'email' ? severalIn(kind, cell) : cell.split(/\s*:::\s*/u)

/** The main number or address of a record; others in the same cell stand beside it. */
export const mainAssigner =
  (key: string, kind: 'phone' | 'email', read: TextReader): Assign =>
  (reading, cell) => {
    let odd: CellFault | null = null
    for (const one of severalIn(kind, cell)) {
      const { value, fault } = read(one)
      odd = fault ?? odd
      if (value === null) continue
      if (typeof reading.values[key] !== 'string') reading.values[key] = value
      else if (reading.values[key] !== value)
        addPoint(reading, { key: pointKey(kind, 'other'), kind, size: 0, type: null, value })
    }
    return odd
  }

const addPoint = (
  { points }: RowReading,
  { key, kind, size, type, value }: Pick<ReadPoint, 'key' | 'kind' | 'type' | 'value'> & { readonly size: number },
): void => {
  if (kind === 'address') {
    const open = points.find((point) => point.key === key)
    // A street in several columns is one address.
    if (open) open.value = joinAddress(open.value, value, { size, join: ' ', city: open.city })
    else points.push({ key, kind, type, value, city: null, country: null, postcode: null })
    return
  }
  if (!points.some((point) => point.kind === kind && point.value === value)) {
    points.push({ key, kind, type, value, city: null, country: null, postcode: null })
  }
}

const LONGEST = { city: 100, country: 100, postcode: 20 } as const

const partAssigner = (key: string, part: 'city' | 'country' | 'postcode'): Assign => {
  const read = text(LONGEST[part])
  const type = key.slice(key.indexOf('.') + 1)
  return ({ points }, cell) => {
    const { value, fault } = read(part === 'postcode' ? plain(cell) : cell)
    if (value === null) return fault
    let open = points.find((point) => point.key === key)
    if (!open) points.push((open = { key, kind: 'address', type, value: '', city: null, country: null, postcode: null }))
    open[part] ??= value
    return fault
  }
}
