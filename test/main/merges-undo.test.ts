// Whatever hangs on records that are merged: all of it goes over, none of it twice, and an undo gives everything back.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { WriteTx } from '#main/db/database.ts'
import { references } from '#main/db/registry/references.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import { allDocuments, allRows, anyRow, fill, newestOperation } from '../support/merge-desk.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const ELSEWHERE = '01900000-0000-7000-8000-00000000ffff'

const count = (table: string, column: string, id: string): number =>
  Number(app.writer.raw.prepare(`SELECT count(*) FROM ${table} WHERE ${column} = ? AND archivedAt IS NULL`).pluck().get(id))

describe.each(['company', 'contact'] as const)('every table that names a %s', (recordType) => {
  const naming = references.filter(({ to, column }) => to === recordTableOf(recordType) && column !== 'mergedIntoId')

  test.each(naming.map(({ table, column }) => [`${table}.${column}`, table, column] as const))(
    '%s names the winner afterwards, and the loser again after an undo',
    async (_name, table, column) => {
      const [winner = '', loser = ''] = fill(app, (tx) =>
        ['Same', 'Same'].map((name) => tx.insert(recordTableOf(recordType), { name })),
      )
      fill(app, (tx) => tx.insert(table, { ...anyRow(table, recordType), [column]: loser }))
      expect(count(table, column, loser)).toBe(1)
      await app.ask('merges.run', { recordType, winnerId: winner, loserIds: [loser] })
      expect([count(table, column, loser), count(table, column, winner)]).toEqual([0, 1])
      await app.ask('history.undo', { operation: await newestOperation(app) })
      expect([count(table, column, loser), count(table, column, winner)]).toEqual([1, 0])
    },
  )
})

/** What hangs on the records of one run, as numbers: which record, which of a few others. */
const hanging = fc.record({
  kind: fc.constantFrom(
    ...(['activity', 'deal', 'ticket', 'order', 'file', 'phone', 'link', 'tag', 'favourite', 'child', 'parent'] as const),
    ...(['relation', 'apart', 'mention', 'move', 'mainPhone', 'archivedTag', 'archivedDeal'] as const),
  ),
  on: fc.nat(9),
  other: fc.nat(9),
  says: fc.constantFrom('a', 'b', null),
})
type Hanging = { kind: string; on: number; other: number; says: string | null }

interface Office {
  readonly ids: readonly string[]
  readonly others: readonly string[]
  readonly tags: readonly string[]
}

