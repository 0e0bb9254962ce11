// Puts everything back into an empty workspace, as one operation. Ids stay, but those that each workspace computes for itself; what a new
// workspace holds by default gives way; whoever restores takes the place of the person they are.
import { AppError } from '#shared/base/app-error.ts'
import type { CustomValue } from '#shared/custom-fields/custom-values.ts'
import { ORDER_SERIES } from '#shared/orders/order-rules.ts'
import type { NewRow, WriteTx } from '#main/db/database.ts'
import { errorCode } from '#main/attachments/disk.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { Unwritable } from '#main/db/write/change-set-builder.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import type { FolderTable, ReadFolder } from './read-folder.ts'
import type { ReadRow } from './read-cells.ts'
import { findFilledTable, listActiveIds } from './tables.repository.ts'

type Values = ReadRow['values']

/** Rows whose ids every machine of an office computes alike from what they tie together, and from the workspace. */
const naturalKeys: Partial<Readonly<Record<TableName, (values: Values) => readonly (Values[string] | undefined)[]>>> = {
  settings: ({ key }) => [key],
  companyContacts: ({ companyId, contactId }) => [companyId, contactId],
  recordTags: ({ tagId, recordId }) => [tagId, recordId],
  favourites: ({ userId, recordId }) => [userId, recordId],
  activityLinks: ({ activityId, recordType, recordId }) => [activityId, recordType, recordId],
  layouts: ({ entity, recordTypeId }) => [entity, recordTypeId],
  calendarDays: ({ day }) => [day],
  notDuplicates: ({ recordType, aId, bId }) => [recordType, aId, bId],
}

/** What a new workspace makes by itself, and an export brings along. */
const USUAL = ['pipelines', 'stages', 'ticketStatuses', 'lifecycleStages'] as const

export const requireEmpty = (db: WriteTx | MutationContext['db']): void => {
  const table = findFilledTable(db)
  if (table !== undefined) throw new AppError('conflict', 'exports.restore.notEmpty')
}

export const restoreRows = (context: MutationContext, { tables }: ReadFolder, asUserId: string | null): number => {
  const { tx, actor, progress } = context
  requireEmpty(tx)
  const usual = USUAL.map((table) => ({ table, ids: listActiveIds(tx, table) }))
  const total = tables.reduce((sum, { rows }) => sum + rows, 0)
  const become = replacing(asUserId, actor.userId)
  const series = seriesCounter()
  let done = 0
  for (const table of tables) {
    const put = rowPutter(tx, table.table)
    for (const row of table.readRows()) {
      if (done % 500 === 0) {
        context.checkCancelled()
        progress('exports.step.restoring', done, total)
      }
      done += 1
      series.count(table.table, row)
      if (table.table === 'users' && (row.id === asUserId || row.id === actor.userId)) continue
      insertRow(table, row, () => put(replaced(row, become)))
    }
  }
  for (const { table, ids } of usual) {
    if ((tables.find((one) => one.table === table)?.rows ?? 0) > 0) for (const id of ids) tx.archive(table, id, 'merged')
  }
  series.advance(tx)
  return done
}

/** What the database or the log refuses is told with its place: somebody changed the file. */
const insertRow = ({ file }: FolderTable, { row }: ReadRow, insert: () => void): void => {
  try {
    insert()
  } catch (error) {
    if (!(error instanceof Unwritable) && !errorCode(error).startsWith('SQLITE_CONSTRAINT')) throw error
    throw new AppError('invalid_input', 'exports.restore.badRow', { file, row }, { cause: error })
  }
}

const rowPutter = (tx: WriteTx, table: TableName): ((row: ReadRow) => void) => {
  const keyOf = naturalKeys[table]
  const taken = new Set<string>()
  return ({ id, values, custom }) => {
    const key = keyOf?.(values).map((part) => String(part ?? ''))
    const natural = key && tx.naturalId(table, ...key)
    // Nobody but whoever restores has a key to this workspace.
    const row = table === 'users' ? { ...values, canSignIn: false } : values
    // The columns were read by the registry's own types, and the stamps among them are what makes this a restore.
    const whole = { ...row, custom: Object.keys(custom).length === 0 ? undefined : custom } as unknown as NewRow<TableName>
    if (table === 'settings' && key) tx.put(table, key, whole as NewRow<'settings'>)
    else tx.insert(table, { ...whole, id: natural === undefined || taken.has(natural) ? id : natural })
    if (natural !== undefined) taken.add(natural)
  }
}

type Become = (text: string) => string

/** The one person's id becomes the other's wherever it stands: in owners, own fields, saved filters. */
const replacing = (from: string | null, to: string | null): Become =>
  from === null || to === null ? (text) => text : (text) => (text.includes(from) ? text.replaceAll(from, to) : text)

const replaced = (row: ReadRow, become: Become): ReadRow => ({
  ...row,
  values: Object.fromEntries(
    Object.entries(row.values).map(([name, value]) => [name, typeof value === 'string' ? become(value) : value]),
  ),
  custom: Object.fromEntries(Object.entries(row.custom).map(([key, value]) => [key, replacedOwn(value, become)])),
})

const replacedOwn = (value: CustomValue, become: Become): CustomValue =>
  typeof value === 'string' ? become(value) : Array.isArray(value) ? value.map(become) : value

/** Numbers that were given are not given again. */
const seriesCounter = () => {
  const last = new Map<string, number>()
  const saw = (series: string, text: unknown): void => {
    const number = Number(/\d{1,12}$/u.exec(typeof text === 'string' ? text : '')?.[0] ?? 0)
    if (number > (last.get(series) ?? 0)) last.set(series, number)
  }
  return {
    count: (table: TableName, { values, custom }: ReadRow): void => {
      if (table === 'tickets') saw('T', values['number'])
      if (table === 'orders' && String(values['number']).startsWith(`${ORDER_SERIES}-`)) saw(ORDER_SERIES, values['number'])
      for (const [key, value] of Object.entries(custom)) if (key.startsWith('a')) saw(key, value)
    },
    advance: (tx: WriteTx): void => {
      for (const [series, number] of last) while (tx.nextInSeries(series).number < number);
    },
  }
}
