// Merging on two machines that do not know of each other's work: both end up alike, and nothing hangs where nobody finds it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDigests } from '#main/db/replicate/digests.ts'
import { references } from '#main/db/registry/references.ts'
import { type Apart, createApart } from '../support/apart.ts'
import { allRows, newestOperation } from '../support/merge-desk.ts'
import type { TestApp } from '../support/test-app.ts'

let apart: Apart
beforeEach(async () => {
  apart = await createApart()
})
afterEach(() => apart.close())

/** Rows in use that belong to a customer who is not. */
const astray = ({ writer }: TestApp): string[] =>
  references
    .filter(({ column, to }) => (to === 'companies' || to === 'contacts') && column !== 'mergedIntoId')
    .flatMap(({ table, column, to }) =>
      writer.raw
        .prepare<[], { id: string }>(
          `SELECT row.id FROM ${table} AS row JOIN ${to} AS customer ON customer.id = row.${column}
             WHERE row.archivedAt IS NULL AND customer.archivedAt IS NOT NULL`,
        )
        .all()
        .map(({ id }) => `${table} ${id}`),
    )

/** They meet, hold the same in every table, and nothing is astray. */
const meetAlike = (): void => {
  const { anna, ben, meet } = apart
  meet()
  expect(allRows(ben)).toEqual(allRows(anna))
  expect([...createDigests(ben.writer.raw).tables()]).toEqual([...createDigests(anna.writer.raw).tables()])
  expect(astray(anna)).toEqual([])
}

/** Asked on both machines, which say the same. */
const onBoth = async <Answer>(ask: (app: TestApp) => Promise<Answer>): Promise<Answer> => {
  const answer = await ask(apart.anna)
  expect(await ask(apart.ben)).toEqual(answer)
  return answer
}

const company = async (app: TestApp, name: string, fields: object = {}): Promise<string> =>
  (await app.ask('companies.create', { name, ...fields })).id
const note = (app: TestApp, recordId: string, text: string) =>
  app.ask('activities.log', { recordType: 'company', recordId, kind: 'note', text })
const point = (app: TestApp, recordId: string, value: string) =>
  app.ask('contactPoints.add', { recordType: 'company', recordId, kind: 'phone', value })
const merge = (app: TestApp, winnerId: string, loserId: string) =>
  app.ask('merges.run', { recordType: 'company', winnerId, loserIds: [loserId], choices: {} })

const inUse = () => onBoth(async (app) => (await app.ask('lists.ids', { entity: 'companies' })).ids.toSorted())
const winnerOf = async (id: string) =>
  (await onBoth((app) => app.ask('merges.winnerOf', { recordType: 'company', id })))?.winner.id ?? null
/** The records of which a deletion is listed that work outlived. */
const keptOnes = () =>
  onBoth(async (app) =>
    (await app.ask('conflicts.list', {})).groups
      .flatMap(({ conflicts }) => conflicts.filter(({ kind }) => kind === 'kept').map(({ rowId }) => rowId))
      .toSorted(),
  )
/** What hangs on a company, by name, as its card and its timeline tell it. */
const hangingOn = (id: string) =>
  onBoth(async (app) => {
    const { people, points } = await app.ask('companies.get', { id })
    const { entries } = await app.ask('timeline.of', { recordType: 'company', recordId: id, kinds: ['note', 'deal'] })
    return {
      people: people.map(({ contact }) => contact.name).toSorted(),
      points: points.map(({ value }) => value).toSorted(),
      notes: entries.flatMap((entry) => (entry.kind === 'note' ? [entry.activity.text ?? ''] : [])).toSorted(),
      deals: entries.flatMap((entry) => (entry.kind === 'deal' ? [entry.deal.name] : [])).toSorted(),
    }
  })

/** Work on a company: a person, a deal, a note and a further number, all of them named. */
const workOn = async (app: TestApp, id: string, { person, deal, text, phone }: Record<string, string>) => {
  await app.ask('contacts.create', { name: person ?? '', companyId: id })
  await app.ask('deals.create', { title: deal ?? '', companyId: id })
  await note(app, id, text ?? '')
  await point(app, id, phone ?? '')
}
const ofAnna = { person: 'Mia Wolf', deal: 'Forty benches', text: 'Called on Monday', phone: '030 4001' }
const ofBen = { person: 'Tom Stone', deal: 'Ten lamps', text: 'Met at the fair', phone: '030 4002' }
const ofBoth = {
  people: ['Mia Wolf', 'Tom Stone'],
  points: ['030 4001', '030 4002'],
  notes: ['Called on Monday', 'Met at the fair'],
  deals: ['Forty benches', 'Ten lamps'],
}

