// Goes over the rows of one table: reads each, finds the record it means, decides what becomes of it, and has it written. A preview goes
// the same way, without the writing.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { ImportPlan, RowDecision } from '#shared/imports/plan.ts'
import { isOutside, isRefused, type RowReading } from '#shared/imports/reading.ts'
import { tableReader } from '#shared/imports/table-reader.ts'
import { changedRecordIssues, newRecordIssues } from '#main/records/checked-record.ts'
import { fieldChecks } from '#main/records/field-checks.ts'
import { fieldValuesOf } from '#shared/custom-fields/conditions.ts'
import type { BesideRows } from './beside-rows.ts'
import { type ColumnChange, changesOf, columnsOfChanges } from './compare.ts'
import { finishRow } from './finish-row.ts'
import { kinds } from './kinds.ts'
import { matchRow, type Matching, mergedMatch } from './match-row.ts'
import { ownFieldsOf } from './office.ts'
import { checkMissing, findNamed, makeNamed, type NamedRecords, noteColumns } from './references.ts'
import {
  calledBy,
  complainer,
  copyOf,
  flat,
  hasField,
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
import { readStored, type StoredRecord } from './stored-rows.ts'
import { isAnything, type Surroundings, surroundingsOf } from './surroundings.ts'
import { createTableResults, type TableResults } from './table-results.ts'
import type { KeepStronger, TableImport, Taking, Waiting, WrittenRow } from './table-work.ts'
import { rowsOfSheet } from './touches.ts'
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
  const wanted = {
    points: kind.recordType === 'company' || kind.recordType === 'contact',
    tags: hasField(table, 'tags'),
    links: entity === 'contact',
    photos: hasField(table, 'photo'),
    people: hasField(table, 'attendees'),
  }
  const hashOf = rowHasher(table)
  const complain = complainer(world, table)
  const usedStages = new Set<string>()

  const conclude = (
    reading: RowReading,
    fate: Parameters<TableResults['add']>[0]['fate'],
    rest: Partial<Parameters<TableResults['add']>[0]> = {},
  ): void => {
    const { row, faults } = reading
    if (entity === 'user') noteCode(set, reading, rest.record ?? null)
    results.add({ row, fate, record: null, matchedBy: null, candidates: [], sameAsRow: null, ...rest, faults })
  }

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
    const along = found === null ? undefined : world.madeAlong.get(set.idOf(found.record))
    if (found !== null && !along) {
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
    create(reading, named, { hash, id: along?.id ?? null })
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
    world.madeAlong.delete(recordId)
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

  const updateAll = (waiting: readonly Waiting[]): void => {
    if (waiting.length === 0) return
    const stored = readStored(world.db, entity, { ids: waiting.map(({ record }) => set.idOf(record)), wanted })
    for (const one of waiting) {
      begin(one.reading.row)
      const before = stored.get(set.idOf(one.record))
      if (before) update(one, before)
      else {
        refuse(one.reading, 'imports.row.not_there')
        conclude(one.reading, 'refused')
      }
    }
  }

  const update = ({ reading, named, record, matchedBy }: Waiting, stored: StoredRecord): void => {
    const { changes, around } = difference(reading, named, stored)
    const { taken, kept } = keepStronger(stored, changes)
    results.keptByStronger.count += kept.length
    const isAround = isAnything(around) || named.missing.includes('company')
    if (isRefused(reading.faults)) return conclude(reading, 'refused', { record, matchedBy })
    if (taken.length === 0 && !isAround && named.missing.length === 0)
      return conclude(reading, 'unchanged', { record, matchedBy })

    const columns = columnsOfChanges(taken, (column) => storageClassOf(column) !== null)
    checkMissing(world, entity, reading, named)
    if (kind.fielded !== null && !fieldChecks(world.db, kind.fielded).isEmpty)
      complain(
        reading,
        changedRecordIssues(world.db, kind.fielded, {
          id: stored.id,
          before: fieldValuesOf({ ...stored.columns }),
          given: columns,
        }).issues,
      )
    if (isRefused(reading.faults)) return conclude(reading, 'refused', { record, matchedBy })

    const ids = makeNamed(world, entity, { ...named, reading, table: place })
    putIds(entity, columns, { ids, missing: named.missing })
    const companyId = ids['company'] ?? null
    const link =
      around.link ??
      (entity === 'contact' && named.missing.includes('company') && companyId !== null ? linkTo(reading, companyId) : null)
    beside.take(around)
    if (typeof columns['stageId'] === 'string') usedStages.add(columns['stageId'])
    write?.({ id: stored.id, columns, companyId, around: { ...around, link }, stored })
    conclude(reading, 'update', { record, matchedBy })
  }

  const difference = (
    reading: RowReading,
    named: NamedRecords,
    stored: StoredRecord,
  ): { changes: ColumnChange[]; around: Surroundings } => {
    const ids = { ...named.ids }
    const columns = settleRow(world, entity, settings, { reading, ids, before: stored.columns })
    const around = surroundingsOf(reading, {
      columns,
      stored,
      beside,
      companyId: entity === 'contact' ? (ids['company'] ?? null) : null,
    })
    return { changes: changesOf(stored.columns, columns), around }
  }

  const changesFor: TableImport['changesFor'] = (reading, id) => {
    finishRow(entity, reading)
    const named = findNamed(world, entity, reading)
    const stored = readStored(world.db, entity, { ids: [id], wanted }).get(id)
    if (!stored) return null
    return { ...keepStronger(stored, difference(reading, named, stored).changes), row: { ...stored.columns } }
  }

  return { take, decisions, results, settings, stagesMade: () => settings.stages?.made(usedStages) ?? [], read, changesFor }
}
