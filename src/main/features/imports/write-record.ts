// Writes one record of an import with what hangs on it.
import { generateKeyBetween } from 'fractional-indexing'
import { sql } from 'kysely'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { compileSql } from '#main/db/builder.ts'
import type { NewRow, WriteTx } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'
import { automaticNumbers } from '#main/records/checked-record.ts'
import { lastPositions } from './imports.repository.ts'
import { type Columns, kinds } from './kinds.ts'
import type { Settings } from './settle-row.ts'
import type { WrittenRow } from './table-work.ts'
import type { TagRegister } from './tags.ts'
import { columnsOfMade } from './make-named.ts'
import type { World } from './world.ts'
import { plainText } from './plain-text.ts'

interface Writing {
  readonly world: World
  readonly settings: Settings
  readonly tags: TagRegister
}

type AnyRow = NewRow<'companies'>

/** The columns were put together for this table; the registry refuses any that it does not have. */
const insert = (tx: WriteTx, entity: ImportEntity, row: Columns): string =>
  tx.insert(kinds[entity].table as 'companies', row as unknown as AnyRow)

export const createRecordWriter = (
  tx: WriteTx,
  entity: ImportEntity,
  { world, settings, tags }: Writing,
): ((row: WrittenRow) => void) => {
  const positions = createPositions(tx)
  const lineNumbers = createLineNumbers(tx)
  const { fielded, recordType } = kinds[entity]

  const prepare = (columns: Columns): Columns => {
    const custom =
      fielded === null ? {} : { custom: { ...(columns['custom'] as Columns | undefined), ...automaticNumbers(tx, fielded) } }
    if (entity === 'deal') return { ...columns, ...custom, position: positions(plainText(columns['stageId'])) }
    if (entity === 'ticket')
      return { ...columns, ...custom, number: tx.nextNumber('T'), ...closing(settings, columns, world.office.now) }
    if (entity === 'orderLine') return { ...columns, lineNo: columns['lineNo'] ?? lineNumbers(String(columns['orderId'])) }
    return { ...columns, ...custom }
  }

  return ({ id, columns, around, stored }) => {
    if (entity === 'link') return writeLink(tx, columns)
    if (stored === null) insert(tx, entity, { ...prepare(columns), id })
    else if (Object.keys(columns).length > 0) tx.update(kinds[entity].table as 'companies', id, updated(columns, stored.columns))
    for (const contactId of around.people)
      tx.put('activityLinks', [id, 'contact', contactId], { activityId: id, recordType: 'contact', recordId: contactId })
    if (recordType === null) return
    const on = { recordType, recordId: id }
    const toStageId = columns['lifecycleStageId']
    if (typeof toStageId === 'string' && (recordType === 'company' || recordType === 'contact')) {
      const from = stored?.columns['lifecycleStageId']
      tx.insert('lifecycleMoves', {
        ...{ recordType, recordId: id, fromStageId: typeof from === 'string' ? from : null, toStageId },
        ...{ onDay: world.office.today, note: null, byId: world.office.actorId },
      })
    }
    for (const name of around.tags) {
      const tagId = tags.ensure(name)
      if (stored === null) tx.insert('recordTags', { id: tx.naturalId('recordTags', tagId, id), tagId, ...on })
      else tx.put('recordTags', [tagId, id], { tagId, ...on })
    }
    if (around.photo) {
      const { name, mimeType, hash, bytes } = around.photo
      tx.insert('attachments', { ...on, activityId: null, source: 'card', name, mimeType, hash, size: bytes.length })
    }
    if (recordType !== 'company' && recordType !== 'contact') return
    let last =
      stored?.points
        .map(({ position }) => position)
        .toSorted()
        .at(-1) ?? null
    for (const point of around.points) {
      last = generateKeyBetween(last, null)
      tx.insert('contactPoints', { recordType, recordId: id, ...point, note: null, position: last })
    }
    if (around.link === null) return
    const { companyId, role, isPrimary, known } = around.link
    if (known) tx.update('companyContacts', known.id, { role })
    else if (stored === null) insertLink(tx, { companyId, contactId: id, role, isPrimary })
    else tx.put('companyContacts', [companyId, id], { companyId, contactId: id, role, isPrimary })
  }

  function updated(columns: Columns, before: Readonly<Record<string, unknown>>): Columns {
    if (entity === 'ticket' && columns['statusId'] !== undefined)
      return { ...columns, ...closing(settings, { ...before, ...columns }, world.office.now) }
    if (entity !== 'deal' || columns['stageId'] === undefined) return columns
    const isOpen = columns['status'] === 'open' || (columns['status'] === undefined && before['status'] === 'open')
    return {
      ...columns,
      position: positions(plainText(columns['stageId'])),
      closedOn: isOpen ? null : (columns['closedOn'] ?? before['closedOn'] ?? world.office.today),
      lossReason:
        columns['status'] === 'lost' || before['status'] === 'lost'
          ? (columns['lossReason'] ?? before['lossReason'] ?? null)
          : null,
    }
  }
}

/** A ticket in a status that ends it is closed since then. */
const closing = ({ statuses }: Settings, columns: Columns, now: string): Columns => {
  const status = statuses.find(({ id }) => id === columns['statusId'])
  return { closedAt: status?.clock === 'stops' ? (columns['closedAt'] ?? now) : null }
}

const writeLink = (tx: WriteTx, columns: Columns): void => {
  const companyId = String(columns['companyId'])
  const contactId = String(columns['contactId'])
  tx.put('companyContacts', [companyId, contactId], {
    ...{ companyId, contactId, role: typeof columns['role'] === 'string' ? columns['role'] : null },
    isPrimary: columns['isPrimary'] === true,
  })
}

/** Of a person who is new, so that no such tie can be there. */
const insertLink = (tx: WriteTx, link: Omit<NewRow<'companyContacts'>, 'id'>): void => {
  tx.insert('companyContacts', { ...link, id: tx.naturalId('companyContacts', link.companyId, link.contactId) })
}

/** Writes what rows named and no row turned out to be. */
export const writeMadeAlong = (tx: WriteTx, world: World): void => {
  for (const { entity, record, company } of world.madeAlong.all()) {
    const { fielded } = kinds[entity]
    const id = world.setOf(entity).idOf(record)
    const custom = fielded === null ? {} : { custom: automaticNumbers(tx, fielded) }
    insert(tx, entity, { ...columnsOfMade(world, entity, record), id, ...custom })
    if (entity === 'contact' && company !== null) {
      const companyId = world.setOf('company').idOf(company)
      insertLink(tx, { companyId, contactId: id, role: null, isPrimary: true })
    }
  }
}

/** Deals come in at the end of their stages, in the order of the file. */
const createPositions = (tx: WriteTx): ((stageId: string) => string) => {
  let last: Map<string, string> | null = null
  return (stageId) => {
    last ??= new Map(lastPositions(tx))
    const next = generateKeyBetween(last.get(stageId) ?? null, null)
    last.set(stageId, next)
    return next
  }
}

const createLineNumbers = (tx: WriteTx): ((orderId: string) => number) => {
  let last: Map<string, number> | null = null
  return (orderId) => {
    last ??= new Map(
      tx
        .all(
          compileSql(
            sql<{
              orderId: string
              lineNo: number
            }>`select orderId, max(lineNo) as lineNo from orderLines where ${isActive('orderLines')} group by orderId`,
          ),
        )
        .map((row) => [row.orderId, row.lineNo]),
    )
    const next = (last.get(orderId) ?? 0) + 1
    last.set(orderId, next)
    return next
  }
}