const hang = (tx: WriteTx, recordType: CustomerType, { ids, others, tags }: Office, { kind, on, other, says }: Hanging): void => {
  const recordId = ids[on % ids.length] ?? ''
  const second = ids[other % ids.length] ?? ''
  const stranger = others[other % others.length] ?? ''
  const tagId = tags[other % tags.length] ?? ''
  const onRecord = { recordType, recordId }
  const tie = recordType === 'company' ? { companyId: recordId } : { contactId: recordId }
  const activity = () => tx.insert('activities', { kind: 'note', ...onRecord, happenedAt: tx.at, text: says })
  const deal = () =>
    tx.insert('deals', {
      title: 'Deal',
      currency: 'EUR',
      pipelineId: ELSEWHERE,
      stageId: ELSEWHERE,
      position: 'a0',
      status: 'open',
      ...tie,
    })
  const tagged = () => tx.put('recordTags', [tagId, recordId], { tagId, ...onRecord })
  const kinds: Readonly<Record<string, () => unknown>> = {
    activity,
    deal,
    ticket: () =>
      tx.insert('tickets', { number: 'T-A-1', subject: 'Lamp', priority: 'low', channel: 'phone', statusId: 's', ...tie }),
    order: () => tx.insert('orders', { number: 'O-1', status: 'draft', currency: 'EUR', ...tie } as never),
    file: () => tx.insert('attachments', { ...onRecord, name: 'a.pdf', hash: '0'.repeat(64), size: 1, mimeType: 'text/plain' }),
    phone: () =>
      tx.insert('contactPoints', {
        ...onRecord,
        kind: 'phone',
        value: `0571 8888 100${other}`,
        note: says,
        position: `a${other}`,
      }),
    link: () => {
      const pair = recordType === 'company' ? [recordId, stranger] : [stranger, recordId]
      const [companyId = '', contactId = ''] = pair
      return tx.put('companyContacts', pair, { companyId, contactId, role: says, isPrimary: other % 2 === 0 })
    },
    tag: tagged,
    archivedTag: () => tx.archive('recordTags', tagged()),
    archivedDeal: () => tx.archive('deals', deal()),
    favourite: () =>
      tx.put('favourites', [app.owner.userId ?? '', recordId], { userId: app.owner.userId ?? '', ...onRecord, position: 'a0' }),
    child: () => recordType === 'company' && tx.insert('companies', { name: 'Daughter', parentId: recordId }),
    parent: () => recordType === 'company' && second < recordId && tx.update('companies', recordId, { parentId: second }),
    relation: () =>
      recordType === 'contact' &&
      tx.insert('relations', {
        fromId: recordId,
        toId: other > 5 ? second : (others[1] ?? ''),
        kind: says === 'a' ? 'parent' : 'friend',
        note: says,
      }),
    apart: () => {
      const [aId = '', bId = ''] = [recordId, other > 5 ? second : stranger].toSorted()
      return tx.put('notDuplicates', [recordType, aId, bId], { recordType, aId, bId })
    },
    mention: () => {
      const activityId = activity()
      return tx.put('activityLinks', [activityId, recordType, second], { activityId, recordType, recordId: second })
    },
    move: () => tx.insert('lifecycleMoves', { ...onRecord, onDay: '2026-01-01', note: says }),
    mainPhone: () => tx.update(recordTableOf(recordType), recordId, { phone: `+86 571 8888 100${other}` }),
  }
  kinds[kind]?.()
}

const makeOffice = (recordType: CustomerType, size: number, hangings: readonly Hanging[]): Office =>
  fill(app, (tx) => {
    const other = recordType === 'company' ? 'contacts' : 'companies'
    const office: Office = {
      ids: Array.from({ length: size }, (_, place) => tx.insert(recordTableOf(recordType), { name: `Record ${place}` })),
      others: Array.from({ length: 3 }, (_, place) =>
        tx.insert(recordType === 'contact' && place === 1 ? 'contacts' : other, { name: 'Stranger' }),
      ),
      tags: Array.from({ length: 3 }, (_, place) => tx.insert('tags', { name: `Tag ${place}`, colour: 'blue' })),
    }
    for (const one of hangings) hang(tx, recordType, office, one)
    return office
  })

