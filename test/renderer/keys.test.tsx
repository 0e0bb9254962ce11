// The printed list of keys holds every key that any screen has.
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { allKeys } from '#renderer/app/all-keys.ts'
import { createTranslate } from '#renderer/i18n/translate.ts'
import { renderApp } from '../support/render-with-app.tsx'

const say = createTranslate('en')
/** A new record and a search are called by what they are of. */
const OF_A_KIND: Readonly<Record<string, RegExp>> = { n: /new/iu, '/': /search/iu }
const listed = allKeys.flatMap(({ lines }) => lines.map(({ keys, label }) => `${keys}|${say(label)}`))

test('no screen has a key that is not on the printed list', async () => {
  const { app, user, router } = await renderApp({ route: '/home' })
  const company = await app.ask('companies.create', { name: 'Globex' })
  const contact = await app.ask('contacts.create', { name: 'Mia Wolf', companyId: company.id })
  const deal = await app.ask('deals.create', { title: 'Fleet', companyId: company.id })
  const order = await app.ask('orders.create', { lines: [{ name: 'Lamp' }] })
  const product = await app.ask('products.create', { name: 'Lamp' })
  const ticket = await app.ask('tickets.create', { subject: 'Broken lamp' })
  const routes = ['/home', '/companies', `/companies/${company.id}`, '/contacts', `/contacts/${contact.id}`, '/deals'].concat(
    `/deals/${deal.id}`,
    '/orders',
    `/orders/${order.id}`,
    '/products',
    `/products/${product.id}`,
    '/tickets',
    `/tickets/${ticket.id}`,
    '/calendar',
    '/settings/fields',
  )
  const unknown: string[] = []
  for (const route of routes) {
    await router.navigate(route)
    await screen.findByRole('heading', { level: 1 })
    // Keys come with the data of the screen.
    await new Promise((resolve) => setTimeout(resolve, 150))
    await user.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: say('base.keys.title') })
    for (const line of dialog.querySelectorAll<HTMLElement>('[data-keys]')) {
      const keys = line.dataset['keys'] ?? ''
      const label = line.dataset['label'] ?? ''
      const isKnown = listed.includes(`${keys}|${label}`) || OF_A_KIND[keys]?.test(label) || /^[1-9]$/u.test(keys)
      if (!isKnown) unknown.push(`${route}: ${keys} ${label}`)
    }
    await user.keyboard('{Escape}')
  }
  expect(unknown).toEqual([])
}, 60_000)
