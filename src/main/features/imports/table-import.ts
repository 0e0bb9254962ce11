// Goes over the rows of one table: reads each, finds the record it means, decides what becomes of it, and has it written. A preview goes
// the same way, without the writing.
import type { ImportPlan, RowDecision } from '#shared/imports/plan.ts'
import { isOutside, isRefused, type RowReading } from '#shared/imports/reading.ts'
import { tableReader } from '#shared/imports/table-reader.ts'
import { newRecordIssues } from '#main/records/checked-record.ts'
import type { BesideRows } from './beside-rows.ts'
import { findNamed, type NamedRecords } from './find-named.ts'
import { finishRow } from './finish-row.ts'
import { kinds } from './kinds.ts'
import { checkMissing, makeNamed, noteColumns } from './make-named.ts'
import { matchRow, type Matching, mergedMatch } from './match-row.ts'
import { ownFieldsOf } from './office.ts'
import {
  calledBy,
  complainer,
  copyOf,
  flat,
  linkTo,
  noteCode,
  putIds,
  refuse,
  requireNamed,
  rowHasher,
  saysNothing,
  withLineKeys,
  withPlaceholders,
} from './row-steps.ts'
import { readSettings, settleRow, withDefaults } from './settle-row.ts'
import { splitAddress } from './split-address.ts'
import { surroundingsOf } from './surroundings.ts'
import { createTableResults } from './table-results.ts'
import type { KeepStronger, TableImport, TableWork, Taking, Waiting, WrittenRow } from './table-work.ts'
import { rowsOfSheet } from './touches.ts'
import { createRowUpdates } from './update-rows.ts'
import { keysOfTable, rowColumnsOf, type World } from './world.ts'

interface Parts {
  readonly plan: ImportPlan
  readonly place: number
  readonly beside: BesideRows
  readonly keepStronger: KeepStronger
  /** Null in a preview. */
  readonly write: ((row: WrittenRow) => void) | null
}

