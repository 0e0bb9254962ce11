// The history on a real engine: who did what, in names, and taking it back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const operations = async (limit = 50) => (await app.ask('history.operations', { limit })).operations
const fileDeal = async () => {
  const company = await app.ask('companies.create', { name: 'Acme' })
  const deal = await app.ask('deals.create', { title: 'Fleet', companyId: company.id })
  return { company, deal }
}

describe('the list of operations', () => {
  test('names the person, the procedure and the record, newest first', async () => {
    const { deal } = await fileDeal()
    await app.ask('deals.win', { id: deal.id })
    const contact = await app.ask('contacts.create', { name: '张三', companyId: deal.companyId })
    await app.ask('contacts.unlink', { contactId: contact.id, companyId: deal.companyId ?? '' })

    expect((await operations(5)).map(({ actorName, procedure, subject, rows }) => [actorName, procedure, subject, rows])).toEqual(
      [
        ['Anna Berg', 'contacts.unlink', '张三', 1],
        ['Anna Berg', 'contacts.create', '张三', 2],
        ['Anna Berg', 'deals.win', 'Fleet', 1],
        ['Anna Berg', 'deals.create', 'Fleet', 1],
        ['Anna Berg', 'companies.create', 'Acme', 1],
      ],
    )
  })

  test('names a machine as the office does, and before there was an office as its system did', async () => {
    await app.ask('companies.create', { name: 'Acme' })
    expect((await operations(1)).map(({ deviceName }) => deviceName)).toEqual(['test-machine'])
    const id = 'f'.repeat(64)
    app.writer.vouch(new Map([[app.writer.outgoing.ownOrigin(), JSON.stringify({ deviceId: id })]]))
    await app.ask('devices.admit', { id, name: 'Front desk' })
    expect((await operations(2)).map(({ deviceName }) => deviceName)).toEqual(['Front desk', 'Front desk'])
  })

  test('is read page by page to its first entry', async () => {
    for (let index = 0; index < 9; index++) await app.ask('companies.create', { name: `C${index}` })
    const seen: string[] = []
    for (let before: number | null = null; ;) {
      const page: { operations: { id: string; procedure: string }[]; next: number | null } = await app.ask('history.operations', {
        ...{ before, limit: 4 },
      })
      seen.push(...page.operations.map(({ procedure }) => procedure))
      before = page.next
      if (before === null) break
    }
    expect(seen).toEqual([...Array<string>(9).fill('companies.create'), 'workspace.create'])
  })

  test('has no single subject for what wrote many records', async () => {
    app.writer.write({ actor: app.owner.userId, procedure: 'imports.run' }, (tx) => {
      for (const name of ['A', 'B', 'C']) tx.insert('companies', { name })
    })
    expect(await operations(1)).toMatchObject([{ procedure: 'imports.run', rows: 3, subject: null }])
    await app.ask('history.undoLast', {})
    expect(await operations(1)).toMatchObject([{ procedure: 'history.undoLast', rows: 3, subject: null }])
  })
})

test('the history of a record tells old and new in names, not ids', async () => {
  const { deal } = await fileDeal()
  const other = await app.ask('companies.create', { name: '上海华腾' })
  await app.ask('deals.update', { id: deal.id, companyId: other.id, amountMinor: 500 })
  await app.ask('deals.win', { id: deal.id })

  const [win, update, creation] = await app.ask('history.ofRecord', { table: 'deals', id: deal.id })
  expect(win).toMatchObject({ procedure: 'deals.win', kind: 'changed', actorName: 'Anna Berg' })
  expect(win?.changes).toContainEqual(expect.objectContaining({ field: 'stageId', from: 'First contact', to: 'Won' }))
  expect(win?.changes).toContainEqual(expect.objectContaining({ field: 'status', from: 'open', to: 'won' }))
  expect(update?.changes).toContainEqual(expect.objectContaining({ field: 'companyId', from: 'Acme', to: '上海华腾' }))
  expect(update?.changes).toContainEqual(expect.objectContaining({ field: 'amountMinor', from: null, to: 500 }))
  expect(creation).toMatchObject({ kind: 'created', procedure: 'deals.create' })
})

test('the history of a record tells in which currency an amount was', async () => {
  const { deal } = await fileDeal()
  await app.ask('deals.update', { id: deal.id, amountMinor: 500 })
  await app.ask('deals.update', { id: deal.id, currency: 'JPY' })
  const history = await app.ask('history.ofRecord', { table: 'deals', id: deal.id })
  expect(history.map(({ currency }) => currency)).toEqual(['JPY', deal.currency, deal.currency])
})

