// A record that one machine merges while another works on it: what was done is kept and seen by everybody, whoever hears of what first.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { createDigests } from '#main/db/replicate/digests.ts'
import { references } from '#main/db/registry/references.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import { type Apart, createApart } from '../support/apart.ts'
import { allRows, anyRow, fill, newestOperation } from '../support/merge-desk.ts'
import { pull } from '../support/replicas.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-merged-'))
afterAll(() => rmSync(folder, { recursive: true }))
let apart: Apart
beforeEach(async () => {
  apart = await createApart()
})
afterEach(() => apart.close())

const expectAlike = (one: TestApp, ...others: readonly TestApp[]): void => {
  for (const other of others) {
    expect(allRows(other)).toEqual(allRows(one))
    expect([...createDigests(other.writer.raw).tables()]).toEqual([...createDigests(one.writer.raw).tables()])
  }
}
const meetAlike = (): void => {
  apart.meet()
  expectAlike(apart.anna, apart.ben)
}
/** Asked on both machines, which say the same. */
const onBoth = async <Answer>(ask: (app: TestApp) => Promise<Answer>): Promise<Answer> => {
  const answer = await ask(apart.anna)
  expect(await ask(apart.ben)).toEqual(answer)
  return answer
}

const made = async (app: TestApp, recordType: CustomerType, name = 'Harbour Tools'): Promise<string> =>
  (await app.ask(recordType === 'company' ? 'companies.create' : 'contacts.create', { name })).id
/** Two that both machines know. */
const known = async (recordType: CustomerType = 'company') => {
  const [x, y] = [await made(apart.anna, recordType), await made(apart.anna, recordType)]
  meetAlike()
  return { x, y }
}
const merge = (app: TestApp, winnerId: string, loserId: string, recordType: CustomerType = 'company') =>
  app.ask('merges.run', { recordType, winnerId, loserIds: [loserId] })
const inUseOn = async (app: TestApp, recordType: CustomerType = 'company') =>
  (await app.ask('lists.ids', { entity: recordTableOf(recordType) })).ids
const inUse = async (recordType?: CustomerType) => (await onBoth((app) => inUseOn(app, recordType))).toSorted()
const keptOn = async (app: TestApp) =>
  (await app.ask('conflicts.list', {})).groups
    .flatMap(({ conflicts }) => conflicts.filter(({ kind }) => kind === 'kept').map(({ rowId }) => rowId))
    .toSorted()
const kept = () => onBoth(keptOn)
/** What each record that was kept can be merged into once more. */
const mergedInto = async () =>
  (await onBoth((app) => app.ask('conflicts.list', {}))).groups.flatMap(({ conflicts }) =>
    conflicts.map((conflict) => [conflict.rowId, conflict.mergedInto?.id ?? null]),
  )
const again = (app: TestApp, rowId: string) => app.ask('conflicts.archiveAgain', { table: 'companies', rowId })