describe('the same new customer made on two machines', () => {
  const twins = async () => {
    const { anna, ben } = apart
    for (const name of ['Alder Bakery', 'Cobalt Press', 'Elm Dairy', 'Gale Motors', 'Ivy Clinic']) await company(anna, name)
    const customer = ['Harbour Tools', { phone: '030 100', city: 'Bremen' }] as const
    const annas = await company(anna, ...customer)
    ben.pass(60_000)
    const bens = await company(ben, ...customer)
    await workOn(anna, annas, ofAnna)
    await workOn(ben, bens, ofBen)
    meetAlike()
    return { annas, bens }
  }
  const suggested = async (app: TestApp) => {
    const result = await app.ask('duplicates.scan', { recordType: 'company' })
    await app.ask('duplicates.keep', { recordType: 'company', result })
    const { groups } = await app.ask('duplicates.groups', { recordType: 'company' })
    return groups.map(({ records }) => records.map(({ id }) => id).toSorted())
  }

  test.each(['anna', 'ben'] as const)(
    'is suggested on both, and when %s merges it, both have one with all that was done',
    async (who) => {
      const { annas, bens } = await twins()
      expect(await onBoth(suggested)).toEqual([[annas, bens].toSorted()])
      await merge(apart[who], annas, bens)
      meetAlike()
      const all = await inUse()
      expect([all.length, all.includes(annas), all.includes(bens)]).toEqual([6, true, false])
      expect(await winnerOf(bens)).toBe(annas)
      expect(await hangingOn(annas)).toEqual(ofBoth)
      expect(await onBoth(async (app) => (await app.ask('duplicates.groups', { recordType: 'company' })).groups)).toEqual([])
      expect(await onBoth((app) => app.ask('conflicts.count', {}))).toMatchObject({ open: 0, records: 0 })
    },
  )

  test('keeps both histories, which tell who did what', async () => {
    const { annas, bens } = await twins()
    await merge(apart.ben, annas, bens)
    meetAlike()
    const merged = await onBoth((app) => app.ask('merges.mergedInto', { recordType: 'company', id: annas }))
    expect(merged.map(({ id }) => id)).toEqual([bens])
    const makerOf = async (id: string) =>
      (await onBoth((app) => app.ask('history.ofRecord', { table: 'companies', id }))).find(
        ({ kind, row }) => kind === 'created' && row === null,
      )?.actorName
    expect([await makerOf(annas), await makerOf(bens)]).toEqual(['Anna Berg', 'Ben Okafor'])
    const told = await onBoth((app) =>
      app.ask('timeline.of', { recordType: 'company', recordId: annas, kinds: ['note', 'merge'] }),
    )
    expect(told.entries.map(({ kind, actorName }) => [kind, actorName])).toEqual([
      ['merge', 'Ben Okafor'],
      ['note', 'Ben Okafor'],
      ['note', 'Anna Berg'],
    ])
  })
})

/** Two companies that both machines know. The number is there, so that further ones are. */
const known = async (first: object = {}, second: object = {}) => {
  const { anna } = apart
  const x = await company(anna, 'Harbour Tools', { phone: '030 100', ...first })
  const y = await company(anna, 'Harbour Tools', { phone: '030 100', ...second })
  meetAlike()
  return { x, y }
}

describe('two that are merged into each other', () => {
  test('both stay and are listed, with all that hung on them, and become one when they are merged again', async () => {
    const { anna, ben } = apart
    const { x, y } = await known()
    await workOn(anna, x, ofAnna)
    await workOn(anna, y, ofBen)
    meetAlike()
    await merge(anna, y, x)
    await merge(ben, x, y)
    meetAlike()
    expect(await inUse()).toEqual([x, y].toSorted())
    expect(await keptOnes()).toEqual([x, y].toSorted())
    expect([await winnerOf(x), await winnerOf(y)]).toEqual([null, null])
    await merge(ben, y, x)
    meetAlike()
    expect(await hangingOn(y)).toEqual(ofBoth)
    expect(await inUse()).toEqual([y])
    expect(await winnerOf(x)).toBe(y)
    expect(await keptOnes()).toEqual([y])
    await anna.ask('conflicts.keep', { table: 'companies', rowId: y })
    meetAlike()
    expect(await keptOnes()).toEqual([])
  })

  test.each(['company', 'contact'] as const)('stay also where nothing hung on either %s', async (recordType) => {
    const { anna, ben } = apart
    const procedure = recordType === 'company' ? 'companies.create' : 'contacts.create'
    const [x, y] = [(await anna.ask(procedure, { name: 'Mia' })).id, (await anna.ask(procedure, { name: 'Mia' })).id]
    meetAlike()
    await anna.ask('merges.run', { recordType, winnerId: y, loserIds: [x], choices: {} })
    await ben.ask('merges.run', { recordType, winnerId: x, loserIds: [y], choices: {} })
    meetAlike()
    const entity = recordType === 'company' ? 'companies' : 'contacts'
    expect((await onBoth((app) => app.ask('lists.ids', { entity }))).ids.toSorted()).toEqual([x, y].toSorted())
    expect(await keptOnes()).toEqual([x, y].toSorted())
  })

  test('one that is deleted again while the other is part of it is in the archive, and can be restored', async () => {
    const { anna, ben } = apart
    const { x, y } = await known()
    await merge(anna, y, x)
    await merge(ben, x, y)
    meetAlike()
    await anna.ask('conflicts.archiveAgain', { table: 'companies', rowId: x })
    await anna.ask('conflicts.archiveAgain', { table: 'companies', rowId: y })
    meetAlike()
    expect(await inUse()).toEqual([])
    expect([await winnerOf(x), await winnerOf(y)]).toEqual([y, null])
    await ben.ask('companies.restore', { id: y })
    meetAlike()
    expect(await inUse()).toEqual([y])
  })
})

