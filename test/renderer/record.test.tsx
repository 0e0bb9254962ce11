import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

const openCompany = async (
  fields: { readonly phone?: string; readonly city?: string; readonly creditCode?: string } = {},
  tab = '',
) => {
  const app = await createTestApp()
  const { id } = await app.ask('companies.create', { name: 'Harbour Tools', ...fields })
  const rendered = await renderApp({ app, route: `/companies/${id}${tab}` })
  await screen.findByRole('heading', { name: 'Harbour Tools', level: 2 })
  return { ...rendered, app, id, card: () => app.ask('companies.get', { id }) }
}

test('a customer is moved in the lifecycle with a day, and back again', async () => {
  const { app, user, card } = await openCompany()
  const stages = await app.ask('lifecycleStages.list', {})
  await user.click(await screen.findByRole('button', { name: /^Lifecycle stage: No stage/u }))
  await user.clear(await screen.findByRole('textbox', { name: 'On' }))
  await user.type(screen.getByRole('textbox', { name: 'On' }), '2026-02-20')
  await user.click(await screen.findByRole('button', { name: 'Develop' }))
  await screen.findByRole('button', { name: /^Lifecycle stage: Develop · since 20 Feb/u })
  expect(await card()).toMatchObject({ lifecycleStageId: stages[1]?.id, lifecycleSince: '2026-02-20' })

  await user.keyboard('s')
  await user.click(await screen.findByRole('button', { name: 'Identify' }))
  await screen.findByRole('button', { name: /^Lifecycle stage: Identify/u })
  expect((await card()).moves.map(({ from, to }) => [from, to])).toEqual([
    ['Develop', 'Identify'],
    [null, 'Develop'],
  ])
})

test('a tag is made where it is put on, and a favourite is starred', async () => {
  const { app, user, card } = await openCompany()
  await user.click(await screen.findByRole('button', { name: 'Add tag' }))
  await user.type(await screen.findByRole('combobox', { name: 'Tags' }), 'Key account')
  await user.click(await screen.findByRole('option', { name: 'New tag “Key account”' }))
  await waitFor(async () => expect((await card()).tags).toMatchObject([{ name: 'Key account' }]))
  await user.keyboard('{Escape}')

  await user.click(screen.getByRole('button', { name: 'Favourite' }))
  await waitFor(async () => expect(await app.ask('favourites.list', {})).toMatchObject([{ name: 'Harbour Tools' }]))
  expect(screen.getByRole('button', { name: 'Favourite' }).getAttribute('aria-pressed')).toBe('true')
})

