// Comparing all records of a kind with each other.
import { setImmediate } from 'node:timers/promises'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { likenessField, type LikelyPair, type ScanResult } from '#shared/duplicates/duplicate.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { lastNo, listLikened, readBeside } from './duplicates.repository.ts'
import { findCandidates } from './likeness/candidates.ts'
import { type Comparable, comparable } from './likeness/comparable.ts'
import { countValues } from './likeness/frequencies.ts'
import { createScore } from './likeness/score.ts'
import { uniqueOwnFields } from './unique-own-fields.ts'

/** Rows read, and records compared, between two looks at whether the user gave up. */
const STRIDE = 2000
const COMPARED_STRIDE = 500
/** From here on it is likelier than not that two are one. */
const LIKELY_BITS = 0

/** More of the office's own keys than these are not named. */
const OWN_SHOWN = 8

const round = (bits: number): number => Math.round(bits * 10) / 10

/** The pairs that are likelier one record than two, the likeliest first. */
export const scan = async (context: CallContext, recordType: CustomerType): Promise<ScanResult> => {
  const { progress, checkCancelled } = context
  const records = await readAll(context, recordType)
  const score = createScore(countValues(records), recordType === 'company')
  const candidates = findCandidates(records)
  const pairs: LikelyPair[] = []
  let compared = 0
  for (const [index, record] of records.entries()) {
    for (const other of candidates.of(index)) {
      const rival = records[other]
      if (!rival) continue
      compared += 1
      const { bits, fields, own } = score(record, rival)
      if (bits < LIKELY_BITS) continue
      const [aId = '', bId = ''] = [record.id, rival.id].toSorted()
      const said = likenessField.options.flatMap((field) =>
        field === 'own' || fields[field] === 0 ? [] : [{ field, bits: round(fields[field]), key: null }],
      )
      const ofOwn = own.map(({ key, bits: part }) => ({ field: 'own' as const, bits: round(part), key }))
      pairs.push({ aId, bId, bits: round(bits), fields: [...said, ...ofOwn.slice(0, OWN_SHOWN)] })
    }
    if (index % COMPARED_STRIDE !== 0) continue
    progress('duplicates.step.comparing', index, records.length)
    await setImmediate()
    checkCancelled()
  }
  return {
    ...{ records: records.length, compared, crowded: candidates.crowded },
    pairs: pairs.toSorted((one, other) => other.bits - one.bits),
  }
}

const readAll = async ({ db, progress, checkCancelled }: CallContext, recordType: CustomerType): Promise<Comparable[]> => {
  const last = lastNo(db, recordType)
  const beside = readBeside(db, recordType)
  const ownKeys = uniqueOwnFields(db, recordType)
  const records: Comparable[] = []
  for (let from = 0; from < last; from += STRIDE) {
    const rows = listLikened(db, recordType, { from, to: from + STRIDE }, { beside, ownKeys })
    for (const row of rows) records.push(comparable(row, recordType === 'company'))
    progress('duplicates.step.reading', Math.min(from + STRIDE, last), last)
    await setImmediate()
    checkCancelled()
  }
  return records
}