describe.each(['company', 'contact'] as const)('merging what is a %s', (recordType) => {
  const cases = { size: fc.integer({ min: 2, max: 10 }), winner: fc.nat(9), hangings: fc.array(hanging, { maxLength: 40 }) }
  test('nothing in use is left on a loser, nothing is there twice, and an undo leaves every row and every hit as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ ...cases, chosen: fc.nat(9) }), async ({ size, winner, hangings, chosen }) => {
        const { ids } = makeOffice(recordType, size, hangings)
        const winnerId = ids[winner % size] ?? ''
        const loserIds = ids.filter((id) => id !== winnerId)
        const [before, documents] = [allRows(app), allDocuments(app)]
        const preview = await app.ask('merges.preview', { recordType, ids: [...ids], winnerId })
        const { moved } = await app.ask('merges.run', {
          recordType,
          winnerId,
          loserIds,
          choices: { name: ids[chosen % size] ?? '' },
        })
        for (const { table, column, to } of references) {
          if (to !== recordTableOf(recordType) || column === 'mergedIntoId') continue
          for (const id of loserIds) expect(count(table, column, id), `${table}.${column}`).toBe(0)
        }
        const card =
          recordType === 'company'
            ? await app.ask('companies.get', { id: winnerId })
            : await app.ask('contacts.get', { id: winnerId })
        expect(new Set(card.points.map(({ value }) => value.replaceAll(/\D/gu, '').replace(/^86|^0/u, ''))).size).toBe(
          card.points.length,
        )
        expect(card.tags.length).toBe(preview.unions.tags.length)
        expect(moved).toBe(preview.counts.reduce((sum, one) => sum + one.count, 0))
        await app.ask('history.undo', { operation: await newestOperation(app) })
        expect(allRows(app)).toEqual(before)
        expect(allDocuments(app)).toEqual(documents)
      }),
      { numRuns: 60 },
    )
  })

  test('what is done in between stays when the merge is taken back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(cases), async ({ size, winner, hangings }) => {
        const { ids } = makeOffice(recordType, size, [...hangings, { kind: 'deal', on: winner + 1, other: 0, says: null }])
        const winnerId = ids[winner % size] ?? ''
        const choices = { phone: ids.at(-1) ?? '' }
        const before = allRows(app)
        await app.ask('merges.run', { recordType, winnerId, loserIds: ids.filter((id) => id !== winnerId), choices })
        const operation = await newestOperation(app)
        const isOnLoser = (row: object) =>
          'companyId' in row && 'contactId' in row && Object.values(row).some((value) => value === ids[(winner + 1) % size])
        const deal = (before['deals'] ?? []).find((row) => isOnLoser(row) && 'archivedAt' in row && row.archivedAt === null)
        const dealId = deal && 'id' in deal ? String(deal.id) : ''
        await app.ask('deals.update', { id: dealId, title: 'Renamed' })
        const entry = await app.ask('activities.log', { recordType, recordId: winnerId, kind: 'call', text: 'Since then' })
        await app.ask('history.undo', { operation })
        const after = allRows(app)
        expect(after['activities']?.filter((row) => 'id' in row && row.id !== entry.id)).toEqual(before['activities'])
        expect(await app.ask('activities.get', { id: entry.id })).toMatchObject({ recordId: winnerId })
        const renamed = (row: object) => ('id' in row && row.id === dealId ? { ...row, title: 'Renamed' } : row)
        expect({ ...after, activities: [] }).toEqual({ ...before, activities: [], deals: before['deals']?.map(renamed) })
      }),
      { numRuns: 40 },
    )
  })

  test('merges of what was merged are taken back one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(cases), async ({ size, hangings }) => {
        const { ids } = makeOffice(recordType, size + 1, hangings)
        const [first = '', second = '', ...rest] = ids
        const before = allRows(app)
        await app.ask('merges.run', { recordType, winnerId: second, loserIds: [first] })
        const between = allRows(app)
        const one = await newestOperation(app)
        await app.ask('merges.run', { recordType, winnerId: rest[0] ?? '', loserIds: [second, ...rest.slice(1)] })
        const two = await newestOperation(app)
        expect(await app.ask('merges.winnerOf', { recordType, id: first })).toMatchObject({ winner: { id: rest[0] } })
        await app.ask('history.undo', { operation: two })
        expect(allRows(app)).toEqual(between)
        await app.ask('history.undo', { operation: one })
        expect(allRows(app)).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })
})

test('what was changed again since stands in the way by name, until that is taken back', async () => {
  const [winner, loser] = [
    (await app.ask('companies.create', { name: 'Harbour Tools' })).id,
    (await app.ask('companies.create', { name: 'Harbor Tools', city: 'Oslo' })).id,
  ]
  await app.ask('merges.run', { recordType: 'company', winnerId: winner, loserIds: [loser] })
  const merge = await newestOperation(app)
  await app.ask('companies.update', { id: winner, city: 'Bergen' })
  expect(await app.ask('history.obstacles', { operation: merge })).toMatchObject({
    listed: [{ name: 'Harbour Tools', field: 'city' }],
  })
  expect(await app.call('history.undo', { operation: merge })).toMatchObject({
    ok: false,
    error: { messageKey: 'history.obstacles' },
  })
  await app.ask('history.undoLast', {})
  await app.ask('history.undo', { operation: merge })
  expect(await app.ask('companies.get', { id: winner })).toMatchObject({ city: null })
  expect(await app.ask('companies.get', { id: loser })).toMatchObject({ city: 'Oslo', archivedAt: null })
})