describe('taking back', () => {
  test('is itself taken back by doing it again, as often as one likes', async () => {
    const { deal } = await fileDeal()
    await app.ask('deals.update', { id: deal.id, title: 'Fleet renewal' })
    const title = async () => (await app.ask('deals.get', { id: deal.id })).title

    for (let round = 0; round < 3; round++) {
      expect(await app.ask('history.undoLast', {})).toMatchObject({ procedure: 'deals.update', rows: 1 })
      expect(await title()).toBe('Fleet')
      expect(await app.ask('history.redoLast', {})).toMatchObject({ procedure: 'deals.update', rows: 1 })
      expect(await title()).toBe('Fleet renewal')
    }
  })

  test('goes back step by step, and forward again', async () => {
    const { id } = await app.ask('companies.create', { name: 'One' })
    for (const name of ['Two', 'Three']) await app.ask('companies.update', { id, name })
    const name = async () => (await app.ask('companies.get', { id })).name

    await app.ask('history.undoLast', {})
    await app.ask('history.undoLast', {})
    expect(await name()).toBe('One')
    await app.ask('history.redoLast', {})
    expect(await name()).toBe('Two')
    await app.ask('history.redoLast', {})
    expect(await name()).toBe('Three')
    expect(await app.call('history.redoLast', {})).toMatchObject({ ok: false, error: { messageKey: 'history.nothingToRedo' } })
  })

  test('what others stand on is refused, and says what stands there', async () => {
    const { deal } = await fileDeal()
    await app.ask('deals.update', { id: deal.id, title: 'Second' })
    const [second] = await operations(1)
    await app.ask('deals.update', { id: deal.id, title: 'Third' })

    const operation = second?.id ?? ''
    expect(await app.ask('history.obstacles', { operation })).toMatchObject({
      total: 1,
      listed: [{ table: 'deals', rowId: deal.id, name: 'Third', field: 'title', actorName: 'Anna Berg' }],
    })
    expect(await app.call('history.undo', { operation })).toMatchObject({
      ok: false,
      error: { code: 'conflict', messageKey: 'history.obstacles' },
    })
    expect((await app.ask('deals.get', { id: deal.id })).title).toBe('Third')
  })

  test('works for any older operation that nothing stands on', async () => {
    const { company, deal } = await fileDeal()
    await app.ask('deals.update', { id: deal.id, amountMinor: 100 })
    const [amount] = await operations(1)
    await app.ask('companies.update', { id: company.id, city: 'Köln' })

    await app.ask('history.undo', { operation: amount?.id ?? '' })
    expect((await app.ask('deals.get', { id: deal.id })).amountMinor).toBeNull()
    expect((await app.ask('companies.get', { id: company.id })).city).toBe('Köln')
    expect(await app.call('history.undo', { operation: amount?.id ?? '' })).toMatchObject({
      ok: false,
      error: { messageKey: 'history.alreadyUndone' },
    })
  })

  test('never takes back the workspace itself', async () => {
    const [setUp] = await operations()
    expect(setUp?.procedure).toBe('workspace.create')
    expect(await app.call('history.undo', { operation: setUp?.id ?? '' })).toMatchObject({
      ok: false,
      error: { code: 'conflict', messageKey: 'history.notUndoable' },
    })
    expect(await app.call('history.undoLast', {})).toMatchObject({ ok: false, error: { messageKey: 'history.nothingToUndo' } })
    expect((await app.ask('deals.pipelines', {})).length).toBe(1)
  })

  test('never takes back which computers belong to the office', async () => {
    const { id: company } = await app.ask('companies.create', { name: 'Made before' })
    await app.ask('devices.admit', { id: 'ab'.repeat(32), name: 'Front desk' })
    await app.ask('devices.remove', { id: 'ab'.repeat(32) })
    const refused = { ok: false, error: { code: 'conflict', messageKey: 'history.ofOffice' } }
    for (const { id } of await operations(2)) expect(await app.call('history.undo', { operation: id })).toMatchObject(refused)
    expect(await app.ask('history.undoLast', {})).toMatchObject({ procedure: 'companies.create' })
    expect(await app.call('companies.get', { id: company })).toMatchObject({ ok: false })
    expect(await app.ask('devices.list', {})).toEqual([])
  })

  test('is one’s own only: another person’s newest step stays', async () => {
    const colleague = { userId: '01900000-0000-7000-8000-00000000000b', name: 'Bo', rights: ['*'] }
    const mine = await app.ask('companies.create', { name: 'Mine' })
    await app.call('companies.create', { name: 'Theirs' }, colleague)
    await app.ask('history.undoLast', {})

    expect(await app.call('companies.get', { id: mine.id })).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(await app.ask('companies.pick', { text: '' })).toMatchObject([{ name: 'Theirs' }])
  })

  test('is refused where a colleague has built on it', async () => {
    const colleague = { userId: '01900000-0000-7000-8000-00000000000b', name: 'Bo', rights: ['*'] }
    const { id } = await app.ask('companies.create', { name: 'Mine' })
    await app.call('companies.update', { id, city: 'Köln' }, colleague)

    expect(await app.call('history.undoLast', {})).toMatchObject({
      ok: false,
      error: { code: 'conflict', messageKey: 'history.obstacles', params: { count: 1 } },
    })
    expect(await app.ask('companies.get', { id })).toMatchObject({ name: 'Mine', city: 'Köln' })
  })

  test('of an operation that is not in the history is refused', async () => {
    expect(await app.call('history.undo', { operation: `${'0'.repeat(32)}-1` })).toMatchObject({
      ok: false,
      error: { code: 'not_found', messageKey: 'history.unknownOperation' },
    })
  })

  test('needs the right to', async () => {
    await fileDeal()
    const guest = { ...app.owner, rights: ['history.view'] }
    expect(await app.call('history.undoLast', {}, guest)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})
