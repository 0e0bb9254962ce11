// What a screen shows must be asked again when any table behind it changes: `reads` names those tables, and a commit names what it wrote.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '#shared/contract.ts'
import type { WriteTx } from '#main/db/database.ts'
import { listEntity } from '#shared/lists/list-entity.ts'
import { listFields } from '#shared/lists/list-fields.ts'
import { registry, type TableName } from '#main/db/registry/tables.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

const LICENSE = fileURLToPath(new URL('../../LICENSE', import.meta.url))

const MAPPING = '0190c1a0-0000-7000-8000-000000000001'
const IMPORT = '01900000-0000-7000-8000-0000000000f2'
const PLAN = JSON.stringify({ tables: [{ entity: 'company', columns: [{ field: 'name' }] }] })

let app: TestApp
let inputs: Readonly<Record<string, readonly unknown[]>>

const page = { after: null, limit: 50 }

/** A row in each of the tables that stand around a record, tied to it. */
const fillAround = (companyId: string, contactId: string, activityId: string): void => {
  const onCompany = { recordType: 'company', recordId: companyId } as const
  const { owner, writer } = app
  writer.write({ actor: owner.userId, procedure: 'test.fill' }, (tx) => {
    const friend = tx.insert('contacts', { name: 'Noah Wolf' })
    tx.insert('contactPoints', { ...onCompany, kind: 'phone', value: '+49 30 555', position: 'a0' })
    tx.insert('relations', { fromId: contactId, toId: friend, kind: 'spouse' })
    const stage = tx.insert('lifecycleStages', { name: 'Watched', position: 'z0' })
    tx.insert('lifecycleMoves', { ...onCompany, toStageId: stage, onDay: '2026-03-01' })
    const tag = tx.insert('tags', { name: 'Trade fair', colour: 'blue' })
    tx.insert('recordTags', { ...onCompany, tagId: tag })
    const userId = owner.userId ?? ''
    tx.put('favourites', [userId, companyId], { ...onCompany, userId, position: 'a0' })
    const field = tx.insert('customFields', {
      ...{
        entity: 'company',
        name: 'Grade',
        type: 'choice',
        key: 'c0123456789ab',
        config: '{}',
        position: 'a0',
        isRequired: false,
      },
    } as const)
    const choice = tx.insert('fieldChoices', { fieldId: field, name: 'Gold', position: 'a0' })
    tx.update('companies', companyId, { custom: { c0123456789ab: choice } })
    const recordType = tx.insert('recordTypes', { entity: 'company', name: 'Dealer', position: 'a0' })
    tx.put('layouts', ['company', recordType], { entity: 'company', recordTypeId: recordType, config: '{}' })
    tx.insert('fieldRules', { entity: 'company', name: 'Rule', config: '{}', position: 'a0' })
    tx.insert('views', {
      entity: 'companies',
      name: 'Mine',
      ownerId: owner.userId,
      isShared: false,
      config: '{}',
      position: 'a0',
    })
    tx.insert('attachments', {
      ...{ ...onCompany, name: 'Offer.pdf', hash: '0'.repeat(64), size: 10, mimeType: 'application/pdf' },
    })
    tx.put('activityLinks', [activityId, contactId], { activityId, recordType: 'contact', recordId: contactId })
    tx.insert('activityTemplates', { name: 'First visit', steps: '[]' })
    tx.put('calendarDays', ['2026-10-01'], { day: '2026-10-01', kind: 'off', name: 'National Day' })
    fillTrade(tx, companyId, contactId)
  })
}

