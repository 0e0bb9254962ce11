// Writing an order by keyboard: its lines, what they come to, and where it is seen again.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import type { TestApp } from '../support/test-app.ts'

const tea = (app: TestApp) => app.ask('products.create', { name: 'Green tea', unit: 'box', unitPriceE4: 128_000 })
const cells = async (name: RegExp) =>
  within(await screen.findByRole('row', { name }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent)

test('a product that is picked becomes a line, its quantity open to be typed; Tab goes on to price and discount', async () => {
  const { app, user, router } = await renderApp({ route: '/home' })
  await tea(app)
  const order = await app.ask('orders.create', { number: 'PO-1' })
  await router.navigate(`/orders/${order.id}`)

  await user.type(await screen.findByRole('combobox', { name: 'Add a product' }), 'green')
  await user.click(await screen.findByRole('option', { name: 'Green tea' }))
  const quantity = await screen.findByRole('textbox', { name: 'Quantity of Green tea' })
  expect(document.activeElement).toBe(quantity)
  await user.keyboard('3{Tab}')
  expect((await screen.findByRole('textbox', { name: 'Unit price of Green tea' })).getAttribute('value')).toBe('12.8')
  await user.keyboard('{Tab}')
  await screen.findByRole('textbox', { name: 'Discount of Green tea' })
  await user.keyboard('10{Enter}')

  await waitFor(async () => expect((await cells(/Green tea/u)).slice(1, 5)).toEqual(['3 box', '€12.80', '10 %', '€34.56']))
  expect((await screen.findByLabelText('What the order comes to')).textContent).toBe(
    'Before discount€38.40Discount-€3.84Total€34.56',
  )
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(async () => expect((await cells(/Green tea/u))[4]).toBe('€38.40'))
})

test('what is no number is told beside the cell and kept; Esc gives the old one back', async () => {
  const { app, user, router } = await renderApp({ route: '/home' })
  const order = await app.ask('orders.create', { lines: [{ name: 'Gift wrap', unitPriceE4: 25_000 }] })
  await router.navigate(`/orders/${order.id}`)

  await user.click(await screen.findByRole('button', { name: /Unit price of Gift wrap/u }))
  await user.keyboard('12,5{Enter}')
  expect((await screen.findByRole('alert')).textContent).toBe('Write a number, such as 1250.5.')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect((await app.ask('orders.get', { id: order.id })).lines[0]?.unitPriceE4).toBe(25_000)
})

test('lines change places by Alt and an arrow, and are removed by their menu', async () => {
  const { app, user, router } = await renderApp({ route: '/home' })
  const order = await app.ask('orders.create', { lines: [{ name: 'First' }, { name: 'Second' }, { name: 'Third' }] })
  await router.navigate(`/orders/${order.id}`)
  const names = async () => (await app.ask('orders.get', { id: order.id })).lines.map(({ name }) => name)

  const first = await screen.findByRole('button', { name: /Quantity of First/u })
  first.focus()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(async () => expect(await names()).toEqual(['Second', 'First', 'Third']))
  await user.click(await screen.findByRole('button', { name: 'Actions for Third' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
  await waitFor(async () => expect(await names()).toEqual(['Second', 'First']))
})

test('the stated total is told beside the lines where it says something else, and alone where there are none', async () => {
  const { app, router } = await renderApp({ route: '/home' })
  const lines = [{ name: 'Tea', unitPriceE4: 100_000 }]
  const other = await app.ask('orders.create', { lines, statedTotalMinor: 1190 })
  await router.navigate(`/orders/${other.id}`)
  await waitFor(() =>
    expect(screen.getByLabelText('What the order comes to').textContent).toBe('Total€10.00The source says€11.90'),
  )

  const alone = await app.ask('orders.create', { statedTotalMinor: 1190 })
  await router.navigate(`/orders/${alone.id}`)
  await screen.findByText(/there are no lines to count/u)
  expect(screen.getByLabelText('What the order comes to').textContent).toBe('Total€11.90')
})

test('a company shows its orders with what they come to, and a new one is written for it', async () => {
  const { app, user, router } = await renderApp({ route: '/home' })
  const company = await app.ask('companies.create', { name: 'Alfreds Futterkiste' })
  const product = await tea(app)
  await app.ask('orders.create', { companyId: company.id, orderedOn: '2026-01-05', lines: [{ productId: product.id }] })
  await router.navigate(`/companies/${company.id}?tab=orders`)

  const facts = await screen.findByText('1 order')
  expect(facts.closest('ul')?.textContent).toBe('€12.801 orderlast on 5 Jan')
  await user.click(screen.getByRole('button', { name: 'Add an order' }))
  await user.click(await screen.findByRole('button', { name: 'Add order' }))
  await screen.findByText('Nothing is in this order yet. Choose the first product below.')
  expect(
    (await app.ask('orders.ofRecord', { recordType: 'company', recordId: company.id, after: null, limit: 9 })).rows,
  ).toHaveLength(2)
})

test('a product tells where it was sold', async () => {
  const { app, router } = await renderApp({ route: '/home' })
  const product = await tea(app)
  const company = await app.ask('companies.create', { name: 'Alfreds Futterkiste' })
  const line = { productId: product.id, quantityMilli: 5000 }
  await app.ask('orders.create', { number: 'PO-7', companyId: company.id, orderedOn: '2026-01-05', lines: [line] })
  await router.navigate(`/products/${product.id}`)

  const sold = within(await screen.findByRole('region', { name: 'Sold' }))
  const row = (await sold.findByText('PO-7')).closest('li')
  expect(row?.textContent).toBe('PO-75 JanAlfreds Futterkiste5 box at €12.80€64.00')
  await screen.findByText('5 box sold')
})

test('the list shows what each order comes to, and groups by status with subtotals', async () => {
  const { app } = await renderApp({ route: '/orders' })
  const product = await tea(app)
  await app.ask('orders.create', { number: 'PO-1', lines: [{ productId: product.id }] })
  await app.ask('orders.create', { number: 'PO-2', status: 'done', statedTotalMinor: 990 })

  expect((await screen.findByRole('row', { name: /PO-1/u })).textContent).toMatch(/Open.*€12\.80/u)
  expect((await screen.findByRole('row', { name: /PO-2/u })).textContent).toMatch(/Done.*€9\.90/u)
})
