// Days in the cells of a list: typed in words, or picked in the calendar; and amounts asked for in a currency.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { cell, grid, row } from '../support/listed-companies.ts'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

/** The column of the day on which a deal is expected to close. */
const CLOSES = 4

const oneDeal = async () => {
  const app = await createTestApp({ language: 'en' })
  const { id } = await app.ask('deals.create', {
    title: 'Fleet renewal',
    expectedCloseOn: '2026-03-20',
    amountMinor: 100_000,
    currency: 'EUR',
  })
  await app.ask('deals.create', { title: 'Spare parts', amountMinor: 100_000, currency: 'CNY' })
  const closesOn = async () => (await app.ask('deals.get', { id })).expectedCloseOn
  return { app, closesOn }
}

test('a day is typed as “tomorrow” or +3', async () => {
  const { app, closesOn } = await oneDeal()
  const { user } = await renderApp({ app, route: '/deals?as=list' })
  await row(/Fleet/u)
  await user.click(await cell(/Fleet/u, CLOSES))
  await user.keyboard('tomorrow{Enter}')
  // It is Monday, 2 March 2026.
  await waitFor(async () => expect(await closesOn()).toBe('2026-03-03'))

  await user.click(await cell(/Fleet/u, CLOSES))
  await user.keyboard('+3{Enter}')
  await waitFor(async () => expect(await closesOn()).toBe('2026-03-05'))
})

test('a day is picked in the calendar of its cell', async () => {
  const { app, closesOn } = await oneDeal()
  const { user } = await renderApp({ app, route: '/deals?as=list' })
  await row(/Fleet/u)
  await user.dblClick(await cell(/Fleet/u, CLOSES))
  await user.click(await within(grid()).findByRole('button', { name: 'Choose in the calendar' }))
  await user.click(await screen.findByRole('button', { name: '25 March 2026' }))

  await waitFor(async () => expect(await closesOn()).toBe('2026-03-25'))
})

test('amounts are asked for in a currency of choice', async () => {
  const { app } = await oneDeal()
  const filter = {
    join: 'and',
    not: false,
    items: [{ field: 'amountMinor', operator: 'atLeast', value: 50_000, currency: 'EUR' }],
  }
  const { user } = await renderApp({ app, route: `/deals?as=list&filter=${encodeURIComponent(JSON.stringify(filter))}` })
  await row(/Fleet/u)
  expect(screen.queryByRole('row', { name: /Spare/u })).toBeNull()

  await user.click(await screen.findByRole('button', { name: /^Change: Amount/u }))
  await user.click(await screen.findByRole('combobox', { name: 'Currency' }))
  await user.click(await screen.findByRole('option', { name: /^CNY/u }))

  await row(/Spare/u)
  expect(screen.queryByRole('row', { name: /Fleet/u })).toBeNull()
})