/** What is sold to the company, and what was brought in. */
const fillTrade = (tx: WriteTx, companyId: string, contactId: string): void => {
  const productId = tx.insert('products', {
    name: 'Lamp',
    code: 'L-1',
    currency: 'EUR',
    unitPriceE4: 195_000,
    isDiscontinued: false,
  })
  const orderId = tx.insert('orders', {
    number: 'O-1',
    companyId,
    contactId,
    status: 'open',
    orderedOn: '2026-03-01',
    currency: 'EUR',
  })
  tx.insert('orderLines', { orderId, lineNo: 1, productId, quantityMilli: 2000, unitPriceE4: 195_000, discountBp: 0 })
  const sourceId = tx.insert('importSources', { name: 'Shop', rank: 10 })
  const mappingId = tx.insert('importMappings', { id: MAPPING, name: 'Shop', shape: 'name', config: PLAN, sourceId })
  tx.insert('imports', { id: IMPORT, fileName: 'shop.csv', sourceId, mappingId, counts: '[]' })
  const [aId = '', bId = ''] = [companyId, tx.insert('companies', { name: 'Acme Lamps' })].toSorted()
  tx.put('notDuplicates', ['company', aId, bId], { recordType: 'company', aId, bId })
}

/** Each list with all its columns, and in the orders and groups that look at other tables. */
const listInputs = (companyId: string) => {
  const entities = listEntity.options.map((entity) => ({ entity }))
  const own = 'c0123456789ab'
  const mine = { items: [{ field: 'ownerId', operator: 'anyOf', value: ['me'] }] }
  const companies = { entity: 'companies', filter: mine, sort: { field: own, direction: 'desc' } }
  return {
    'lists.fields': entities,
    'lists.page': [
      ...entities.map(({ entity }) => ({ entity, columns: listFields[entity].map(({ id }) => id) })),
      { ...companies, columns: ['name', own] },
      { entity: 'companies', columns: ['name'], text: 'Acme', sort: { field: 'ownerId' } },
      { entity: 'deals', columns: ['title'], sort: { field: 'companyId' } },
      { entity: 'orders', columns: ['number'], sort: { field: 'totalMinor' } },
    ],
    'lists.count': [...entities, companies],
    'lists.outline': [...entities, companies],
    'lists.groups': [
      { entity: 'companies', group: own, columns: ['employees'] },
      { entity: 'deals', group: 'companyId', columns: ['amountMinor'] },
    ],
    'lists.totals': [{ entity: 'deals', columns: ['amountMinor'] }],
    'lists.neighbours': [{ ...companies, id: companyId }],
    'lists.explain': [{ entity: 'companies', filter: mine }],
    'lists.ids': [companies, { entity: 'deals', group: 'companyId' }],
    'lists.rows': entities.map(({ entity }) => ({ entity, columns: listFields[entity].map(({ id }) => id), ids: [companyId] })),
    'views.list': entities,
  }
}

