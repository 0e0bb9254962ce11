// What can be asked about what happened, and taking it back.
import { z } from 'zod'
import { id, moment } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { obstacle, operation, operationId, recordChange, restorableTable } from './history.ts'

const view = { needs: 'history.view' } as const
const undo = { needs: 'history.undo' } as const

export const historyContract = {
  /** The newest operations first. */
  operations: query(
    z.object({ before: z.int().nullable().default(null), limit: z.int().min(1).max(200).default(50) }),
    z.object({ operations: z.array(operation), next: z.int().nullable() }),
    view,
  ),
  /** All that was changed on one record and on what belongs to it, newest first. */
  ofRecord: query(
    z.object({
      table: z.enum(['companies', 'contacts', 'deals', 'tickets', 'orders', 'products', 'activities']),
      id,
      /** Only the newest of those at or before a moment; null: all. */
      page: z
        .object({ before: moment.nullable(), limit: z.int().min(1).max(1000) })
        .nullable()
        .default(null),
    }),
    z.array(recordChange),
    view,
  ),
  /** Writes one field's value from before an operation back, as an ordinary change. `archivedAt` puts a removed point or link back. */
  restoreValue: mutation(
    z.object({ table: restorableTable, id, operation: operationId, field: z.string().min(1).max(60) }),
    z.null(),
    undo,
  ),
  /** What stands in the way of taking an operation back; empty: nothing. `total` counts them all, at most 200 are listed. */
  obstacles: query(z.object({ operation: operationId }), z.object({ total: z.int(), listed: z.array(obstacle) }), view),
  /** Takes an operation back, whole; refused (`conflict`) if a later change stands on it. Undoing an undo is a redo. */
  undo: mutation(z.object({ operation: operationId }), z.object({ operation: operationId, rows: z.int() }), undo),
  /** What `goBack` to a moment would take back, and what it cannot; `rows` counts the records that would be different. */
  goBackPreview: query(
    z.object({ until: moment }),
    z.object({
      rows: z.int(),
      /** What was done, the most often first. */
      operations: z.array(z.object({ procedure: z.string(), count: z.int() })),
      /** Who did it, the busiest first. */
      people: z.array(z.object({ id: z.string().nullable(), name: z.string().nullable(), count: z.int() })),
      kept: z.array(z.object({ reason: z.enum(['set_up', 'office', 'newer', 'erased', 'worked_on']), count: z.int() })),
    }),
    { ...undo, slow: true },
  ),
  /**
   * The office as it stood at a moment: everything that anybody did after it is taken back at once, on all machines. It is an operation like any other,
   * and can itself be taken back.
   */
  goBack: mutation(z.object({ until: moment }), z.object({ rows: z.int() }), { ...undo, bulk: true }),
  /** The workspace here was copied or brought back from a backup: the moment from which it was. Null: it was not, or that is settled. */
  copiedFrom: query(z.object({}), z.object({ until: moment }).nullable(), view),
  /** It stays with the office: what is newer elsewhere counts. `goBack` settles it, too. */
  keepNewer: mutation(z.object({}), z.null(), undo),
  /** Ctrl+Z: the caller's own newest operation on this device that still stands. */
  undoLast: mutation(z.object({}), z.object({ operation: operationId, procedure: z.string(), rows: z.int() }), undo),
  /** Ctrl+Shift+Z: takes back the caller's newest undo, unless something was done since. */
  redoLast: mutation(z.object({}), z.object({ operation: operationId, procedure: z.string(), rows: z.int() }), undo),
}
