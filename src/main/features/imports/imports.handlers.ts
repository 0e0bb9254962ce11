// What each imports procedure does. Files are read before the transaction; what is there already is looked up inside it.
import { dayInZone } from '#shared/base/day.ts'
import type { ImportInspection, ImportPreview } from '#shared/imports/import.ts'
import { type CallContext, type Handlers, type MutationContext, prepared } from '#main/rpc/handlers.ts'
import { openImportTable } from './import-table.ts'
import { inspectTable } from './inspect-table.ts'
import { ownTextOf } from './own-fields.ts'
import { previewOf } from './preview.ts'
import { type ReadRows, readRows } from './read-rows.ts'
import { writeRefused } from './refused-file.ts'
import { resolveRows } from './resolve-rows.ts'
import { writeRows } from './write-rows.ts'

/** How many rows are written between two questions whether the user gave up. */
const STRIDE = 500

/** Ids for a preview, where nothing is kept. */
const passingIds = (): (() => string) => {
  let next = 0
  return () => `new-${(next += 1)}`
}

export const importsHandlers: Handlers['imports'] = {
  inspect: prepared(
    (context, { file, entity, dialect }) => inspectTable(context, openImportTable(file, dialect), entity),
    (_context: CallContext, _input, inspection: ImportInspection) => inspection,
  ),

  preview: prepared(readRows, ({ db }: CallContext, { plan }, read: ReadRows): ImportPreview => {
    return previewOf(resolveRows(db, read, passingIds()), plan, ownTextOf(db, plan.entity))
  }),

  run: prepared(
    readRows,
    ({ tx, newId, actor, now, run, progress, checkCancelled }: MutationContext, { plan }, read: ReadRows) => {
      const resolution = resolveRows(tx, read, newId)
      const total = resolution.accepted.length
      writeRows(tx, resolution, {
        entity: plan.entity,
        currency: read.currency,
        today: dayInZone(now(), run('settings.get', {}).timeZone),
        byId: actor.userId,
        onRow: (done) => {
          if (done % STRIDE !== 0) return
          progress('imports.step.writing', done, total)
          checkCancelled()
        },
      })
      return {
        created: total,
        refused: read.rows.length - total,
        newCompanies: resolution.companies.length,
        newContacts: resolution.contacts.length,
        newPeople: resolution.people.length,
        newStages: resolution.stages.length,
      }
    },
  ),

  saveRefused: prepared(
    async (context, { file, plan, target }) => {
      const read = await readRows(context, { file, plan })
      resolveRows(context.db, read, passingIds())
      const { language } = context.run('settings.get', {})
      return writeRefused(context, target, { ...read, language })
    },
    (_context: CallContext, _input, rows: number) => ({ rows }),
  ),
}
