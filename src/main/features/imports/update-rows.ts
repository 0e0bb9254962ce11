// The rows whose records are there: what each would change in its record, what a stronger source keeps, and the writing of the rest.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { fieldValuesOf } from '#shared/custom-fields/conditions.ts'
import type { TablePlan } from '#shared/imports/plan.ts'
import { isRefused, type RowReading } from '#shared/imports/reading.ts'
import { changedRecordIssues } from '#main/records/checked-record.ts'
import { fieldChecks } from '#main/records/field-checks.ts'
import { type ColumnChange, changesOf, columnsOfChanges } from './compare.ts'
import { findNamed, type NamedRecords } from './find-named.ts'
import { finishRow } from './finish-row.ts'
import { kinds } from './kinds.ts'
import { checkMissing, makeNamed } from './make-named.ts'
import { hasField, linkTo, putIds, refuse } from './row-steps.ts'
import { settleRow } from './settle-row.ts'
import { readStored, type StoredRecord } from './stored-rows.ts'
import { isAnything, type Surroundings, surroundingsOf } from './surroundings.ts'
import type { TableImport, TableWork, Waiting } from './table-work.ts'

export interface RowUpdates extends Pick<TableImport, 'changesFor'> {
  /** Rows of one batch, whose records are read together. */
  readonly updateAll: (waiting: readonly Waiting[]) => void
}

export const createRowUpdates = (table: TablePlan, work: TableWork): RowUpdates => {
  const { world, place, beside, keepStronger, settings, results } = work
  const { begin, complain, conclude, usedStages, write } = work
  const { entity } = table
  const kind = kinds[entity]
  const set = world.setOf(entity)
  const wanted = {
    points: kind.recordType === 'company' || kind.recordType === 'contact',
    tags: hasField(table, 'tags'),
    links: entity === 'contact',
    photos: hasField(table, 'photo'),
    people: hasField(table, 'attendees'),
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

  return { updateAll, changesFor }
}