export const createTableImport = (world: World, { plan, place, beside, keepStronger, write }: Parts): TableImport => {
  const table = plan.tables[place]
  if (!table) throw new Error(`The plan has no table ${place}.`)
  const { entity } = table
  const kind = kinds[entity]
  const set = world.setOf(entity)
  const claims = world.claims(entity)
  const settings = readSettings(world, table)
  const read = tableReader(table, {
    ...{ currency: world.office.currency, timeZone: world.office.timeZone, today: world.office.today },
    ...{ own: ownFieldsOf(world.db, entity, world.office), splitAddress },
  })
  const begin = rowsOfSheet(world.touches, plan, place)
  const decisions = new Map(plan.decisions.filter((one) => one.table === place).map((one) => [one.row, one]))
  const results = createTableResults()
  const keys = keysOfTable(table)
  const matching: Matching = {
    ...{ entity, keys, set, isChosen: table.keys.length === 1, rowColumns: rowColumnsOf(plan, entity) },
    isClaimed: (record) => claims.has(record),
  }
  const hashOf = rowHasher(table)
  const complain = complainer(world, table)
  const usedStages = new Set<string>()

  const conclude: TableWork['conclude'] = (reading, fate, rest = {}) => {
    const { row, faults } = reading
    if (entity === 'user') noteCode(set, reading, rest.record ?? null)
    results.add({ row, fate, record: null, matchedBy: null, candidates: [], sameAsRow: null, ...rest, faults })
  }

  const { updateAll, changesFor } = createRowUpdates(table, {
    ...{ world, place, beside, keepStronger, settings, results },
    ...{ begin, complain, conclude, usedStages, write },
  })

  const take: TableImport['take'] = (rows) => {
    const waiting: Waiting[] = []
    for (const { row, cells, faults } of rows) {
      begin(row)
      const decision = decisions.get(row)
      const reading = read(cells, row)
      // The reader counts cells, too.
      reading.faults.push(
        ...faults.filter((fault) => !isOutside(fault) && !reading.faults.some((known) => known.messageKey === fault.messageKey)),
      )
      const outside = decision === undefined ? faults.filter(isOutside) : []
      if (outside.length > 0) conclude({ ...reading, faults: outside }, 'skipped')
      else if (decision?.act === 'skip') conclude({ ...reading, faults: [] }, 'skipped')
      else if (table.isBeside && saysNothing(table, reading)) conclude({ ...reading, faults: [] }, 'skipped')
      else takeRow(reading, { decision, hash: hashOf(cells), waiting })
    }
    updateAll(waiting)
  }

  const takeRow = (reading: RowReading, { decision, hash, waiting }: Taking): void => {
    finishRow(entity, reading)
    const named = findNamed(world, entity, reading)
    requireNamed(entity, reading)
    if (isRefused(reading.faults)) return conclude(reading, 'refused')

    const found = meant(reading, named, decision)
    if (found === 'refused') return
    const claim = found === null ? undefined : claims.get(found.record)
    if (found !== null && claim) {
      if (table.isBeside) return conclude({ ...reading, faults: [] }, 'skipped', { record: found.record })
      const isEqual = claim.table === place && claim.hash === hash
      return conclude(reading, isEqual ? 'unchanged' : 'duplicate', {
        record: found.record,
        matchedBy: found.by,
        sameAsRow: claim.row,
      })
    }
    const isAlong = found !== null && world.madeAlong.has(entity, found.record)
    if (found !== null && !isAlong) {
      claims.set(found.record, { table: place, row: reading.row, hash })
      if (table.mode === 'create' && decision?.act !== 'into')
        return conclude(reading, 'duplicate', { record: found.record, matchedBy: found.by })
      waiting.push({ reading, named, record: found.record, matchedBy: found.by })
      return
    }
    // What became of the values of a merged record was settled when it was merged.
    const gone = found === null && decision === undefined ? mergedMatch(matching, { reading }) : null
    if (gone) return conclude(reading, 'duplicate', { record: gone.record, matchedBy: gone.by })
    if (table.mode === 'update' && decision?.act !== 'take') return conclude(reading, 'skipped')
    create(reading, named, { hash, id: found === null ? null : set.idOf(found.record) })
  }

  /** The record that the row means, or that the user chose for it; null: none. */
  const meant = (
    reading: RowReading,
    named: NamedRecords,
    decision: RowDecision | undefined,
  ): { record: number; by: string } | null | 'refused' => {
    if (decision?.act === 'take') return null
    if (decision?.act === 'into' && decision.recordId !== null) {
      const record = set.numberOf(decision.recordId)
      if (record !== undefined) return { record, by: 'id' }
      refuse(reading, 'imports.row.not_there')
      conclude(reading, 'refused')
      return 'refused'
    }
    const ids = withPlaceholders(named)
    const match = matchRow(matching, {
      reading,
      ids,
      // As it would be stored, were it new: with what every new record has.
      columns: () =>
        withDefaults(
          world,
          entity,
          settings,
          settleRow(world, entity, settings, { reading: copyOf(reading), ids, before: null }),
        ),
    })
    if (match.kind === 'none') return null
    if (match.kind === 'one') return match
    refuse(reading, 'imports.row.several', {
      names: match.records
        .slice(0, 5)
        .map((record) => set.nameOf(record))
        .join(' · '),
    })
    conclude(reading, 'refused', { matchedBy: match.by, candidates: match.records.slice(0, 5) })
    return 'refused'
  }

  const create = (
    reading: RowReading,
    named: NamedRecords,
    { hash, id }: { readonly hash: number; readonly id: string | null },
  ): void => {
    const columns = settleRow(world, entity, settings, { reading, ids: withPlaceholders(named), before: null })
    const all = withDefaults(world, entity, settings, calledBy(entity, reading, columns))
    const around = surroundingsOf(reading, { columns: all, stored: null, beside, companyId: null })
    checkMissing(world, entity, reading, named)
    complain(
      reading,
      kind.fielded === null || isRefused(reading.faults) ? [] : newRecordIssues(world.db, kind.fielded, flat(all)),
    )
    if (isRefused(reading.faults)) return conclude(reading, 'refused')

    const ids = makeNamed(world, entity, { ...named, reading, table: place })
    putIds(entity, all, { ids, missing: named.missing })
    const companyId = ids['company'] ?? null
    const recordId = id ?? world.newId()
    const record = set.add(recordId, all)
    world.madeAlong.drop(entity, record)
    claims.set(record, { table: place, row: reading.row, hash })
    noteColumns(world, entity, {
      record,
      columns: withLineKeys(entity, flat(all), ids),
      companyId,
    })
    for (const point of around.points) set.note(record, point.kind, point.value)
    beside.take(around)
    const link = entity === 'contact' && companyId !== null ? linkTo(reading, companyId) : null
    if (typeof all['stageId'] === 'string') usedStages.add(all['stageId'])
    write?.({ id: recordId, columns: all, companyId, around: { ...around, link }, stored: null })
    conclude(reading, 'new', { record })
  }

  return { take, decisions, results, settings, stagesMade: () => settings.stages?.made(usedStages) ?? [], read, changesFor }
}
