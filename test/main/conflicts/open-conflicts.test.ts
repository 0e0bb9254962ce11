// What is open, asked in three ways: of the whole office page by page, as a number, and of one record. They always say the same.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordPlaces } from '#shared/base/record-places.ts'
import { recordType } from '#shared/base/fields.ts'
import { numberedType, type SameNumber } from '#shared/conflicts/same-number.ts'
import type { Writer } from '#main/db/open-workspace.ts'
import { openOfRecord } from '#main/features/conflicts/open-groups.ts'
import { handlers } from '#main/features/index.ts'
import type { Actor } from '#main/rpc/handlers.ts'
import { createApart } from '../../support/apart.ts'
import { history } from '../../support/history-commands.ts'
import { createHistories } from '../../support/history-run.ts'
import type { TestApp } from '../../support/test-app.ts'

const histories = Number(process.env['KITH_OPEN_CONFLICTS'] ?? 150)
const lives = Number(process.env['KITH_OPEN_CONFLICTS'] ?? 6)

type Ask = TestApp['ask']

const wholeList = async (ask: Ask, limit: number) => {
  const pages = [await ask('conflicts.list', { limit })]
  for (let after = pages[0]?.next ?? null; after !== null;) {
    const page = await ask('conflicts.list', { after, limit })
    pages.push(page)
    after = page.next
  }
  return { groups: pages.flatMap(({ groups }) => groups), pages }
}

/** All that the window is told of what is open, held against each other. Answers the entries. */
const checkOpen = async (ask: Ask, { raw }: Pick<Writer, 'raw'>) => {
  const { groups, pages } = await wholeList(ask, 7)
  const entries = groups.flatMap(({ conflicts }) => conflicts)
  for (const { total, open } of pages) assert.deepEqual([total, open], [groups.length, entries.length])
  const doubled = await ask('conflicts.sameNumbers', {})
  const circles = await ask('conflicts.circles', {})
  const inCircles = circles.flatMap(({ companies }) => companies.map(({ id }) => id))
  const ids = new Set([...groups.map(({ id }) => id), ...doubled.map(({ later }) => later.id), ...inCircles])
  assert.deepEqual(await ask('conflicts.count', {}), {
    ...{ open: entries.length + doubled.length + circles.length, records: ids.size },
    ...{ numbers: doubled.length, circles: circles.length },
  })
  for (const { table, rowId, field } of entries.filter(({ kind }) => kind === 'value'))
    assert.deepEqual(
      await ask('conflicts.get', { table, rowId, field }),
      entries.find((one) => one.kind === 'value' && one.table === table && one.rowId === rowId && one.field === field),
    )
  for (const type of recordType.options) {
    const records = raw.prepare<[], { id: string }>(`SELECT id FROM ${recordPlaces[type]}`).all()
    for (const { id } of records) {
      const group = groups.find((one) => one.id === id && one.recordType === type)
      assert.deepEqual(await ask('conflicts.ofRecord', { recordType: type, recordId: id }), group?.conflicts ?? [])
      if (!numberedType.safeParse(type).success) continue
      const isOf = ({ first, later }: SameNumber) => first.id === id || later.id === id
      assert.deepEqual(await ask('conflicts.sameNumbers', { recordId: id }), doubled.filter(isOf))
    }
  }
  return { groups, entries, doubled }
}

/** Without the door: rows of histories have short names. */
const askOf = (writer: Writer): Ask => {
  const actor: Actor = { userId: 'anna', name: 'Anna', rights: ['*'] }
  return (path, input) => {
    const name = path.slice('conflicts.'.length) as keyof typeof handlers.conflicts
    const handler = handlers.conflicts[name] as unknown as (context: unknown, wanted: unknown) => never
    const { value } = writer.read((db, reads) =>
      handler({ db, log: writer.logOf(reads), actor }, { after: null, recordId: null, ...input }),
    )
    return Promise.resolve(value)
  }
}

