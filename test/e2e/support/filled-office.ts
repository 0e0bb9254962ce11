// One record of each kind, with a text of the spec's choice in every text field, and the screens that show them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Ask } from './office.ts'

/** The text of a field; `max` is the most it takes. */
export type TextOf = (field: string, max: number) => string

/** A screen, and the fields whose texts it shows. */
export interface FilledScreen {
  readonly route: string
  readonly shows: readonly string[]
}

/** Fills the workspace; answers every screen that has to show it. */
export const fillOffice = async (ask: Ask, textOf: TextOf): Promise<readonly FilledScreen[]> => {
  const company = await ask('companies.create', {
    name: textOf('company.name', 200),
    phone: textOf('c.phone', 60),
    email: 'office@example.com',
    website: 'https://example.com/',
    industry: textOf('company.industry', 100),
    address: textOf('company.address', 400),
    city: textOf('company.city', 100),
    country: textOf('company.country', 100),
    description: textOf('company.description', 20_000),
    externalId: textOf('company.externalId', 100),
  })
  const contact = await ask('contacts.create', {
    name: textOf('contact.name', 200),
    phone: textOf('p.phone', 60),
    email: 'person@example.com',
    address: textOf('contact.address', 400),
    city: textOf('contact.city', 100),
    country: textOf('contact.country', 100),
    description: textOf('contact.description', 20_000),
    externalId: textOf('contact.externalId', 100),
    companyId: company.id,
    role: textOf('contact.role', 100),
  })
  await ask('activities.log', {
    ...{ kind: 'note', recordType: 'company', recordId: company.id },
    title: textOf('note.title', 200),
    text: textOf('note.text', 20_000),
  })
  const deal = await ask('deals.create', {
    title: textOf('deal.title', 200),
    product: textOf('deal.product', 200),
    description: textOf('deal.description', 20_000),
    externalId: textOf('deal.externalId', 100),
    ...{
      companyId: company.id,
      contactId: contact.id,
      amountMinor: 900_000_000_000_000,
      ownerId: (await ask('users.me', {})).id,
    },
  })
  await ask('activities.log', {
    ...{ kind: 'task', recordType: 'deal', recordId: deal.id, dueOn: '2026-01-02' },
    title: textOf('task.title', 200),
    ownerId: deal.ownerId,
  })
  const lost = await ask('deals.create', { title: textOf('lost.title', 200), companyId: company.id })
  await ask('deals.lose', { id: lost.id, lossReason: textOf('lost.reason', 500) })
  const ticket = await ask('tickets.create', {
    subject: textOf('ticket.subject', 300),
    description: textOf('ticket.description', 20_000),
    externalId: textOf('ticket.externalId', 100),
    ...{ companyId: company.id, contactId: contact.id, priority: 'urgent' },
  })
  for (const kind of ['request', 'reply', 'note'] as const)
    await ask('tickets.reply', { id: ticket.id, kind, text: textOf(`message.${kind}`, 20_000) })

  const product = await ask('products.create', {
    ...{ name: textOf('product.name', 300), code: textOf('product.code', 100), category: textOf('product.category', 100) },
    ...{ unit: 'kg', description: textOf('product.description', 20_000), unitPriceE4: 10_000_000_000_000 },
  })
  const order = await ask('orders.create', {
    ...{
      number: 'PO-1',
      shipTo: textOf('order.shipTo', 1000),
      description: textOf('order.description', 20_000),
    },
    ...{ companyId: company.id, contactId: contact.id, statedTotalMinor: 900_000_000_000_000 },
    lines: [
      { productId: product.id, quantityMilli: 900 },
      { name: textOf('line.name', 300), discountBp: 1234 },
    ],
  })

  const ofCompany = ['name', 'industry', 'address', 'city', 'country', 'description']
  return [
    { route: '/home', shows: ['task.title', 'deal.title'] },
    { route: '/calendar?day=2026-01-02', shows: ['task.title'] },
    { route: '/calendar?view=month&day=2026-01-02', shows: ['task.title'] },
    { route: '/tasks?view=overdue', shows: ['task.title', 'deal.title'] },
    { route: '/companies', shows: ['company.name', 'company.industry', 'company.city', 'c.phone'] },
    { route: `/companies/${company.id}`, shows: [...ofCompany.map((field) => `company.${field}`), 'note.title', 'note.text'] },
    { route: `/companies/${company.id}?tab=contacts`, shows: ['contact.name', 'contact.role'] },
    { route: `/companies/${company.id}?tab=deals`, shows: ['deal.title', 'lost.title'] },
    { route: `/companies/${company.id}?tab=tickets`, shows: ['ticket.subject'] },
    { route: `/companies/${company.id}?tab=history`, shows: ['company.name', 'company.address'] },
    { route: '/contacts', shows: ['contact.name', 'contact.role', 'company.name', 'p.phone'] },
    { route: `/contacts/${contact.id}`, shows: ['contact.name', 'contact.address', 'contact.description', 'p.phone'] },
    { route: `/contacts/${contact.id}?tab=companies`, shows: ['company.name', 'contact.role'] },
    { route: '/deals', shows: ['deal.title', 'company.name', 'task.title', 'lost.title'] },
    {
      route: `/deals/${deal.id}`,
      shows: ['deal.title', 'deal.product', 'deal.description', 'company.name', 'contact.name', 'task.title'],
    },
    { route: `/deals/${deal.id}?tab=history`, shows: ['deal.title', 'deal.product'] },
    { route: `/deals/${lost.id}`, shows: ['lost.title', 'lost.reason'] },
    { route: '/tickets', shows: ['ticket.subject', 'company.name'] },
    {
      route: `/tickets/${ticket.id}`,
      shows: ['ticket.subject', 'ticket.description', 'message.request', 'message.reply', 'message.note'],
    },
    { route: '/products', shows: ['product.name', 'product.code', 'product.category'] },
    { route: `/products/${product.id}`, shows: ['product.name', 'product.code', 'product.description'] },
    { route: '/orders', shows: ['company.name', 'contact.name'] },
    {
      route: `/orders/${order.id}`,
      shows: ['order.shipTo', 'order.description', 'company.name', 'product.name', 'line.name'],
    },
    { route: `/companies/${company.id}?tab=orders`, shows: ['contact.name'] },
    { route: '/history', shows: ['company.name', 'deal.title'] },
    { route: '/settings', shows: [] },
    { route: '/reports', shows: ['person'] },
  ]
}

/** A file of deals whose headings, companies, stages and owners are such texts as well; answers its path. */
export const writeDealsFile = (fileName: string, textOf: TextOf): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'kith-hostile-')), fileName)
  const rows = [
    ['title', 'company', 'stage', 'owner', textOf('heading', 60)],
    [
      textOf('row.title', 200),
      textOf('row.company', 200),
      textOf('row.stage', 90),
      textOf('row.owner', 90),
      textOf('row.other', 200),
    ],
  ]
  writeFileSync(path, rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'))
  return path
}
