// Every screen through axe, in both colour schemes: names, roles, landmarks, and a contrast of at least 4.5.
import { expect, type Page, test } from '@playwright/test'
import { complaints } from './support/axe.ts'
import { type Office, goTo, openOffice } from './support/office.ts'
import { openHost } from './support/two-machines.ts'

/** Two that look alike, and a scan that found them. */
const lookForDuplicates = async (ask: Office['ask']): Promise<void> => {
  await ask('companies.create', { name: 'Twice Ltd', phone: '030 1234567' })
  await ask('companies.create', { name: 'Twice', phone: '+49 30 1234567' })
  const result = await ask('duplicates.scan', { recordType: 'company' })
  await ask('duplicates.keep', { recordType: 'company', result })
}

const routesOf = async ({ ask }: Office): Promise<string[]> => {
  const some = await ask('companies.list', { after: null, limit: 3 })
  const [company] = some
  const [contact] = await ask('contacts.list', { after: null, limit: 1 })
  const [deal] = (await ask('deals.board', {})).columns.flatMap(({ cards }) => cards)
  const [ticket] = await ask('tickets.list', { after: null, limit: 1 })
  const product = await ask('products.create', { name: 'Desk lamp', code: 'L-1', unit: 'piece', unitPriceE4: 495_000 })
  const order = await ask('orders.create', {
    ...{ companyId: company?.id ?? null, contactId: contact?.id ?? null, freightMinor: 900, statedTotalMinor: 10_000 },
    lines: [
      { productId: product.id, quantityMilli: 2000, discountBp: 500 },
      { name: 'Gift wrap', unitPriceE4: 25_000 },
    ],
  })
  await lookForDuplicates(ask)
  return [
    ...[
      '/home',
      '/calendar',
      '/calendar?view=month',
      '/calendar?view=day',
      '/tasks',
      '/settings/lifecycle',
      '/settings/tags',
      '/settings/pool',
      '/settings/working-time',
      '/settings/templates',
      '/settings/network',
      '/settings/fields',
      '/settings/fields?view=layout',
      '/settings/fields?of=deal&view=rules',
      '/settings/fields?of=contact&view=types',
      '/start',
      '/companies',
      '/companies?q=nothing-like-this',
      '/companies?new',
      '/companies?group=city',
      '/companies?peek=',
      '/contacts',
      '/history',
      '/conflicts',
      '/settings',
    ],
    ...['timeline', 'contacts', 'history'].map((tab) => `/companies/${company?.id}?tab=${tab}`),
    `/contacts/${contact?.id}`,
    `/contacts/${contact?.id}?tab=relations`,
    `/companies/${company?.id}?tab=files`,
    `/companies/${company?.id}/print`,
    `/merge/company?ids=${some.map(({ id }) => id).join(',')}`,
    '/contacts?new',
    '/duplicates',
    '/import?tab=watched',
    '/import?tab=sources',
    '/import?tab=past',
    '/settings/export',
    ...[
      '/deals',
      '/deals?new',
      '/deals?as=list&group=stageId',
      `/deals/${deal?.id}`,
      '/products',
      '/products?new',
      `/products/${product.id}`,
      '/orders',
      '/orders?new',
      `/orders?peek=${order.id}`,
      `/orders/${order.id}`,
      `/companies/${company?.id}?tab=orders`,
      '/tickets',
      '/tickets?new',
      `/tickets/${ticket?.id}`,
      '/reports',
      '/import',
    ],
  ]
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe holds nothing against the screens (${colorScheme})`, async () => {
    test.setTimeout(120_000)
    const office = await openHost()
    const { desktop, page, ask } = office
    try {
      await ask('samples.create', { language: 'en' })
      await ask('shell.setPreferences', { colorScheme })
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)

      for (const route of await routesOf(office)) {
        await goTo(page, route)
        await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
        await expect.poll(() => complaints(page), { message: route }).toEqual([])
      }
      await ask('network.switch', { isOn: true, name: 'Front desk' })
      await ask('network.invite', {})
      await goTo(page, '/settings/network')
      await page.getByRole('button', { name: 'Withdraw the code' }).waitFor()
      await page.getByRole('button', { name: 'Test the connection' }).click()
      await page.getByRole('button', { name: 'Test again' }).waitFor()
      expect(await complaints(page)).toEqual([])

      await ask('workspace.lock', {})
      await page.getByRole('textbox', { name: 'Password' }).waitFor()
      expect(await complaints(page)).toEqual([])
      expect(desktop.pageErrors).toEqual([])
    } finally {
      await desktop.close()
    }
  })
}

/** What can be pressed or filled in, and lies beyond the right edge with nothing to scroll it into sight. */
const beyondReach = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      for (let above = element.parentElement; above; above = above.parentElement)
        if (/auto|scroll/u.test(getComputedStyle(above).overflowX) && above.scrollWidth > above.clientWidth) return true
      return false
    }
    return [...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, [role=tab], [role=combobox]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        // A long text that is cut at the edge can still be pressed.
        return width > 1 && (left > innerWidth - 12 || right < 12) && !scrolls(element)
      })
      .map((element) => element.outerHTML.slice(0, 120))
  })

test('at twice the size of a small screen everything can still be reached', async () => {
  test.setTimeout(120_000)
  const office = await openOffice()
  const { desktop, page, ask } = office
  try {
    await ask('samples.create', { language: 'en' })
    // 1366 × 768 at 200 %.
    await page.setViewportSize({ width: 683, height: 384 })
    const found: string[] = []
    for (const route of await routesOf(office)) {
      await goTo(page, route)
      await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      found.push(...(await beyondReach(page)).map((html) => `${route}: ${html}`))
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        found.push(`${route} is wider than the window`)
    }
    expect(found).toEqual([])
    expect(desktop.pageErrors).toEqual([])
  } finally {
    await desktop.close()
  }
})