/** One record of each kind, each tied to the others. */
const fill = async (): Promise<typeof inputs> => {
  const parent = await app.ask('companies.create', { name: 'Holding' })
  const company = await app.ask('companies.create', {
    ...{ name: 'Acme', city: 'Bonn', parentId: parent.id, ownerId: app.owner.userId },
  })
  const contact = await app.ask('contacts.create', { name: 'Mia Wolf', companyId: company.id, ownerId: app.owner.userId })
  const tied = { companyId: company.id, contactId: contact.id }
  const deal = await app.ask('deals.create', { ...tied, title: 'Fleet', amountMinor: 5_000_00, ownerId: app.owner.userId })
  const product = await app.ask('products.create', { name: 'Lamp', code: 'L-1', unitPriceE4: 125_000 })
  const order = await app.ask('orders.create', { ...tied, ownerId: app.owner.userId, lines: [{ productId: product.id }] })
  const ticket = await app.ask('tickets.create', { ...tied, subject: 'Broken lamp', assigneeId: app.owner.userId })
  await app.ask('tickets.reply', { id: ticket.id, kind: 'reply', text: 'We come on Monday', statusId: null })
  for (const [recordType, recordId] of [
    ['company', company.id],
    ['contact', contact.id],
    ['deal', deal.id],
    ['ticket', ticket.id],
    ['order', order.id],
    ['product', product.id],
  ] as const) {
    await app.ask('activities.log', { kind: 'task', recordType, recordId, title: 'Call back', dueOn: '2026-03-05' })
  }
  const call = await app.ask('activities.log', { kind: 'call', recordType: 'company', recordId: company.id, text: 'Asked' })
  fillAround(company.id, contact.id, call.id)
  const onCall = { recordType: 'company', recordId: company.id, activityId: call.id } as const
  const [file] = (await app.ask('attachments.add', { ...onCall, files: [LICENSE] })).files
  const fileId = file?.outcome === 'added' ? file.attachment.id : ''
  const template = await app.ask('activityTemplates.create', {
    ...{ name: 'After a call', steps: [{ kind: 'task', title: 'Write', after: { count: 1, unit: 'working_days' } }] },
  })
  const created = (await app.ask('history.operations', { limit: 50 })).operations.find(
    ({ procedure }) => procedure === 'companies.create',
  )
  await app.ask('companies.update', { id: company.id, phone: '030 123456' })
  const joined = await app.ask('companies.create', { name: 'Acme Ltd' })
  await app.ask('merges.run', { recordType: 'company', winnerId: company.id, loserIds: [joined.id] })
  const [aId = '', bId = ''] = [company.id, parent.id].toSorted()
  const likely = { records: 2, compared: 1, crowded: 0, pairs: [{ aId, bId, bits: 3, fields: [] }] }
  await app.ask('duplicates.keep', { recordType: 'company', result: likely })
  const watching = { mappingId: MAPPING, everyMinutes: 5, onDoubt: 'wait', isOn: false } as const
  await app.ask('devices.admit', { id: 'a'.repeat(64), name: 'Front desk' })
  app.writer.vouch(new Map([[app.writer.outgoing.ownOrigin(), JSON.stringify({ deviceId: 'a'.repeat(64) })]]))
  const watched = await app.ask('watchedFolders.save', { id: null, folder: dirname(LICENSE), ...watching })
  const waits = {
    name: 'shop.csv',
    fate: 'waiting',
    counts: null,
    operation: null,
    reason: null,
    bytes: 1,
    changedMs: 1,
  } as const
  await app.ask('watchedFolders.note', { folderId: watched.id, entry: waits })
  const records = [
    ['company', company.id],
    ['contact', contact.id],
  ] as const
  return {
    'settings.get': [{}],
    'users.list': [{}],
    'users.me': [{}],
    'companies.list': [page, { ...page, text: 'Acme' }, { ...page, sort: 'city', ownerId: app.owner.userId }],
    'companies.outline': [{}, { text: 'Acme' }],
    'companies.get': [{ id: company.id }],
    'companies.dependents': [{ id: company.id }],
    'companies.contacts': [{ id: company.id }],
    'companies.pick': [{ text: '' }, { text: 'Acme' }],
    'contacts.list': [page, { ...page, text: 'Mia' }],
    'contacts.outline': [{}, { text: 'Mia' }],
    'contacts.get': [{ id: contact.id }],
    'contacts.pick': [{ text: '' }, { text: 'Mia' }, { text: '', companyId: company.id }],
    'activities.get': [{ id: call.id }],
    'activities.entry': [{ id: call.id }],
    'activities.tasks': [{}, { ownerId: app.owner.userId, until: '2026-03-06' }],
    'activities.taskCounts': [{}, { ownerId: app.owner.userId }],
    'activities.calendar': [{ from: '2026-03-01', to: '2026-03-31' }],
    'timeline.of': [...records, ['deal', deal.id], ['ticket', ticket.id], ['order', order.id]].map(([recordType, recordId]) => ({
      recordType,
      recordId,
    })),
    'timeline.counts': records.map(([recordType, recordId]) => ({ recordType, recordId })),
    'activityTemplates.list': [{}],
    'activityTemplates.preview': [{ id: template.id, startsOn: '2026-03-02' }],
    'reminders.due': [{ from: '2026-03-01T00:00:00.000Z', to: '2026-03-31T00:00:00.000Z' }],
    'reminders.missed': [{}],
    'workingTime.get': [{}],
    'workingTime.days': [{ from: '2026-03-01', to: '2026-03-31' }],
    'workingTime.spans': [{ from: '2026-03-01', to: '2026-03-31' }],
    'workingTime.proposeHolidays': [{ year: 2026 }],
    'workingTime.later': [{ day: '2026-03-02', workingDays: 3 }],
    'attachments.list': records.map(([recordType, recordId]) => ({ recordType, recordId })),
    'attachments.photo': records.map(([recordType, recordId]) => ({ recordType, recordId })),
    'attachments.contents': records.map(([recordType, recordId]) => ({ recordType, recordId })),
    'attachments.lacking': [{ after: 0 }],
    'attachments.keeping': [{}],
    'attachments.count': records.map(([recordType, recordId]) => ({ recordType, recordId })),
    'attachments.ofActivity': [{ activityId: call.id }],
    'attachments.get': [{ id: fileId }],
    'attachments.read': [{ id: fileId, offset: 0, length: 10 }],
    'deals.pipelines': [{}],
    'deals.board': [{}, { cards: 0 }, { ownerId: app.owner.userId }],
    'deals.column': [{ stageId: deal.stageId, after: null, limit: 10 }],
    'deals.ofRecord': records.map(([recordType, recordId]) => ({ recordType, recordId })),
    'deals.get': [{ id: deal.id }],
    'drafts.of': [{ key: 'companies.create' }],
    'tickets.statuses': [{}],
    'tickets.list': [page, { ...page, queue: 'all' }, { ...page, queue: 'mine', text: 'lamp' }],
    'tickets.outline': [{}, { queue: 'closed' }],
    'tickets.ofRecord': records.map(([recordType, recordId]) => ({ recordType, recordId })),
    'tickets.get': [{ id: ticket.id }],
    'products.get': [{ id: product.id }],
    'products.pick': [{ text: '' }, { text: 'Lamp' }],
    'products.sales': [{ ...page, id: product.id }],
    'orders.get': [{ id: order.id }],
    'orders.ofRecord': records.map(([recordType, recordId]) => ({ ...page, recordType, recordId })),
    'orders.sums': records.map(([recordType, recordId]) => ({ recordType, recordId })),
    'search.find': [{ text: 'O-A-1' }, { text: 'Acme' }, { text: 'Mia' }, { text: 'Fleet' }, { text: 'lamp' }, { text: 'Call' }],
    'history.operations': [{}],
    'imports.editedSince': [{ id: IMPORT }],
    'imports.lineage': [{ recordType: 'company', id: company.id }],
    'imports.mapping': [{ id: MAPPING }],
    'imports.mappings': [{}],
    'imports.past': [{}],
    'imports.pastOne': [{ id: IMPORT }],
    'imports.sources': [{}],
    'home.news': [{}],
    'home.named': [{ names: ['Mia', 'Acme'] }],
    'history.ofRecord': [
      { table: 'companies', id: company.id },
      { table: 'deals', id: deal.id },
      { table: 'orders', id: order.id },
    ],
    'history.obstacles': [{ operation: created?.id }],
    'history.copiedFrom': [{}],
    'history.goBackPreview': [{ until: '2020-01-01T00:00:00.000Z' }],
    'reports.pipeline': [{}, { ownerId: app.owner.userId }],
    'samples.status': [{}],
    ...listInputs(company.id),
    'customFields.list': [{ entity: 'company' }, { entity: 'deal' }],
    'customFields.removed': [{ entity: 'company' }],
    'customFields.pick': [
      { target: 'company', text: '' },
      { target: 'deal', text: 'Fleet' },
    ],
    'customFields.names': [{ target: 'company', ids: [company.id] }],
    'lifecycleStages.list': [{}],
    'duplicates.check': [
      { recordType: 'company', name: 'Acme' },
      { recordType: 'contact', name: 'Mia Wolf' },
    ],
    'duplicates.ofRecord': [{ recordType: 'company', recordId: company.id }],
    'duplicates.scan': [{ recordType: 'company' }, { recordType: 'contact' }],
    'duplicates.groups': [{ recordType: 'company' }],
    'watchedFolders.list': [{}],
    'watchedFolders.log': [{ id: watched.id, limit: 10 }],
    'watchedFolders.waiting': [{ id: watched.id }],
    'watchedFolders.fileOf': [{ id: watched.id, name: 'shop.csv' }],
    'watchedFolders.due': [{}],
    'watchedFolders.placeForRest': [{ id: watched.id, name: 'shop.csv', table: 1 }],
    'pool.settings': [{}],
    'pool.holding': [{}],
    'pool.forecast': [{ idleDays: 1 }],
    'tags.list': [{}],
    'tags.pick': [{}],
    'tags.archived': [{}],
    'tags.of': records.map(([recordType, recordId]) => ({ recordType, recordId })),
    'favourites.list': [{}],
    'recents.list': [{}],
    'conflicts.count': [{}],
    'conflicts.list': [{}],
    'conflicts.sameNumbers': [{}],
    'conflicts.circles': [{}],
    'conflicts.get': [{ table: 'companies', rowId: company.id, field: 'phone' }],
    'conflicts.ofRecord': records.map(([recordType, recordId]) => ({ recordType, recordId })),
    'merges.preview': [{ recordType: 'company', ids: [company.id, parent.id] }],
    'devices.list': [{}],
    'devices.everKnown': [{}],
    'devices.lastUsers': [{}],
    'merges.winnerOf': [{ recordType: 'company', id: joined.id }],
    'merges.mergedInto': [{ recordType: 'company', id: company.id }],
    'customers.propose': [{ text: 'Mia Stone +49 30 1234567' }],
  }
}

