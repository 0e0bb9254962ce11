// The one timeline of a record, on a real engine.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TimelineEntry, TimelineKind } from '#shared/timeline/timeline.contract.ts'
import type { InputOf } from '#main/rpc/handlers.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let companyId: string
let contactId: string
beforeEach(async () => {
  app = await createTestApp()
  companyId = (await app.ask('companies.create', { name: 'Acme' })).id
  contactId = (await app.ask('contacts.create', { name: 'Mia Wolf', companyId })).id
})
afterEach(() => app.close())

const page = (input: Partial<InputOf<'timeline.of'>> = {}) =>
  app.ask('timeline.of', { recordType: 'company', recordId: companyId, limit: 200, ...input })
const told = ({ entries }: { readonly entries: readonly TimelineEntry[] }) =>
  entries.map((entry) => ('event' in entry ? `${entry.kind} ${entry.event}` : entry.kind))
const log = (fields: Partial<InputOf<'activities.log'>> = {}) =>
  app.ask('activities.log', { kind: 'note', recordType: 'company', recordId: companyId, text: 'A note', ...fields })
const link = (activityId: string, recordType: 'company' | 'contact', recordId: string) =>
  app.writer.write({ actor: app.owner.userId, procedure: 'test.link' }, (tx) =>
    tx.put('activityLinks', [activityId, recordId], { activityId, recordType, recordId }),
  )
const addFile = (activityId: string | null) =>
  app.writer.write({ actor: app.owner.userId, procedure: 'attachments.add' }, (tx) =>
    tx.insert('attachments', {
      recordType: 'company',
      recordId: companyId,
      activityId,
      name: 'Offer.pdf',
      hash: 'f'.repeat(64),
      size: 9,
      mimeType: 'application/pdf',
    }),
  )

/** Something of every kind, a minute apart. */
const fill = async () => {
  const note = await log()
  app.pass(60_000)
  const deal = await app.ask('deals.create', { title: 'Fleet', companyId, amountMinor: 5_000_00 })
  app.pass(60_000)
  const ticket = await app.ask('tickets.create', { subject: 'Lamp', companyId })
  app.pass(60_000)
  await app.ask('companies.update', { id: companyId, city: 'Bonn', phone: '030 123456' })
  app.pass(60_000)
  const [pipeline] = await app.ask('deals.pipelines', {})
  const stages = pipeline?.stages ?? []
  const won = stages.find(({ outcome }) => outcome === 'won')
  const second = stages.find(({ id, outcome }) => id !== deal.stageId && outcome === null)
  await app.ask('deals.move', { id: deal.id, stageId: second?.id ?? '', beforeId: null })
  app.pass(60_000)
  await app.ask('deals.move', { id: deal.id, stageId: won?.id ?? '', beforeId: null })
  app.pass(60_000)
  await log({ kind: 'call', recordType: 'deal', recordId: deal.id, text: 'On the deal' })
  app.pass(60_000)
  addFile(null)
  app.pass(60_000)
  addFile(note.id)
  const statuses = await app.ask('tickets.statuses', {})
  await app.ask('tickets.setStatus', { id: ticket.id, statusId: statuses.find(({ clock }) => clock === 'stops')?.id ?? '' })
  app.pass(60_000)
  const [stage] = await app.ask('lifecycleStages.list', {})
  if (stage)
    await app.ask('lifecycle.move', { recordType: 'company', recordId: companyId, toStageId: stage.id, onDay: '2026-03-01' })
  return { note, deal, ticket }
}
const everything = [
  ...['lifecycle', 'ticket closed', 'file', 'call', 'deal won', 'deal moved', 'change changed', 'ticket created', 'deal created'],
  ...['note', 'change changed', 'change created'],
]