test('after any history of several machines', { timeout: 900_000 }, async () => {
  let [turn, open, kept] = [0, 0, 0]
  const tried = createHistories(async (machines) => {
    turn += 1
    const machine = machines[turn % machines.length]
    if (!machine) return
    const { entries } = await checkOpen(askOf(machine.writer), machine.writer)
    open += entries.length
    kept += entries.filter(({ kind }) => kind === 'kept').length
  })
  const details = await fc.check(fc.asyncProperty(history, tried.run), {
    numRuns: histories,
    seed: 20261124,
    includeErrorInReport: true,
  })
  tried.close()
  expect(fc.defaultReportMessage(details) ?? null).toBeNull()
  expect([open > histories, kept > 0]).toEqual([true, true])
})

const RECORDS = 3
const step = fc.record({
  isBen: fc.boolean(),
  does: fc.constantFrom(
    ...(['company', 'company', 'own', 'deal', 'activity', 'activity', 'toMove', 'point', 'relation', 'view'] as const),
    ...(['archive', 'restore', 'archivePart', 'decide', 'ticket', 'ticket', 'pass', 'meet'] as const),
  ),
  which: fc.nat(RECORDS - 1),
  value: fc.nat(2),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** Two people of an office work on the same few records, with all that can stand on one, and now and then meet. */
const liveApart = async (steps: readonly Step[]) => {
  const { anna, ben, meet, close } = await createApart()
  const field = await anna.ask('customFields.create', { entity: 'company', name: 'Class', type: 'text' })
  const each = Array.from({ length: RECORDS }, (_, index) => index)
  const userIds = [anna.owner.userId, ben.owner.userId] as const
  const rows = anna.writer.write({ actor: userIds[0], procedure: 'test.fill' }, (tx) => {
    const companies = each.map((index) => tx.insert('companies', { name: `Company ${index}` }))
    const contacts = each.map((index) => tx.insert('contacts', { name: `Contact ${index}` }))
    const on = [
      ['company', companies[0]],
      ['contact', contacts[1]],
      ['user', userIds[0]],
    ] as const
    const activities = on.map(([type, recordId]) =>
      tx.insert('activities', { kind: 'note', recordType: type, recordId: recordId ?? '', text: 'x', happenedAt: tx.at }),
    )
    const points = contacts.map((recordId) =>
      tx.insert('contactPoints', { recordType: 'contact', recordId, kind: 'phone', value: '1', position: 'a0' }),
    )
    const relations = each.map((index) =>
      tx.insert('relations', { fromId: contacts[index] ?? '', toId: contacts[0] ?? '', kind: 'friend' }),
    )
    const views = each.map((index) =>
      tx.insert('views', { entity: 'company', name: 'v', ownerId: userIds[0], isShared: index > 1, config: '{}', position: 'a' }),
    )
    return { companies, contacts, activities, points, relations, views }
  }).value
  const deals: string[] = []
  for (const title of ['One', 'Two', 'Three']) deals.push((await anna.ask('deals.create', { title })).id)
  const [pipeline] = await anna.ask('deals.pipelines', {})
  meet()
  // As after a restore on both: each counts with A.
  for (const app of [anna, ben]) app.writer.write({ actor: null, procedure: 'test.letter' }, (tx) => tx.takeLetter('A'))
  const at = (ids: readonly string[], which: number): string => ids[which] ?? ''
  for (const { isBen, does, which, value } of steps) {
    const app = isBen ? ben : anna
    const write = (work: Parameters<typeof app.writer.write>[1]) =>
      app.writer.write({ actor: app.owner.userId, procedure: 'test.step' }, work)
    const company = at(rows.companies, which)
    if (does === 'meet') meet()
    else if (does === 'pass') app.pass(60_000 * value)
    else if (does === 'company') write((tx) => tx.update('companies', company, { phone: `${value}`, employees: value }))
    else if (does === 'own')
      write((tx) => tx.update('companies', company, { custom: { [field.key]: value === 0 ? null : `${value}` } }))
    else if (does === 'deal') {
      const stageId = pipeline?.stages[value]?.id ?? ''
      write((tx) => tx.update('deals', at(deals, which), { stageId, position: isBen ? 'b' : 'a' }))
    } else if (does === 'activity') write((tx) => tx.update('activities', at(rows.activities, which), { text: `${value}` }))
    else if (does === 'toMove')
      write((tx) => tx.update('activities', at(rows.activities, which % 2), { recordType: 'company', recordId: company }))
    else if (does === 'point') write((tx) => tx.update('contactPoints', at(rows.points, which), { value: `${value}` }))
    else if (does === 'relation') write((tx) => tx.update('relations', at(rows.relations, which), { note: `${value}` }))
    else if (does === 'view') write((tx) => tx.update('views', at(rows.views, which), { name: `${value}` }))
    else if (does === 'ticket') await app.ask('tickets.create', { subject: `${value}` })
    else if (does === 'archive') write((tx) => tx.archive('companies', company))
    else if (does === 'restore') write((tx) => tx.restore('companies', company))
    else if (does === 'archivePart') write((tx) => tx.archive('activities', at(rows.activities, which)))
    else {
      const [first] = (await app.ask('conflicts.list', {})).groups[which]?.conflicts ?? []
      const { kind, table, rowId, field: column } = first ?? {}
      if (kind === 'value' && table === 'companies') write((tx) => tx.settle(table, rowId ?? '', column ?? ''))
    }
  }
  meet()
  return { anna, ben, close }
}

test('after any life of an office, with what stands on records, is archived, is somebody’s own, or has a number twice', async () => {
  const seen = new Set<string>()
  const lived = fc.asyncProperty(fc.array(step, { minLength: 80, maxLength: 120 }), async (steps) => {
    const { anna, ben, close } = await liveApart(steps)
    for (const app of [anna, ben]) {
      const { entries, doubled } = await checkOpen(app.ask, app.writer)
      for (const { kind, table, row } of entries)
        seen
          .add(kind)
          .add(table)
          .add(row ? 'of a record' : 'itself')
      if (doubled.length > 0) seen.add('doubled')
    }
    close()
  })
  const details = await fc.check(lived, { numRuns: lives, seed: 20261125, endOnFailure: true, includeErrorInReport: true })
  expect(fc.defaultReportMessage(details) ?? null).toBeNull()
  const kinds = ['value', 'kept', 'of a record', 'itself', 'doubled']
  const tables = ['companies', 'deals', 'activities', 'contactPoints', 'relations', 'views']
  expect([...seen]).toEqual(expect.arrayContaining([...kinds, ...tables]))
}, 300_000)

test('what is open elsewhere makes a record no slower to ask', async () => {
  const { anna, ben, meet, close } = await createApart()
  const ids = anna.writer.write({ actor: anna.owner.userId, procedure: 'test.fill' }, (tx) =>
    Array.from({ length: 50 }, (_, index) => tx.insert('companies', { name: `Company ${index}` })),
  ).value
  meet()
  const crossOn = (some: readonly string[]) => {
    for (const app of [anna, ben])
      app.writer.write({ actor: app.owner.userId, procedure: 'test.cross' }, (tx) => {
        for (const id of some) tx.update('companies', id, { phone: app === anna ? '1' : '2' })
      })
    meet()
  }
  /** The rows that are read to say what is open on the first. */
  const rowsRead = (): number => {
    const { db, log } = { db: anna.writer.dbOf(new Set()), log: anna.writer.logOf(new Set()) }
    let read = 0
    const counting = {
      ...db,
      all: ((query) => {
        const rows = db.all(query)
        read += rows.length
        return rows
      }) satisfies typeof db.all,
    }
    const crossedOn: typeof log.crossedOn = (rows) => {
      read += rows.length
      return log.crossedOn(rows)
    }
    const crossed = () => assert.fail('All that is open was asked for.')
    const asked = { db: counting, log: { ...log, crossed, crossedOn }, actor: anna.owner }
    expect(openOfRecord(asked, 'company', ids[0] ?? '')).toHaveLength(1)
    return read
  }
  crossOn(ids.slice(0, 1))
  const alone = rowsRead()
  crossOn(ids.slice(1))
  expect((await anna.ask('conflicts.count', {})).open).toBe(50)
  expect(rowsRead()).toBe(alone)
  close()
})
