// Every screen in both languages: it can be shown, says no bare key, and every control on it has a name.
import { screen, waitFor } from '@testing-library/react'
import { isInaccessible } from '@testing-library/dom'
import { describe, expect, test } from 'vitest'
import { featureRoutes } from '#renderer/app/feature-routes.ts'
import { settingsPages } from '#renderer/app/settings-pages.ts'
import { languages } from '#shared/base/messages.ts'
import { messages } from '#shared/messages.ts'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

const records = ['companies', 'contacts', 'deals', 'products', 'orders', 'tickets'] as const

const fillWorkspace = async () => {
  const app = await createTestApp()
  await app.ask('samples.create', { language: 'en' })
  const company = (await app.ask('companies.list', { after: null, limit: 1 }))[0]
  const product = await app.ask('products.create', { name: 'Lamp', unit: 'piece', unitPriceE4: 125_000 })
  const lines = [{ productId: product.id, discountBp: 500 }]
  const order = await app.ask('orders.create', { companyId: company?.id ?? null, freightMinor: 900, lines })
  const first = {
    companies: company?.id,
    products: product.id,
    orders: order.id,
    contacts: (await app.ask('contacts.list', { after: null, limit: 1 }))[0]?.id,
    deals: (await app.ask('deals.board', {})).columns.flatMap(({ cards }) => cards)[0]?.id,
    tickets: (await app.ask('tickets.list', { after: null, limit: 1, queue: 'all' }))[0]?.id,
  }
  return { app, first }
}

const keys = [...messages.en.keys()]

describe.each(languages)('in %s', (language) => {
  test.each([...featureRoutes.map(({ path }) => path), ...settingsPages.map(({ path }) => `settings/${path}`)])(
    '%s is shown in words',
    async (path) => {
      const { app, first } = await fillWorkspace()
      const kind = records.find((each) => path.startsWith(`${each}/`))
      const route = `/${path.replace(':id', (kind && first[kind]) ?? '')}`

      const { unmount } = await renderApp({ app, route, language })
      await screen.findAllByRole('heading', { level: 1 })
      await waitFor(() => expect(screen.queryByRole('status', { name: /Loading|正在载入/u })).toBeNull(), { timeout: 5000 })

      const text = document.body.textContent
      expect(text).not.toContain('⟦')
      expect(keys.filter((key) => text.includes(key))).toEqual([])
      expect(app.bugs).toEqual([])
      expect(screen.queryByRole('alert')?.textContent).toBeUndefined()
      expect(namelessControls()).toEqual([])
      unmount()
      app.close()
    },
  )
})

const namelessControls = (): string[] => {
  const controls = [
    ...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, [role=grid], [role=tab]'),
  ]
  return controls
    .filter((control) => !isInaccessible(control) && accessibleName(control) === '')
    .map(({ outerHTML }) => outerHTML)
}

const accessibleName = (control: HTMLElement): string => {
  const labelled = control.getAttribute('aria-labelledby')?.split(' ') ?? []
  const labels = 'labels' in control ? [...((control as HTMLInputElement).labels ?? [])] : []
  return [
    control.getAttribute('aria-label'),
    ...labelled.map((id) => document.getElementById(id)?.textContent),
    ...labels.map(({ textContent }) => textContent),
    control.textContent,
  ]
    .filter(Boolean)
    .join(' ')
    .trim()
}