describe('a company’s timeline', () => {
  test('mixes what people wrote with what happened, newest first', async () => {
    const { deal } = await fill()
    const { entries, next } = await page()
    expect([told({ entries }), next]).toEqual([everything, null])
    expect(entries.find(({ kind }) => kind === 'call')).toMatchObject({ of: { type: 'deal', id: deal.id, name: 'Fleet' } })
    expect(entries.find(({ kind }) => kind === 'note')).toMatchObject({ of: null, files: 1, actorName: 'Anna Berg' })
    expect(
      entries
        .filter(({ kind }) => kind === 'deal' || kind === 'ticket' || kind === 'file')
        .every(({ actorName }) => actorName === 'Anna Berg'),
    ).toBe(true)
    expect(entries.filter(({ kind }) => kind === 'change')[0]).toMatchObject({
      changes: [
        { field: 'phone', from: null, to: '030 123456', row: null },
        { field: 'city', to: 'Bonn' },
      ],
    })
  })

  test('is filtered by kinds, whose numbers are known', async () => {
    await fill()
    expect(told(await page({ kinds: ['deal', 'note'] }))).toEqual(['deal won', 'deal moved', 'deal created', 'note'])
    const counts = await app.ask('timeline.counts', { recordType: 'company', recordId: companyId })
    expect(counts).toEqual({
      order: 0,
      note: 1,
      call: 1,
      meeting: 0,
      email: 0,
      task: 0,
      deal: 3,
      ticket: 2,
      lifecycle: 1,
      file: 1,
      merge: 0,
      change: 3,
    })
  })

  test('is turned page by page, with nothing lost or doubled, whatever the size of a page', async () => {
    await fill()
    for (const at of ['2026-03-02T09:03:00.000Z', '2026-03-02T09:03:00.000Z', '2026-03-02T09:00:00.000Z'])
      await log({ happenedAt: at })
    const whole = (await page()).entries
    for (const limit of [1, 2, 3, 7]) {
      const found: TimelineEntry[] = []
      for (let before: InputOf<'timeline.of'>['before'] = null; ;) {
        const { entries, next } = await page({ limit, before })
        found.push(...entries)
        if (next === null) break
        before = next
      }
      expect(found).toEqual(whole)
    }
  })

  test('holds an e-mail that is linked to it, once', async () => {
    const mail = await log({ kind: 'email', recordType: 'contact', recordId: contactId, title: 'Offer' })
    link(mail.id, 'company', companyId)
    link(mail.id, 'contact', contactId)
    expect(told(await page({ kinds: ['email'] }))).toEqual(['email'])
    expect(told(await app.ask('timeline.of', { recordType: 'contact', recordId: contactId, kinds: ['email'] }))).toEqual([
      'email',
    ])
    expect((await app.ask('timeline.counts', { recordType: 'contact', recordId: contactId })).email).toBe(1)
  })

  test('says that a record came with an import', async () => {
    const id = app.writer.write({ actor: app.owner.userId, procedure: 'imports.run' }, (tx) =>
      tx.insert('companies', { name: 'From a file' }),
    )
    expect(told(await app.ask('timeline.of', { recordType: 'company', recordId: id.value }))).toEqual(['change imported'])
  })

  test('leaves out what was archived or never made', async () => {
    const { note, deal } = await fill()
    await app.ask('activities.archive', { id: note.id })
    await app.ask('deals.archive', { id: deal.id })
    expect(told(await page())).toEqual(everything.filter((entry) => !/^(note|deal|call)/u.test(entry)))
  })

  test('of a record that is not there is refused', async () => {
    expect(await app.call('timeline.of', { recordType: 'company', recordId: contactId })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
  })
})

describe('a deal’s and a ticket’s own', () => {
  test('tell their moves once', async () => {
    const { deal, ticket } = await fill()
    expect(told(await app.ask('timeline.of', { recordType: 'deal', recordId: deal.id }))).toEqual([
      ...['call', 'deal won', 'deal moved', 'deal created', 'change created'],
    ])
    const of = await app.ask('timeline.of', { recordType: 'ticket', recordId: ticket.id })
    expect(told(of).filter((entry) => entry.startsWith('ticket'))).toEqual(['ticket closed', 'ticket created'])
  })
})

test('five thousand entries are turned without a hitch', { timeout: 60_000 }, async () => {
  app.writer.write({ actor: app.owner.userId, procedure: 'test.fill' }, (tx) => {
    const kinds: readonly TimelineKind[] = ['note', 'call', 'email']
    for (let number = 0; number < 5000; number++) {
      const happenedAt = new Date(Date.parse('2020-01-01') + number * 3_600_000).toISOString()
      const kind = kinds[number % 3] === 'call' ? 'call' : 'note'
      tx.insert('activities', {
        kind,
        recordType: 'company',
        recordId: companyId,
        text: `Entry ${number}`,
        happenedAt,
        ownerId: app.owner.userId,
      })
    }
  })
  let count = 0
  for (let before: InputOf<'timeline.of'>['before'] = null; ;) {
    const { entries, next } = await page({ before })
    count += entries.length
    if (next === null) break
    before = next
  }
  // With the company's own making, and the contact that was linked to it.
  expect(count).toBe(5002)
})
