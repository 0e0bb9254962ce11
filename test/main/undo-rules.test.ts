// Taking something back keeps the rules of the records: nothing is left hanging, no company stands above itself, one company is primary.
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createApart } from '../support/apart.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const newestOperation = async (): Promise<string> => {
  const { operations } = await app.ask('history.operations', { limit: 1 })
  return operations[0]?.id ?? ''
}
const company = async (name: string) => (await app.ask('companies.create', { name })).id

describe('what later records stand on', () => {
  test('a stage that came with an import stays as long as a deal stands in it', async () => {
    const [pipeline] = await app.ask('deals.pipelines', {})
    const { value: stageId } = app.writer.write({ actor: app.owner.userId, procedure: 'imports.run' }, (tx) =>
      tx.insert('stages', { pipelineId: pipeline?.id ?? '', name: 'Prospecting', position: 'zz', probability: 5 }),
    )
    const imported = await newestOperation()
    const { id } = await app.ask('deals.create', { title: 'Fleet' })
    await app.ask('deals.move', { id, stageId })

    expect(await app.ask('history.obstacles', { operation: imported })).toMatchObject({
      total: 1,
      listed: [{ table: 'deals', rowId: id, name: 'Fleet', field: 'stageId', actorName: 'Anna Berg' }],
    })
    expect(await app.call('history.undo', { operation: imported })).toMatchObject({
      ok: false,
      error: { code: 'conflict', messageKey: 'history.obstacles', params: { count: 1 } },
    })
    const { columns } = await app.ask('deals.board', {})
    expect(columns.flatMap(({ cards }) => cards.map((card) => card.id))).toEqual([id])

    await app.ask('deals.archive', { id })
    expect(await app.call('history.undo', { operation: imported })).toMatchObject({ ok: true })
  })

  test('what was made together goes together, also when it is done again and taken back again', async () => {
    const companyId = await company('Acme')
    await app.ask('contacts.create', { name: 'Mia', companyId })
    await app.ask('history.undoLast', {})
    await app.ask('history.redoLast', {})
    expect(await app.call('history.undoLast', {})).toMatchObject({ ok: true, data: { rows: 2 } })
    expect(await app.ask('companies.contacts', { id: companyId })).toEqual([])
  })

  test('a company that was brought back keeps what was tied to it since', async () => {
    const companyId = await company('Acme')
    await app.ask('history.undoLast', {})
    await app.ask('history.redoLast', {})
    const redo = await newestOperation()
    await app.ask('deals.create', { title: 'Fleet', companyId })
    expect(await app.call('history.undo', { operation: redo })).toMatchObject({
      ok: false,
      error: { messageKey: 'history.obstacles', params: { count: 1 } },
    })
  })
})

test('an undo by which a company would belong to itself is refused, and changes nothing', async () => {
  const [a, b] = [await company('A'), await company('B')]
  await app.ask('companies.update', { id: a, parentId: b })
  await app.ask('companies.update', { id: a, parentId: null })
  const loosening = await newestOperation()
  await app.ask('companies.update', { id: b, parentId: a })

  expect(await app.call('history.undo', { operation: loosening })).toMatchObject({
    ok: false,
    error: { code: 'conflict', messageKey: 'history.parentCircle' },
  })
  expect(await app.ask('companies.get', { id: a })).toMatchObject({ parentId: null })
})

test('a circle that two machines brought about refuses no undo but one that makes another', async () => {
  const { anna, ben, meet, close } = await createApart()
  onTestFinished(close)
  const made = async (name: string) => (await anna.ask('companies.create', { name })).id
  const [a, b, other] = [await made('A'), await made('B'), await made('Other')]
  anna.pass(60_000)
  const until = new Date(
    Date.parse((await anna.ask('companies.update', { id: other, city: 'Kiel' })).updatedAt) + 1000,
  ).toISOString()
  meet()
  for (const app of [anna, ben]) app.pass(120_000)
  await anna.ask('companies.update', { id: a, parentId: b })
  await ben.ask('companies.update', { id: b, parentId: a })
  meet()

  await anna.ask('companies.update', { id: other, city: 'Bonn' })
  expect(await anna.call('history.undoLast', {})).toMatchObject({ ok: true })
  await anna.ask('companies.update', { id: a, city: 'Bonn' })
  expect(await anna.call('history.undoLast', {})).toMatchObject({ ok: true })

  await anna.ask('companies.update', { id: a, parentId: null })
  expect(await anna.call('history.undoLast', {})).toMatchObject({
    ok: false,
    error: { code: 'conflict', messageKey: 'history.parentCircle' },
  })
  expect(await anna.ask('history.goBack', { until })).toEqual({ rows: 1 })
})

test('going back to a day on which a circle stood already is not refused for it', async () => {
  const { anna, ben, meet, close } = await createApart()
  onTestFinished(close)
  const made = async (name: string) => (await anna.ask('companies.create', { name })).id
  const [a, b] = [await made('A'), await made('B')]
  meet()
  await anna.ask('companies.update', { id: a, parentId: b })
  await ben.ask('companies.update', { id: b, parentId: a })
  meet()
  anna.pass(60_000)
  const until = new Date(Date.parse((await anna.ask('companies.update', { id: a, city: 'Kiel' })).updatedAt) + 1000).toISOString()
  anna.pass(60_000)
  await anna.ask('companies.update', { id: a, city: 'Bonn' })
  expect(await anna.call('history.goBack', { until })).toMatchObject({ ok: true, data: { rows: 1 } })
  expect(await anna.ask('companies.get', { id: a })).toMatchObject({ city: 'Kiel', parentId: b })
})

describe('one company of a contact is primary', () => {
  const marksOf = async (id: string) =>
    (await app.ask('contacts.get', { id })).companies.map(({ company: { name }, link }) => [name, link.isPrimary])

  test('after an unlinking was taken back while another company took its place', async () => {
    const [a, b] = [await company('A'), await company('B')]
    const { id: contactId } = await app.ask('contacts.create', { name: 'Mia', companyId: a })
    await app.ask('contacts.unlink', { contactId, companyId: a })
    const unlinking = await newestOperation()
    await app.ask('contacts.link', { contactId, companyId: b, role: null, isPrimary: true })
    await app.ask('history.undo', { operation: unlinking })

    expect(await marksOf(contactId)).toEqual([
      ['A', true],
      ['B', false],
    ])
    expect((await app.ask('companies.contacts', { id: a }))[0]?.link.isPrimary).toBe(true)
    expect((await app.ask('companies.contacts', { id: b }))[0]?.link.isPrimary).toBe(false)
    expect((await app.ask('contacts.list', { after: null, limit: 1 }))[0]?.company?.name).toBe('A')
  })

  test('after an unlinking was taken back when no company was left', async () => {
    const [a, b] = [await company('A'), await company('B')]
    const { id: contactId } = await app.ask('contacts.create', { name: 'Mia', companyId: a })
    await app.ask('contacts.link', { contactId, companyId: b, role: null, isPrimary: false })
    await app.ask('contacts.unlink', { contactId, companyId: b })
    const unlinking = await newestOperation()
    await app.ask('contacts.unlink', { contactId, companyId: a })
    await app.ask('history.undo', { operation: unlinking })

    expect(await marksOf(contactId)).toEqual([['B', true]])
    expect((await app.ask('companies.contacts', { id: b }))[0]?.link.isPrimary).toBe(true)
  })
})
