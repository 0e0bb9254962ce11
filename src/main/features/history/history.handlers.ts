// What happened, with names in place of ids, and taking it back. The change log does the work; here is what a user may do with it.
import { AppError } from '#shared/base/app-error.ts'
import { COPY_PLACE } from '#main/db/log/incarnation.ts'
import type { Db } from '#main/db/database.ts'
import type { ChangeLog, LoggedOperation } from '#main/db/log/change-log.ts'
import { listCircles } from '#main/records/company-circles.ts'
import { referencesIn, withNames } from '#main/records/field-references.ts'
import { readNames, type RowRef } from '#main/records/names.ts'
import { currenciesAfter } from '#main/records/record-currency.ts'
import { readOwnFields } from '#main/records/told-fields.ts'
import type { Handlers, MutationContext } from '#main/rpc/handlers.ts'
import { findCopyMoment } from './copy-moment.repository.ts'
import { readImportNotes } from './import-notes.repository.ts'
import { restoreValue } from './restore-value.ts'
import { listRowsAround } from './rows-around.repository.ts'

/** Obstacles that are listed by name; the total counts them all. */
const LISTED = 200

export const historyHandlers: Handlers['history'] = {
  operations: ({ db, log }, { before, limit }) => {
    const found = log.operations(before, limit + 1)
    const shown = found.slice(0, limit)
    const subjects = new Map(shown.map((operation) => [operation.id, subjectOf(log, operation)]))
    const names = readNames(db, [...actorsOf(shown), ...[...subjects.values()].filter((subject) => subject !== null)])
    const operations = shown.map(({ lsn: _lsn, first: _first, ...operation }) => {
      const { actorId } = operation
      const subject = subjects.get(operation.id) ?? null
      return {
        ...operation,
        actorName: actorId === null ? null : names.of('users', actorId),
        subject: subject === null ? null : names.of(subject.table, subject.rowId),
      }
    })
    return { operations, next: found.length > limit ? (shown.at(-1)?.lsn ?? null) : null }
  },

  ofRecord: ({ db, log }, { table, id, page }) => {
    const reach = page === null ? undefined : { before: page.before, count: page.limit }
    const ofRecord = log.ofRow(table, id, reach)
    const ofRows = listRowsAround(db, id).flatMap((row) =>
      log.ofRow(row.table, row.id, reach).map((change) => ({ ...change, row })),
    )
    const all = [...ofRecord.map((change) => ({ ...change, row: null })), ...ofRows].toSorted((one, other) =>
      other.at.localeCompare(one.at),
    )
    const changes = page === null ? all : all.filter(({ at }) => page.before === null || at <= page.before).slice(0, page.limit)
    const told = changes.flatMap((change) => change.changes)
    const own = readOwnFields(
      db,
      told.map(({ field }) => field),
    )
    const names = readNames(db, [...actorsOf(changes), ...referencesIn(told, own)])
    const currencies = new Map(
      currenciesAfter(db, { table, id }, ofRecord).map((currency, index) => [ofRecord[index]?.operation, currency]),
    )
    const imported = changes.filter(({ procedure }) => procedure === 'imports.run').map(({ operation }) => operation)
    const notes = readImportNotes(db, new Set(imported))
    const originOf = (operation: string) => {
      const origin = notes.get(operation)
      return origin ? { origin } : {}
    }
    return changes.map(({ actorId, ...change }) => ({
      ...change,
      ...originOf(change.operation),
      actorName: actorId === null ? null : names.of('users', actorId),
      currency: currencies.get(change.operation) ?? null,
      changes: withNames(change.changes, names, own),
    }))
  },

  restoreValue: (context, wanted) => {
    restoreValue(context, wanted)
    return null
  },

  obstacles: ({ db, log }, { operation }) => {
    const found = log.obstacles(operation)
    const listed = found.slice(0, LISTED)
    const names = readNames(db, [...listed, ...actorsOf(listed)])
    const own = readOwnFields(
      db,
      listed.map(({ field }) => field),
    )
    return {
      total: found.length,
      listed: listed.map(({ actorId, ...obstacle }) => ({
        ...obstacle,
        name: names.of(obstacle.table, obstacle.rowId),
        label: own.get(obstacle.field ?? '')?.name ?? null,
        actorName: actorId === null ? null : names.of('users', actorId),
      })),
    }
  },

  undo: (context, { operation }) => {
    const { id, rows } = takeBack(context, context.log.operation(operation))
    return { operation: id, rows }
  },

  goBackPreview: ({ db, log, checkCancelled }, { until }) => {
    const { steps, done, kept } = log.goingBack(until, checkCancelled)
    const operations = summed(done, ({ procedure }) => procedure)
    const people = summed(done, ({ actorId }) => actorId)
    const names = readNames(db, actorsOf(done))
    return {
      rows: steps.length,
      operations: operations.map(([procedure, count]) => ({ procedure, count })),
      people: people.map(([id, count]) => ({ id, name: id === null ? null : names.of('users', id), count })),
      kept: [...kept],
    }
  },

  goBack: ({ log, tx, progress, checkCancelled }, { until }) => {
    const going = log.goingBack(until, checkCancelled)
    if (going.steps.length === 0) throw new AppError('conflict', 'history.nothingAfter')
    const circles = going.steps.some(({ layout }) => layout.name === 'companies') ? listCircles(tx) : []
    const { rows, tables } = log.goBack(going, (done) => {
      if (done % 200 !== 0) return
      checkCancelled()
      progress('history.step.going_back', done, going.steps.length)
    })
    if (tables.includes('companies')) requireNoNewCircle(tx, circles)
    tx.keep(COPY_PLACE, null)
    return { rows }
  },

  copiedFrom: ({ db }) => {
    const moment = findCopyMoment(db)
    return moment === null ? null : { until: moment }
  },

  keepNewer: ({ tx }) => {
    tx.keep(COPY_PLACE, null)
    return null
  },

  undoLast: (context) => {
    const last = context.log.lastOf(context.actor.userId, (procedure) => OF_OFFICE.test(procedure))
    if (last === null || isSetUp(context.log, last)) throw new AppError('conflict', 'history.nothingToUndo')
    const { id, rows } = takeBack(context, last)
    return { operation: id, procedure: last.procedure, rows }
  },

  redoLast: (context) => {
    const last = context.log.lastUndoOf(context.actor.userId)
    if (last === null) throw new AppError('conflict', 'history.nothingToRedo')
    const { id, rows } = takeBack(context, last)
    return { operation: id, procedure: originOf(context.log, last).procedure, rows }
  },
}