/** Something done on a company: where it is seen afterwards. */
interface Thing {
  readonly what: string
  readonly put: (app: TestApp, id: string) => Promise<unknown>
  readonly isSeen: (app: TestApp, id: string) => Promise<boolean>
}
const onCompany = (recordId: string) => ({ recordType: 'company', recordId }) as const
const things: readonly Thing[] = [
  {
    what: 'a tag',
    put: async (app, id) => {
      const tag = await app.ask('tags.create', { name: 'Urgent' })
      await app.ask('tags.set', { ...onCompany(id), tagIds: [tag.id] })
    },
    isSeen: async (app, recordId) => (await app.ask('tags.of', onCompany(recordId))).some(({ name }) => name === 'Urgent'),
  },
  {
    what: 'a file',
    put: (app, id) => {
      const path = join(folder, 'plan.txt')
      writeFileSync(path, 'Forty benches')
      return app.ask('attachments.add', { ...onCompany(id), activityId: null, files: [path], areProgramsAllowed: false })
    },
    isSeen: async (app, id) => (await app.ask('attachments.list', onCompany(id))).length === 1,
  },
  {
    what: 'a ticket',
    put: (app, companyId) => app.ask('tickets.create', { subject: 'A bench wobbles', companyId }),
    isSeen: async (app, id) =>
      (await app.ask('timeline.of', { ...onCompany(id), kinds: ['ticket'] })).entries.some(({ kind }) => kind === 'ticket'),
  },
  {
    what: 'an order',
    put: (app, companyId) => app.ask('orders.create', { companyId }),
    isSeen: async (app, id) =>
      (await app.ask('timeline.of', { ...onCompany(id), kinds: ['order'] })).entries.some(({ kind }) => kind === 'order'),
  },
  {
    what: 'a value of an own field',
    put: async (app, id) => {
      const { key } = await app.ask('customFields.create', { entity: 'company', name: 'Class', type: 'text' })
      await app.ask('companies.update', { id, custom: { [key]: 'A' } })
    },
    isSeen: async (app, id) => Object.values((await app.ask('companies.get', { id })).custom).includes('A'),
  },
  {
    what: 'a company under it',
    put: async (app, id) => app.ask('companies.update', { id: await made(app, 'company', 'Alder Bakery'), parentId: id }),
    isSeen: async (app, id) => (await app.ask('companies.get', { id })).children.some(({ name }) => name === 'Alder Bakery'),
  },
]

describe.each(things)('$what that is put on a company while another machine merges it', ({ put, isSeen }) => {
  test.each([
    ['before', 0, 60_000],
    ['after', 60_000, 0],
  ])(
    'keeps it when it came %s the merge, goes over when it is merged again, and comes back with an undo',
    async (_when, first, then) => {
      const { anna, ben } = apart
      const { x, y } = await known()
      const seen = async () => [await onBoth((app) => isSeen(app, x)), await onBoth((app) => isSeen(app, y))]
      anna.pass(then)
      ben.pass(first)
      await put(ben, x)
      await merge(anna, y, x)
      meetAlike()
      expect([await inUse(), await kept(), await seen()]).toEqual([
        [x, y, ...(await others(x, y))].toSorted(),
        [x],
        [true, false],
      ])
      expect(await mergedInto()).toEqual([[x, y]])
      await again(ben, x)
      meetAlike()
      expect([(await inUse()).includes(x), await kept(), (await seen())[1]]).toEqual([false, [], true])
      expect((await onBoth((app) => app.ask('merges.winnerOf', onType(x))))?.winner.id).toBe(y)
      await anna.ask('history.undo', { operation: await newestOperation(anna) })
      meetAlike()
      expect([(await inUse()).includes(x), await kept(), await seen()]).toEqual([true, [x], [true, false]])
    },
  )

  test('stays on it when the merge is taken back', async () => {
    const { anna, ben } = apart
    const { x, y } = await known()
    await merge(anna, y, x)
    const operation = await newestOperation(anna)
    await put(ben, x)
    meetAlike()
    await ben.ask('history.undo', { operation })
    meetAlike()
    expect([(await inUse()).includes(x), (await inUse()).includes(y), await kept()]).toEqual([true, true, []])
    expect([await onBoth((app) => isSeen(app, x)), await onBoth((app) => isSeen(app, y))]).toEqual([true, false])
  })
})

const onType = (id: string) => ({ recordType: 'company', id }) as const
const others = async (...ids: readonly string[]) => (await inUseOn(apart.anna)).filter((id) => !ids.includes(id))