/** A change of what a person sees of a row. */
const visible: { readonly [T in TableName]: (tx: WriteTx, id: string) => void } = {
  users: (tx, id) => tx.update('users', id, { name: 'Other' }),
  settings: (tx, id) => tx.update('settings', id, { value: '"Other"' }),
  devices: (tx, id) => tx.update('devices', id, { name: 'Other' }),
  companies: (tx, id) => tx.update('companies', id, { name: `Other ${id}`, city: 'Other' }),
  contacts: (tx, id) => tx.update('contacts', id, { name: `Other ${id}` }),
  companyContacts: (tx, id) => tx.update('companyContacts', id, { role: 'Other' }),
  activities: (tx, id) => tx.update('activities', id, { title: `Other ${id}` }),
  pipelines: (tx, id) => tx.update('pipelines', id, { name: 'Other' }),
  stages: (tx, id) => tx.update('stages', id, { name: 'Other', probability: 33 }),
  deals: (tx, id) => tx.update('deals', id, { title: `Other ${id}`, amountMinor: 7 }),
  ticketStatuses: (tx, id) => tx.update('ticketStatuses', id, { name: 'Other', clock: 'stops' }),
  tickets: (tx, id) => tx.update('tickets', id, { subject: `Other ${id}` }),
  ticketMessages: (tx, id) => tx.archive('ticketMessages', id),
  contactPoints: (tx, id) => tx.update('contactPoints', id, { value: '+49 30 999' }),
  relations: (tx, id) => tx.update('relations', id, { kind: 'friend' }),
  lifecycleStages: (tx, id) => tx.update('lifecycleStages', id, { name: 'Other' }),
  lifecycleMoves: (tx, id) => tx.archive('lifecycleMoves', id),
  tags: (tx, id) => tx.update('tags', id, { name: 'Other', colour: 'red' }),
  recordTags: (tx, id) => tx.archive('recordTags', id),
  favourites: (tx, id) => tx.update('favourites', id, { position: 'z9' }),
  customFields: (tx, id) => tx.update('customFields', id, { name: 'Other' }),
  fieldChoices: (tx, id) => tx.update('fieldChoices', id, { name: 'Other' }),
  recordTypes: (tx, id) => tx.update('recordTypes', id, { name: 'Other' }),
  layouts: (tx, id) => tx.update('layouts', id, { config: '{"sections":[]}' }),
  fieldRules: (tx, id) => tx.update('fieldRules', id, { name: 'Other' }),
  views: (tx, id) => tx.update('views', id, { name: 'Other' }),
  attachments: (tx, id) => tx.update('attachments', id, { name: 'Other.pdf' }),
  activityLinks: (tx, id) => tx.archive('activityLinks', id),
  activityTemplates: (tx, id) => tx.update('activityTemplates', id, { name: 'Other' }),
  products: (tx, id) => tx.update('products', id, { name: `Other ${id}`, unitPriceE4: 7 }),
  orders: (tx, id) => tx.update('orders', id, { number: `Other ${id}`, status: 'done' }),
  orderLines: (tx, id) => tx.update('orderLines', id, { quantityMilli: 7000 }),
  calendarDays: (tx, id) => tx.update('calendarDays', id, { name: 'Other' }),
  importSources: (tx, id) => tx.update('importSources', id, { name: 'Other' }),
  importMappings: (tx, id) => tx.update('importMappings', id, { name: 'Other' }),
  imports: (tx, id) => tx.archive('imports', id),
  notDuplicates: (tx, id) => tx.archive('notDuplicates', id),
}