/** Counted together by what `key` answers, the most first. */
const summed = <Key>(
  done: readonly { readonly procedure: string; readonly actorId: string | null; readonly count: number }[],
  key: (one: { readonly procedure: string; readonly actorId: string | null }) => Key,
): [Key, number][] =>
  [...Map.groupBy(done, key)]
    .map(([of, some]): [Key, number] => [of, some.reduce((sum, { count }) => sum + count, 0)])
    .toSorted(([, one], [, other]) => other - one)

const takeBack = ({ log, tx }: MutationContext, operation: LoggedOperation): { id: string; rows: number } => {
  if (isSetUp(log, operation)) throw new AppError('conflict', 'history.notUndoable')
  if (isOfOffice(log, operation)) throw new AppError('conflict', 'history.ofOffice')
  const circles = log.rowsOf(operation.id).has('companies') ? listCircles(tx) : []
  const { rows, tables } = log.undo(operation.id)
  if (tables.includes('companies')) requireNoNewCircle(tx, circles)
  return { id: operation.id, rows }
}

/**
 * Two parents that were each fine in their time may not be so together. The refusal takes the transaction with it. Circles that stood before, because
 * machines wrote apart, are no reason.
 */
const requireNoNewCircle = (db: Db, before: ReturnType<typeof listCircles>): void => {
  const known = new Set(before.map((circle) => circle.join(' ')))
  if (listCircles(db).some((circle) => !known.has(circle.join(' ')))) throw new AppError('conflict', 'history.parentCircle')
}

/** What was done in the first place: behind an undo, or the undo of an undo, the operation it goes back to. */
const originOf = (log: ChangeLog, operation: LoggedOperation): LoggedOperation => {
  let origin = operation
  while (origin.undoes !== null) origin = log.operation(origin.undoes)
  return origin
}

/** The user, settings and stages that a workspace begins with; without them nothing works. */
const isSetUp = (log: ChangeLog, operation: LoggedOperation): boolean =>
  originOf(log, operation).procedure.startsWith('workspace.')

/** Which computers belong to the office is signed, and the row only tells of it. */
const isOfOffice = (log: ChangeLog, operation: LoggedOperation): boolean => OF_OFFICE.test(originOf(log, operation).procedure)

const OF_OFFICE = /^devices\.(?:admit|remove|settleLetter)$/u

/** Operations on many records; their first row says nothing about them. */
const BULK = /^(?:imports|samples|workspace)\./u

const subjectOf = (log: ChangeLog, operation: LoggedOperation): RowRef | null =>
  BULK.test(originOf(log, operation).procedure) ? null : operation.first

const actorsOf = (entries: readonly { readonly actorId: string | null }[]): RowRef[] =>
  entries.flatMap(({ actorId }) => (actorId === null ? [] : { table: 'users' as const, rowId: actorId }))