describe('three machines that hear of it in any order', () => {
  const orders = [
    ['the merge', 'anna', 'ben'],
    ['the tag', 'ben', 'anna'],
  ] as const
  test.each(orders)('show the same, %s first', async (_what, first, then) => {
    const { anna, ben } = apart
    const { x, y } = await known()
    const cleo = await createTestApp({ joins: { app: anna, person: ben.owner, isThird: true } })
    try {
      await things[0]?.put(ben, x)
      await merge(anna, y, x)
      pull(cleo, apart[first])
      // Cleo works on with what she knows, and says so.
      await cleo.ask('companies.update', { id: y, city: 'Bremen' })
      pull(cleo, apart[then])
      pull(apart[first], cleo)
      pull(apart[then], cleo)
      expectAlike(cleo, anna, ben)
      for (const app of [anna, ben, cleo]) {
        expect([(await inUseOn(app)).toSorted(), await keptOn(app)]).toEqual([[x, y].toSorted(), [x]])
        expect(await things[0]?.isSeen(app, x)).toBe(true)
      }
    } finally {
      cleo.close()
    }
  })
})

/** What tells nobody anything that is not told where the other record is, and marks that follow it (below). */
const NO_WORK = new Set(['favourites', 'notDuplicates', 'lifecycleMoves'])

describe.each(['company', 'contact'] as const)('a row of any table that names a %s', (recordType) => {
  const naming = references.filter(
    ({ table, column, to }) => to === recordTableOf(recordType) && column !== 'mergedIntoId' && !NO_WORK.has(table),
  )
  test.each(naming.map(({ table, column }) => [`${table}.${column}`, table, column] as const))(
    '%s keeps it while it is merged elsewhere',
    async (_name, table, column) => {
      const { x, y } = await known(recordType)
      await merge(apart.anna, y, x, recordType)
      fill(apart.ben, (tx) => tx.insert(table, { ...anyRow(table, recordType), [column]: x }))
      meetAlike()
      expect(await keptOn(apart.ben)).toEqual([x])
    },
  )
})

test('a tag that is taken off and put on again keeps the company, and the tag', async () => {
  const { anna, ben } = apart
  const { x, y } = await known()
  await things[0]?.put(anna, x)
  meetAlike()
  await merge(anna, y, x)
  const [tag] = await anna.ask('tags.pick', {})
  await anna.ask('tags.archive', { id: tag?.id ?? '' })
  await ben.ask('tags.set', { ...onCompany(x), tagIds: [] })
  await ben.ask('tags.set', { ...onCompany(x), tagIds: [tag?.id ?? ''] })
  meetAlike()
  expect(new Set(await kept())).toEqual(new Set([x, tag?.id]))
  expect(await onBoth((app) => app.ask('tags.of', onCompany(x)))).toMatchObject([{ name: 'Urgent' }])
})

test('a tag that is only taken off keeps nothing', async () => {
  const { anna, ben } = apart
  const { x, y } = await known()
  await things[0]?.put(anna, x)
  meetAlike()
  await merge(anna, y, x)
  await ben.ask('tags.set', { ...onCompany(x), tagIds: [] })
  meetAlike()
  expect([await inUse(), await kept()]).toEqual([[y], []])
})

test('a deal that is brought back keeps the stage that it stands in', async () => {
  const { anna, ben } = apart
  const { id, stageId } = await anna.ask('deals.create', { title: 'Forty benches' })
  await anna.ask('deals.archive', { id })
  meetAlike()
  fill(anna, (tx) => tx.archive('stages', stageId))
  await ben.ask('deals.restore', { id })
  meetAlike()
  expect(await kept()).toEqual([stageId])
})

test('a file that is put on an entry keeps the entry', async () => {
  const { anna, ben } = apart
  const { x } = await known()
  const { id: activityId } = await anna.ask('activities.log', { ...onCompany(x), kind: 'note', text: 'Met at the fair' })
  meetAlike()
  await anna.ask('activities.archive', { id: activityId })
  const file = { name: 'plan.txt', hash: '00', size: 1, mimeType: 'text/plain', source: 'file' } as const
  fill(ben, (tx) => tx.insert('attachments', { ...onCompany(x), activityId, ...file }))
  meetAlike()
  expect(await kept()).toEqual([activityId])
})