const tables = Object.keys(registry) as TableName[]

/** Changes every row of a table, looks (told what the commit says it wrote), and takes it back. */
const whileChanged = async (
  table: TableName,
  change: (tx: WriteTx, id: string) => void,
  look: (written: readonly string[]) => Promise<void>,
): Promise<void> => {
  const ids = app.writer.raw.prepare<[], { id: string }>(`SELECT id FROM ${table} WHERE archivedAt IS NULL`).all()
  expect(ids, table).not.toEqual([])
  const meta = { actor: app.owner.userId, procedure: 'test.change' }
  const { operation, tables: written } = app.writer.write(meta, (tx) => ids.forEach(({ id }) => change(tx, id)))
  await look(written)
  app.writer.write(meta, () => app.writer.logOf(new Set()).undo(operation ?? ''))
}

beforeAll(async () => {
  app = await createTestApp()
  inputs = await fill()
})
afterAll(() => app.close())

test('every question to the engine is tried here, but those that read a file', () => {
  const questions = Object.entries(contract).flatMap(([feature, procedures]) =>
    Object.entries(procedures)
      .filter(
        ([, { kind, options }]) =>
          !['workspace', 'network', 'presence', 'arrivals'].includes(feature) && kind === 'query' && options.files === undefined,
      )
      .map(([name]) => `${feature}.${name}`),
  )
  expect(Object.keys(inputs).toSorted()).toEqual(questions.toSorted())
})

