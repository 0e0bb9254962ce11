// The change log as a user sees it: operations, the fields they changed, and what stands in the way of undoing them.
import { z } from 'zod'
import { id, moment } from '#shared/base/fields.ts'

/** `<origin in hex>-<number of its first change set>`: unique on every machine of the office. */
export const operationId = z.string().regex(/^[0-9a-f]{32}-[1-9][0-9]*$/u)

export const fieldChange = z.object({
  table: z.string(),
  rowId: z.string(),
  field: z.string(),
  /** What an office's own field is called; `null` for those of Kith. */
  label: z.string().nullable(),
  /** What the amounts of an office's own field are in. */
  currency: z.string().nullable(),
  /** Values as the catalogue of the field prints them; `null` is empty. */
  from: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  to: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  /** The old value as it is stored, with ids where `from` says names: what an update takes to bring it back. */
  before: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable(),
  /** It crossed with another machine's change and lost against it: it was never the value after it, or is not any more. */
  isLost: z.literal(true).optional(),
})

export const operation = z.object({
  id: operationId,
  at: moment,
  /** `null`: nobody of the office, a job. */
  actorId: id.nullable(),
  actorName: z.string().nullable(),
  deviceName: z.string().nullable(),
  /** The procedure that was called: `deals.move`. */
  procedure: z.string(),
  /** How many rows it wrote. */
  rows: z.int(),
  /** The operation that this one took back, if it did. */
  undoes: operationId.nullable(),
  /** The operation that took this one back, if one did and still stands. */
  undoneBy: operationId.nullable(),
  /** The name of the one record it is about, where it is about one. */
  subject: z.string().nullable(),
})
export type Operation = z.infer<typeof operation>

/** A later change that an undo would overwrite. */
export const obstacle = z.object({
  table: z.string(),
  rowId: id,
  name: z.string().nullable(),
  /** `null`: the record itself was changed after it was created. */
  field: z.string().nullable(),
  /** What the field is called, if it is one of the office's own. */
  label: z.string().nullable(),
  at: moment.nullable(),
  actorName: z.string().nullable(),
})

/** What a record's history can write an old value back to: the record, or a row that belongs to it. */
export const restorableTable = z.enum([
  ...(['companies', 'contacts', 'deals', 'tickets', 'orders', 'products'] as const),
  ...(['contactPoints', 'companyContacts', 'relations', 'orderLines'] as const),
])
export type RestorableTable = z.infer<typeof restorableTable>

/** A row that belongs to the record without being it: a further phone, a link, a line of an order. */
export const rowAround = z.object({
  table: z.enum(['contactPoints', 'companyContacts', 'relations', 'orderLines']),
  id,
  /** The number or address itself; of a link or a relation the other side's name, of a line what was sold. */
  name: z.string().nullable(),
  /** Of a further point: `phone`, `address`; of a relation how the two stand to each other. */
  kind: z.string().nullable(),
})

/** One change set's effect on one record. */
export const recordChange = z.object({
  operation: operationId,
  at: moment,
  actorName: z.string().nullable(),
  deviceName: z.string().nullable(),
  procedure: z.string(),
  kind: z.enum(['created', 'changed']),
  /** Of an import: the file, and the source that the user named for it. */
  origin: z.object({ fileName: z.string(), source: z.string().nullable() }).optional(),
  /** Where the change is not to the record itself. */
  row: rowAround.nullable(),
  /** What the record's amounts were in after this change; `null` where it has none. */
  currency: z.string().nullable(),
  changes: z.array(fieldChange.omit({ table: true, rowId: true })),
})
export type RecordChange = z.infer<typeof recordChange>