test('a further phone is added, made the main one, and removed', async () => {
  const { user, card } = await openCompany({ phone: '030 123456' })
  await user.click(await screen.findByRole('button', { name: 'Add phone, e-mail, address …' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Phone' }))
  const form = within(await screen.findByRole('dialog', { name: 'Add a way to reach them' }))
  await user.type(form.getByRole('textbox', { name: /^Phone/u }), '0151 23456789')
  await user.click(form.getByRole('button', { name: 'Save' }))

  await user.click(await screen.findByRole('button', { name: 'Actions for 0151 23456789' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Make it the main one' }))
  await waitFor(async () => expect((await card()).phone).toBe('0151 23456789'))

  await user.click(await screen.findByRole('button', { name: 'Actions for 030 123456' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
  await waitFor(async () => expect((await card()).points).toEqual([]))
})

test('a code with a wrong check digit is kept, and quietly doubted', async () => {
  const { user, card } = await openCompany()
  await user.click(await screen.findByRole('button', { name: 'Registration code: empty. Edit' }))
  await user.keyboard('91330100ma27xxxx1a{Enter}')
  await screen.findByText(/The check digit does not fit/u)
  expect(await card()).toMatchObject({ creditCode: '91330100MA27XXXX1A' })
})

test('the clock beside a property shows what it was, and writes that back', async () => {
  const { app, user, id, card } = await openCompany({ city: 'Bergen' })
  await app.ask('companies.update', { id, city: 'Oslo' })
  await user.click(await screen.findByRole('button', { name: 'History of City' }))
  await screen.findByText('Bergen → Oslo')
  await user.click(screen.getByRole('button', { name: 'Restore City: Bergen' }))

  await screen.findByRole('button', { name: 'City: Bergen. Edit' })
  expect(await card()).toMatchObject({ city: 'Bergen' })
})

test('the history tells of links too, and puts one back that was removed', async () => {
  const { app, user, id } = await openCompany({}, '?tab=history')
  const contact = await app.ask('contacts.create', { name: 'Ada Berg', companyId: id, role: 'Buyer' })
  await screen.findByText('added the link to Ada Berg')
  await app.ask('contacts.unlink', { companyId: id, contactId: contact.id })
  await user.click(await screen.findByRole('button', { name: 'Put back' }))

  await waitFor(async () =>
    expect(await app.ask('companies.contacts', { id })).toMatchObject([
      { contact: { name: 'Ada Berg' }, link: { role: 'Buyer' } },
    ]),
  )
})

test('a property that is changed elsewhere while it is edited says so, and keeps what was typed', async () => {
  const { app, user, id, card } = await openCompany({ city: 'Bergen' })
  await user.click(await screen.findByRole('button', { name: 'City: Bergen. Edit' }))
  await user.keyboard('Turku')
  await app.ask('companies.update', { id, city: 'Oslo' })

  await screen.findByText(/^Changed meanwhile to “Oslo”/u)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'City' }).value).toBe('Turku')
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await card()).toMatchObject({ city: 'Turku' }))
})

test('a property that was only looked at does not overwrite what somebody else wrote', async () => {
  const { app, user, id, card } = await openCompany({ city: 'Bergen' })
  await user.click(await screen.findByRole('button', { name: 'City: Bergen. Edit' }))
  await app.ask('companies.update', { id, city: 'Oslo' })
  await screen.findByText(/^Changed meanwhile to “Oslo”/u)
  await user.keyboard('{Enter}')

  await screen.findByRole('button', { name: 'City: Oslo. Edit' })
  expect(await card()).toMatchObject({ city: 'Oslo' })
})

test('the timeline is filtered by kind, and a note is pinned beside the record', async () => {
  const { app, user, id } = await openCompany()
  await app.ask('activities.log', { kind: 'note', recordType: 'company', recordId: id, text: 'Gate 3, before nine' })
  await app.ask('activities.log', { kind: 'call', recordType: 'company', recordId: id, text: 'Asked for an offer' })
  const kinds = within(await screen.findByRole('group', { name: 'Kinds to show' }))
  await user.click(await kinds.findByRole('button', { name: 'Notes 1' }))
  await waitFor(() => expect(screen.queryByText('Asked for an offer')).toBeNull())

  await user.click(await screen.findByRole('button', { name: 'Actions for this entry' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Pin' }))
  const aside = within(await screen.findByRole('region', { name: 'At a glance' }))
  expect(await aside.findByText('Gate 3, before nine')).toBeTruthy()
})

test('how two people stand to each other is noted once and read from both', async () => {
  const app = await createTestApp()
  const ada = await app.ask('contacts.create', { name: 'Ada Berg' })
  const noah = await app.ask('contacts.create', { name: 'Noah Wolf' })
  const { user, router } = await renderApp({ app, route: `/contacts/${ada.id}?tab=relations` })
  await user.click(await screen.findByRole('button', { name: 'Add a relation' }))
  const form = within(await screen.findByRole('dialog', { name: 'Add a relation' }))
  await user.type(form.getByRole('combobox', { name: /^Contact/u }), 'noah')
  await user.click(await screen.findByRole('option', { name: 'Noah Wolf' }))
  await user.click(form.getByRole('combobox', { name: 'To Ada Berg this person is' }))
  await user.click(await screen.findByRole('option', { name: 'Manager' }))
  await user.click(form.getByRole('button', { name: 'Save' }))
  await within(await screen.findByRole('region', { name: 'Relations' })).findByRole('link', { name: 'Noah Wolf' })

  await router.navigate(`/contacts/${noah.id}?tab=relations`)
  await screen.findByRole('heading', { name: 'Noah Wolf', level: 2 })
  const relations = within(await screen.findByRole('region', { name: 'Relations' }))
  await relations.findByRole('link', { name: 'Ada Berg' })
  expect(relations.getByText('Reports to them')).toBeTruthy()
})

test('a customer in the public pool is claimed from its page', async () => {
  const { app, user, id, card } = await openCompany()
  await app.ask('settings.update', { pool: { isOn: true, idleDays: 30, cap: null } })
  await app.ask('pool.release', { recordType: 'company', recordId: id })
  await user.click(await screen.findByRole('button', { name: 'Claim' }))
  await waitFor(async () => expect(await card()).toMatchObject({ pooledAt: null, ownerId: app.owner.userId }))
})

test('a company with records of its own asks what is to be archived with it', async () => {
  const { app, user, id, card } = await openCompany()
  const deal = await app.ask('deals.create', { title: 'Fleet', companyId: id })
  await user.click(screen.getByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Archive' }))
  const question = within(await screen.findByRole('dialog', { name: 'Archive Harbour Tools?' }))
  await question.findByText('1 deal')
  await user.click(question.getByRole('button', { name: 'Archive it too' }))

  await screen.findByText(/This record is archived/u)
  expect((await app.ask('deals.get', { id: deal.id })).archivedAt).not.toBeNull()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await card()).toMatchObject({ archivedAt: null }))
  expect((await app.ask('deals.get', { id: deal.id })).archivedAt).toBeNull()
})

test('the card is printed from its page', async () => {
  const { user, bridge, id } = await openCompany()
  await user.keyboard('{Control>}p{/Control}')
  await user.click(await screen.findByRole('button', { name: 'Print' }))
  const printable = { page: 'card', paper: 'A4', recordType: 'company', recordId: id }
  await waitFor(() => expect(bridge.shellCalls).toContainEqual({ path: 'shell.print', input: printable }))
})

test('the printed card holds what is known, and says when it is complete', async () => {
  delete document.documentElement.dataset['ready']
  Object.assign(document.fonts, { load: () => Promise.resolve([]) })
  const app = await createTestApp()
  const { id } = await app.ask('companies.create', {
    ...{ name: '华腾科技', phone: '13800138000', city: '杭州', people: [{ name: '张三', role: '采购经理' }] },
  })
  await renderApp({ app, language: 'zh-CN', route: `/print/card/company/${id}?paper=A4` })
  await screen.findByRole('heading', { name: '华腾科技', level: 1 })
  expect(within(screen.getByRole('table', { name: '联系人' })).getByText('采购经理')).toBeTruthy()
  await waitFor(() => expect(document.documentElement.dataset['ready']).toBe('true'))
})

test('a person is shown by the photo of their card, and by initials without one', async () => {
  URL.createObjectURL = () => 'blob:photo'
  URL.revokeObjectURL = () => undefined
  const app = await createTestApp()
  const folder = mkdtempSync(join(tmpdir(), 'kith-photo-'))
  const file = join(folder, 'anna.vcf')
  writeFileSync(file, `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Berg\r\nPHOTO;ENCODING=b:iVBORw0KGgo=\r\nEND:VCARD\r\n`)
  const { plan } = await app.ask('imports.inspect', { files: [file] })
  if (plan === null) throw new Error('No plan is proposed.')
  await app.ask('imports.run', { files: [file], plan })
  rmSync(folder, { recursive: true })
  const [anna] = await app.ask('contacts.list', { after: null, limit: 1 })
  const bob = await app.ask('contacts.create', { name: 'Bob Lee' })

  const shown = await renderApp({ app, route: `/contacts/${anna?.id}` })
  const head = (await screen.findByRole('heading', { name: 'Anna Berg', level: 2 })).closest('[class*=head]')
  await waitFor(() => expect(head?.querySelector('img')?.getAttribute('src')).toBe('blob:photo'))
  shown.unmount()

  await renderApp({ app, route: `/contacts/${bob.id}` })
  const other = (await screen.findByRole('heading', { name: 'Bob Lee', level: 2 })).closest('[class*=head]')
  expect(other?.textContent).toContain('BL')
  expect(other?.querySelector('img')).toBeNull()
})
