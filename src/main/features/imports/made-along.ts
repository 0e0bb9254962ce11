// Records that are made because a row names them, in a flat table: each row of a million may name one. What they hold lies in their sets.
import { type ImportEntity, importEntity } from '#shared/imports/plan.ts'

/** A record that is made because a row names it; a later row may turn out to be it. Records by their numbers in the sets of their kinds. */
export interface AlongRecord {
  readonly entity: ImportEntity
  readonly record: number
  /** Of a person: the company they are tied to. */
  readonly company: number | null
  /** The place of the table that named it. */
  readonly table: number
  /** The row that named it, as `touches` counts. */
  readonly row: number
}

export interface MadeAlong {
  readonly note: (made: AlongRecord) => void
  readonly has: (entity: ImportEntity, record: number) => boolean
  /** A row turned out to be it, or nothing names it any more. */
  readonly drop: (entity: ImportEntity, record: number) => void
  /** In the order in which they were named. */
  readonly all: () => Generator<AlongRecord>
}

const entities = importEntity.options
const FIRST_SIZE = 1024
/** Of each side by side: the kind, the record (-1: dropped), its company (-1: none), the table and the row. */
const WIDTH = 5

export const createMadeAlong = (): MadeAlong => {
  let fields = new Int32Array(FIRST_SIZE * WIDTH)
  let size = 0
  /** Of each kind by record: one more than its place in the table; 0: not there. */
  const places = new Map<ImportEntity, Int32Array>()

  const placesFor = (entity: ImportEntity, record: number): Int32Array => {
    const known = places.get(entity)
    if (known && record < known.length) return known
    const bigger = new Int32Array(Math.max(FIRST_SIZE, (known?.length ?? 0) * 2, record + 1))
    if (known) bigger.set(known)
    places.set(entity, bigger)
    return bigger
  }
  const grow = (): void => {
    const before = fields
    fields = new Int32Array(before.length * 2)
    fields.set(before)
  }

  return {
    note: ({ entity, record, company, table, row }) => {
      const at = size * WIDTH
      if (at === fields.length) grow()
      fields[at] = entities.indexOf(entity)
      fields[at + 1] = record
      fields[at + 2] = company ?? -1
      fields[at + 3] = table
      fields[at + 4] = row
      size += 1
      placesFor(entity, record)[record] = size
    },
    has: (entity, record) => (places.get(entity)?.[record] ?? 0) !== 0,
    drop: (entity, record) => {
      const known = places.get(entity)
      const place = known?.[record] ?? 0
      if (!known || place === 0) return
      fields[(place - 1) * WIDTH + 1] = -1
      known[record] = 0
    },
    all: function* () {
      for (let at = 0; at < size * WIDTH; at += WIDTH) {
        const entity = entities[fields[at] ?? 0]
        const record = fields[at + 1] ?? -1
        const company = fields[at + 2] ?? -1
        if (entity === undefined || record < 0) continue
        yield { entity, record, company: company < 0 ? null : company, table: fields[at + 3] ?? 0, row: fields[at + 4] ?? 0 }
      }
    },
  }
}