describe('a favourite on a company that is merged elsewhere', () => {
  const favourites = async (app: TestApp) => (await app.ask('favourites.list', {})).map(({ recordId }) => recordId)

  test('leads to the one that took its place, is taken off there, and is back with an undo', async () => {
    const { anna, ben } = apart
    const { x, y } = await known()
    await merge(anna, y, x)
    const operation = await newestOperation(anna)
    await ben.ask('favourites.add', onCompany(x))
    meetAlike()
    expect([await inUse(), await kept(), await favourites(ben)]).toEqual([[y], [], [y]])
    await ben.ask('favourites.add', onCompany(y))
    expect(await favourites(ben)).toEqual([y])
    await ben.ask('favourites.remove', onCompany(y))
    expect(await favourites(ben)).toEqual([])
    await ben.ask('history.undoLast', {})
    await ben.ask('history.undo', { operation })
    meetAlike()
    expect((await favourites(ben)).toSorted()).toEqual([x, y].toSorted())
  })

  test('is not shown where that one is deleted', async () => {
    const { anna, ben } = apart
    const { x, y } = await known()
    await merge(anna, y, x)
    await anna.ask('companies.archive', { id: y })
    await ben.ask('favourites.add', onCompany(x))
    meetAlike()
    expect(await favourites(ben)).toEqual([])
  })
})

describe('two that were merged into each other', () => {
  const crossed = async () => {
    const { x, y } = await known()
    await merge(apart.anna, y, x)
    await merge(apart.ben, x, y)
    meetAlike()
    return { x, y }
  }
  const inUseAndKept = async () => [await inUse(), await kept()]
  const both = ({ x, y }: { readonly x: string; readonly y: string }) => [[x, y].toSorted(), [x, y].toSorted()]

  test('and of which two apart delete one each again, are both asked about once more', async () => {
    const { x, y } = await crossed()
    await again(apart.anna, x)
    await again(apart.ben, y)
    meetAlike()
    expect(await inUseAndKept()).toEqual(both({ x, y }))
  })

  test('and again into each other, both stay', async () => {
    const { x, y } = await crossed()
    await merge(apart.anna, y, x)
    await merge(apart.ben, x, y)
    meetAlike()
    expect(await inUseAndKept()).toEqual(both({ x, y }))
  })

  test('both stay when two merges that were taken back are done again apart', async () => {
    const { anna, ben } = apart
    const { x, y } = await known()
    await merge(anna, y, x)
    await anna.ask('history.undoLast', {})
    const one = await newestOperation(anna)
    meetAlike()
    await merge(ben, x, y)
    await ben.ask('history.undoLast', {})
    const other = await newestOperation(ben)
    meetAlike()
    await anna.ask('history.undo', { operation: one })
    await ben.ask('history.undo', { operation: other })
    meetAlike()
    expect(await inUseAndKept()).toEqual(both({ x, y }))
  })

  test('and of which one is deleted again while the other is deleted, leave one in use', async () => {
    const { x, y } = await crossed()
    await again(apart.anna, x)
    await apart.ben.ask('companies.archive', { id: y })
    meetAlike()
    expect(await inUseAndKept()).toEqual([[y], [y]])
  })
})

test('three that three machines merge in a circle all stay, and again when each is deleted once more apart', async () => {
  const { anna, ben } = apart
  const { x, y } = await known()
  const z = await made(anna, 'company')
  meetAlike()
  const cleo = await createTestApp({ joins: { app: anna, person: ben.owner, isThird: true } })
  try {
    const ring = [
      [anna, x, y],
      [ben, y, z],
      [cleo, z, x],
    ] as const
    for (const round of [1, 2]) {
      for (const [app, loser, winner] of ring) await (round === 1 ? merge(app, winner, loser) : again(app, loser))
      for (const to of [cleo, ben, anna, cleo, ben]) for (const [from] of ring) if (from !== to) pull(to, from)
      expectAlike(anna, ben, cleo)
      expect([await inUse(), await kept()]).toEqual([[x, y, z].toSorted(), [x, y, z].toSorted()])
      for (const [app] of ring) app.pass(1000)
    }
  } finally {
    cleo.close()
  }
})
