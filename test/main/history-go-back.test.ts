// The office as it stood at a moment: everything after it is taken back at once, as one operation that can be taken back itself.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Apart, createApart } from '../support/apart.ts'
import type { TestApp } from '../support/test-app.ts'

let apart: Apart
beforeEach(async () => {
  apart = await createApart()
})
afterEach(() => apart.close())

const moment = (app: TestApp): string => {
  app.pass(60_000)
  const [last] = app.writer.raw.prepare<[], { wall: number }>('SELECT max(wall) AS wall FROM sync_change').all()
  return new Date((last?.wall ?? 0) + 1000).toISOString()
}
const companies = async ({ ask }: TestApp) => {
  const { ids } = await ask('lists.ids', { entity: 'companies' })
  return Promise.all(
    ids.map(async (id) => {
      const { name, city } = await ask('companies.get', { id })
      return `${name} ${city ?? ''}`.trim()
    }),
  )
}

test('all that anybody did after the moment is gone on every machine, and comes back when that is taken back', async () => {
  const { anna, ben } = apart
  const acme = await anna.ask('companies.create', { name: 'Acme', city: 'Bremen' })
  const zeta = await anna.ask('companies.create', { name: 'Zeta' })
  const deal = await anna.ask('deals.create', { title: 'Fleet', companyId: acme.id })
  apart.meet()
  const until = moment(anna)
  ben.pass(60_000)

  await anna.ask('companies.update', { id: acme.id, city: 'Hamburg' })
  await anna.ask('companies.update', { id: acme.id, city: 'Kiel' })
  await anna.ask('deals.win', { id: deal.id })
  await ben.ask('companies.update', { id: acme.id, name: 'Acme AG' })
  await ben.ask('companies.archive', { id: zeta.id })
  await ben.ask('companies.create', { name: 'New' })
  apart.meet()
  expect((await companies(anna)).toSorted()).toEqual(['Acme AG Kiel', 'New'])

  const preview = await anna.ask('history.goBackPreview', { until })
  expect(preview).toMatchObject({ rows: 4, kept: [] })
  expect(preview.operations.find(({ procedure }) => procedure === 'companies.update')?.count).toBe(3)
  expect(preview.people.map(({ name, count }) => [name, count])).toEqual([
    ['Anna Berg', 3],
    ['Ben Okafor', 3],
  ])

  const reply = await anna.call('history.goBack', { until })
  expect(reply).toMatchObject({ ok: true, data: { rows: 4 } })
  apart.meet()
  for (const app of [anna, ben]) {
    expect((await companies(app)).toSorted()).toEqual(['Acme Bremen', 'Zeta'])
    expect(await app.ask('deals.get', { id: deal.id })).toMatchObject({ status: 'open' })
  }
  const [newest] = (await anna.ask('history.operations', { limit: 1 })).operations
  expect(newest).toMatchObject({ procedure: 'history.goBack', rows: 4 })

  await anna.ask('history.undo', { operation: newest?.id ?? '' })
  apart.meet()
  for (const app of [anna, ben]) expect((await companies(app)).toSorted()).toEqual(['Acme AG Kiel', 'New'])
  await expect(anna.ask('history.goBack', { until: moment(anna) })).rejects.toThrow(/nothingAfter/u)
})

test('what crossed after the moment goes back to what both came from', async () => {
  const { anna, ben } = apart
  const { id } = await anna.ask('companies.create', { name: 'Acme', city: 'Bremen' })
  apart.meet()
  const until = moment(anna)
  ben.pass(60_000)
  await anna.ask('companies.update', { id, city: 'Hamburg' })
  await ben.ask('companies.update', { id, city: 'Kiel' })
  apart.meet()
  await ben.ask('history.goBack', { until })
  apart.meet()
  for (const app of [anna, ben]) expect(await companies(app)).toEqual(['Acme Bremen'])
})

test('the workspace itself and its computers stay', async () => {
  const { anna } = apart
  await anna.ask('devices.admit', { id: 'a'.repeat(64), name: 'Front desk' })
  await anna.ask('companies.create', { name: 'New' })
  const until = '2020-01-01T00:00:00.000Z'
  const { kept } = await anna.ask('history.goBackPreview', { until })
  expect(kept).toContainEqual({ reason: 'set_up', count: 1 })
  expect(kept).toContainEqual({ reason: 'office', count: 1 })
  await anna.ask('history.goBack', { until })
  expect(await companies(anna)).toEqual([])
  expect(await anna.ask('devices.list', {})).toHaveLength(1)
  expect(await anna.ask('users.me', {})).toMatchObject({ name: 'Anna Berg' })
})
