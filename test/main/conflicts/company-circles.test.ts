// Companies that two machines put under one another: told on both alike, changed by nobody but a person.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Apart, createApart } from '../../support/apart.ts'
import type { TestApp } from '../../support/test-app.ts'

let apart: Apart
beforeEach(async () => {
  apart = await createApart()
})
afterEach(() => apart.close())

const circles = (app: TestApp) => app.ask('conflicts.circles', {})
const both = () => [apart.anna, apart.ben] as const
const under = (app: TestApp, id: string, parentId: string | null) => app.ask('companies.update', { id, parentId })

const made = async (...names: readonly string[]): Promise<string[]> => {
  const ids: string[] = []
  for (const name of names) ids.push((await apart.anna.ask('companies.create', { name })).id)
  apart.meet()
  return ids
}

test('both machines tell of the circle, who chose each parent and where, and count it', async () => {
  const [a = '', b = ''] = await made('Alder', 'Birch')
  const { anna, ben, meet } = apart
  await under(anna, a, b)
  await under(ben, b, a)
  meet()
  for (const app of both()) {
    expect(await circles(app)).toMatchObject([
      {
        companies: [
          { id: a, name: 'Alder', chosen: { actorName: 'Anna Berg', deviceName: 'test-machine' } },
          { id: b, name: 'Birch', chosen: { actorName: 'Ben Okafor', deviceName: 'second-machine' } },
        ],
      },
    ])
    expect(await app.ask('conflicts.count', {})).toEqual({ open: 1, records: 2, numbers: 0, circles: 1 })
    expect(await app.ask('companies.get', { id: a })).toMatchObject({ parentId: b })
    expect(await app.ask('companies.get', { id: b })).toMatchObject({ parentId: a })
  }
})

test('another parent for one of them breaks it on both machines', async () => {
  const [a = '', b = '', group = ''] = await made('Alder', 'Birch', 'Group')
  const { anna, ben, meet } = apart
  await under(anna, a, b)
  await under(ben, b, a)
  meet()
  await under(ben, b, group)
  meet()
  for (const app of both()) {
    expect(await circles(app)).toEqual([])
    expect(await app.ask('conflicts.count', {})).toMatchObject({ open: 0, records: 0 })
  }
})

test('a longer circle is told in its order; what hangs below it and other trees are no part of it', async () => {
  const [a = '', b = '', c = '', below = '', shop = '', group = ''] = await made('A', 'B', 'C', 'Below', 'Shop', 'Group')
  const { anna, ben, meet } = apart
  await under(anna, a, b)
  await under(anna, shop, group)
  await under(anna, below, a)
  await under(anna, group, a)
  await under(anna, c, a)
  await under(ben, b, c)
  meet()
  for (const app of both()) {
    expect(await circles(app)).toMatchObject([{ companies: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] }])
    expect(await app.ask('conflicts.circles', { companyId: c })).toHaveLength(1)
    expect(await app.ask('conflicts.circles', { companyId: below })).toEqual([])
  }
})

test('an archived company takes its circle out of the question until it is back', async () => {
  const [a = '', b = ''] = await made('Alder', 'Birch')
  const { anna, ben, meet } = apart
  await under(anna, a, b)
  await under(ben, b, a)
  meet()
  await anna.ask('companies.archive', { id: b })
  expect(await circles(anna)).toEqual([])
  await anna.ask('companies.restore', { id: b })
  expect(await circles(anna)).toHaveLength(1)
})
