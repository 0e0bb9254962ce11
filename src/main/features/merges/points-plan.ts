// The further phones, e-mails and addresses of all records as those of one: none twice, and what was a main one stays as a further one.
import type { PointKind } from '#shared/customers/contact-point.ts'
import { hasMainColumn, mainPoint, type PointValues } from '#shared/customers/contact-point-rules.ts'
import { pointKind } from '#shared/customers/contact-point.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive } from '#main/db/selection.ts'
import { keyBehind } from '#main/records/reorder.ts'
import type { Members } from './merge-records.ts'
import { pointKey } from './point-key.ts'
import type { Left, Plan, Step } from './step.ts'

const pointsOf = prepared<{ recordId: string; kind: string }>()((param) =>
  build
    .selectFrom('contactPoints')
    .select(['id', 'recordId', 'type', 'value', 'city', 'country', 'postcode', 'note', 'position'])
    .where('recordId', '=', param('recordId'))
    .where('kind', '=', param('kind') as PointKind)
    .where(isActive('contactPoints'))
    .orderBy('position')
    .orderBy('id'),
)

/** A point as it will stand on the winner, the main one of its kind first. */
export interface UnitedPoint {
  readonly kind: PointKind
  readonly value: string
  readonly recordIds: readonly string[]
}

export interface PointsPlan extends Plan {
  readonly united: readonly UnitedPoint[]
}

/** `mainPlace`: whose main point of a kind stays the main one, as the place of its record. */
export const planPoints = (db: Db, members: Members, mainPlace: (kind: PointKind) => number): PointsPlan => {
  const plans = pointKind.options.map((kind) => planKind(db, members, kind, mainPlace(kind)))
  return {
    steps: plans.flatMap(({ steps }) => steps),
    left: plans.flatMap(({ left }) => left),
    united: plans.flatMap(({ united }) => united),
  }
}

interface Kept {
  /** null: a main one, which has no place for a note. */
  readonly furtherId: string | null
  readonly point: PointValues
  readonly recordIds: string[]
  note: string | null
}

const planKind = (db: Db, members: Members, kind: PointKind, mainPlace: number): PointsPlan => {
  const { recordType, ids, order, winnerId } = members
  const steps: Step[] = []
  const left: Left[] = []
  const kept = new Map<string, Kept>()
  let last = pointsOf(db, { recordId: winnerId, kind }).at(-1)?.position ?? null
  const behind = (): string => (last = keyBehind(last))
  const mainOf = (place: number): PointValues | null => {
    const record = members.records[place]
    return record && hasMainColumn(recordType, kind) ? mainPoint(record.row, kind) : null
  }

  /** The same one, or an address of which this is a part only: the city that it is in. */
  const keptAs = (key: string, point: PointValues): Kept | undefined =>
    kept.get(key) ?? (kind === 'address' ? [...kept.values()].find((one) => isPartOf(point, one.point)) : undefined)

  const main = mainOf(mainPlace)
  const mainId = ids[mainPlace] ?? winnerId
  if (main) kept.set(keyOf(kind, main, mainId), { furtherId: null, point: main, recordIds: [mainId], note: null })
  for (const place of order) {
    const recordId = ids[place] ?? winnerId
    const own = place === mainPlace ? null : mainOf(place)
    if (own) {
      const key = keyOf(kind, own, recordId)
      const known = keptAs(key, own)
      if (known) known.recordIds.push(recordId)
      else {
        kept.set(key, { furtherId: null, point: own, recordIds: [recordId], note: null })
        const row = { recordType, recordId: winnerId, kind, ...own, note: null, position: behind() }
        steps.push({ ...step(recordId === winnerId ? 'mended' : 'moved'), apply: (tx) => void tx.insert('contactPoints', row) })
      }
    }
    for (const point of pointsOf(db, { recordId, kind })) {
      const key = keyOf(kind, point, point.id)
      const known = keptAs(key, point)
      if (!known) {
        kept.set(key, { furtherId: point.id, point, recordIds: [recordId], note: point.note })
        if (recordId === winnerId) continue
        const position = behind()
        steps.push({
          ...step('moved'),
          apply: (tx) => void tx.update('contactPoints', point.id, { recordId: winnerId, position }),
        })
        continue
      }
      known.recordIds.push(recordId)
      steps.push({ ...step('doubled'), apply: (tx) => tx.archive('contactPoints', point.id, 'merged') })
      const { note } = point
      if (note === null || note === known.note) continue
      if (known.furtherId === null || known.note !== null)
        left.push({ kind: 'note', recordId, of: wordsOf(known.point), text: note })
      else {
        const stays = known.furtherId
        known.note = note
        steps.push({ ...step('mended'), apply: (tx) => void tx.update('contactPoints', stays, { note }) })
      }
    }
  }
  return {
    steps,
    left,
    united: [...kept.values()].map(({ point, recordIds }) => ({
      kind,
      value: wordsOf(point),
      recordIds: [...new Set(recordIds)],
    })),
  }
}

const step = (kind: Step['kind']) => ({ table: 'contactPoints', kind, isActive: true }) as const

const keyOf = (kind: PointKind, point: PointValues, id: string): string => pointKey(kind, point) ?? id

const isPartOf = (part: PointValues, whole: PointValues): boolean =>
  part.value === '' &&
  (['city', 'country', 'postcode'] as const).every((field) => {
    const held = part[field] ?? ''
    return held === '' || held.normalize('NFKC') === (whole[field] ?? '').normalize('NFKC')
  })

const wordsOf = ({ value, postcode, city, country }: PointValues): string =>
  [value, postcode, city, country].filter((part) => part !== null && part !== '').join(', ')