test('a company that one merges another into stays when somebody deletes it apart', async () => {
  const { anna, ben } = apart
  const { x, y } = await known()
  await merge(anna, y, x)
  await ben.ask('companies.archive', { id: y, withDependents: false })
  meetAlike()
  expect(await inUse()).toEqual([y])
  expect(await keptOnes()).toEqual([y])
  expect(await winnerOf(x)).toBe(y)
})

describe('a company that one merges while another works on it stays, and says so', () => {
  const works = [
    ['fills in its trade', { industry: 'Tools' }, (id: string) => apart.ben.ask('companies.update', { id, industry: 'Tools' })],
    ['writes a note', { notes: ['Met at the fair'] }, (id: string) => note(apart.ben, id, 'Met at the fair')],
    [
      'makes a deal',
      { deals: ['Ten lamps'] },
      (id: string) => apart.ben.ask('deals.create', { title: 'Ten lamps', companyId: id }),
    ],
    ['adds a number', { points: ['030 4002'] }, (id: string) => point(apart.ben, id, '030 4002')],
    [
      'adds a person',
      { people: ['Tom Stone'] },
      (id: string) => apart.ben.ask('contacts.create', { name: 'Tom Stone', companyId: id }),
    ],
  ] as const
  const shown = async (id: string) => {
    const { industry } = await onBoth((app) => app.ask('companies.get', { id }))
    return { industry, ...(await hangingOn(id)) }
  }

  test.each(works)('Ben %s', async (_how, work, doIt) => {
    const { anna } = apart
    const { x, y } = await known()
    await workOn(anna, x, ofAnna)
    meetAlike()
    await merge(anna, y, x)
    await doIt(x)
    meetAlike()
    expect(await inUse()).toEqual([x, y].toSorted())
    expect(await keptOnes()).toEqual([x])
    expect(await shown(x)).toEqual({ ...{ industry: null, people: [], points: [], notes: [], deals: [] }, ...work })
    const annas = { people: ['Mia Wolf'], points: ['030 4001'], notes: ['Called on Monday'], deals: ['Forty benches'] }
    expect(await hangingOn(y)).toEqual(annas)
    // Merged once more, it brings along what was done since.
    await merge(anna, y, x)
    meetAlike()
    expect(await inUse()).toEqual([y])
    expect(await keptOnes()).toEqual([])
    const all = await shown(y)
    expect(all).toMatchObject({ deals: expect.arrayContaining(annas.deals), notes: expect.arrayContaining(annas.notes) })
    const brought: readonly unknown[] = Object.values(all).flat()
    for (const value of [...annas.people, ...annas.points, ...Object.values(work).flat()]) expect(brought).toContain(value)
  })

  test('Ben renames a deal of it, which goes over under its new name', async () => {
    const { anna, ben } = apart
    const { x, y } = await known()
    const { id } = await anna.ask('deals.create', { title: 'Forty benches', companyId: x })
    meetAlike()
    await merge(anna, y, x)
    await ben.ask('deals.update', { id, title: 'Fifty benches' })
    meetAlike()
    expect(await onBoth((app) => app.ask('deals.get', { id }))).toMatchObject({ title: 'Fifty benches', companyId: y })
    expect(await keptOnes()).toEqual([x])
  })
})

describe('a merge that both know', () => {
  const merged = async () => {
    const { anna } = apart
    const { x, y } = await known({ city: 'Bremen' }, { industry: 'Trade' })
    await workOn(anna, x, ofAnna)
    await workOn(anna, y, ofBen)
    meetAlike()
    const before = allRows(anna)
    await merge(anna, y, x)
    const operation = await newestOperation(anna)
    meetAlike()
    expect(await inUse()).toEqual([y])
    return { x, y, before, operation }
  }

  test('is taken back on the other machine, and both are as they were', async () => {
    const { before, operation } = await merged()
    await apart.ben.ask('history.undo', { operation })
    meetAlike()
    expect(allRows(apart.anna)).toEqual(before)
  })

  test('is taken back on both apart, and both are as they were', async () => {
    const { before, operation } = await merged()
    for (const app of [apart.anna, apart.ben]) await app.ask('history.undo', { operation })
    meetAlike()
    expect(allRows(apart.anna)).toEqual(before)
    expect(await onBoth((app) => app.ask('conflicts.count', {}))).toMatchObject({ open: 0, records: 0 })
  })

  test('is taken back while the other works on the one that stays: the work stays with it', async () => {
    const { x, y, operation } = await merged()
    await apart.anna.ask('deals.create', { title: 'Five chairs', companyId: y })
    await apart.ben.ask('history.undo', { operation })
    meetAlike()
    expect(await inUse()).toEqual([x, y].toSorted())
    expect((await hangingOn(y)).deals).toEqual(['Five chairs', 'Ten lamps'])
    expect((await hangingOn(x)).deals).toEqual(['Forty benches'])
  })
})