describe('an answer that changes with a table names it', () => {
  const changes: readonly [string, (tx: WriteTx, table: TableName, id: string) => void][] = [
    ['changed', (tx, table, id) => visible[table](tx, id)],
    ['archived', (tx, table, id) => tx.archive(table, id)],
  ]
  for (const table of tables) {
    for (const [how, change] of changes) {
      test(`${table} ${how}`, async () => {
        const asked = Object.entries(inputs).flatMap(([path, all]) => all.map((input) => ({ path, input })))
        const before = await Promise.all(asked.map(({ path, input }) => app.call(path, input)))
        const stale: string[] = []
        await whileChanged(
          table,
          (tx, id) => change(tx, table, id),
          async (written) => {
            expect(written).toContain(table)
            for (const [index, { path, input }] of asked.entries()) {
              const old = before[index]
              const now = await app.call(path, input)
              if (!old?.ok) throw new Error(`${path} failed`)
              const isSame = now.ok && JSON.stringify(now.data) === JSON.stringify(old.data)
              // Every commit names the log, so what reads it is asked again after any change.
              const isAskedAgain = old.reads.includes(table) || old.reads.includes('sync_change')
              if (!isSame && !isAskedAgain) stale.push(`${path} ${JSON.stringify(input)}: ${old.reads.join()}`)
            }
          },
        )
        expect(stale).toEqual([])
      })
    }
  }
})

test('an import whose rows fill the last batch of the search index exactly says that the index changed', () => {
  const { tables: written } = app.writer.write({ actor: null, procedure: 'imports.run' }, (tx) => {
    const ids = Array.from({ length: 500 }, (_, index) => tx.insert('contacts', { name: `Person ${index}` }))
    for (const contactId of ids) {
      tx.insert('companyContacts', { companyId: ids[0] ?? '', contactId, role: null, isPrimary: true })
    }
  })
  expect(written).toContain('search')
})
