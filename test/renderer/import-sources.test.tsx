// Sources and mappings where they are kept: put in order, renamed, taken away.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp, type TestApp } from '../support/test-app.ts'

const open = async (prepare: (app: TestApp) => Promise<unknown> = () => Promise.resolve()) => {
  const app = await createTestApp()
  onTestFinished(() => app.close())
  await app.ask('imports.saveSource', { source: { id: null, name: 'Accounting' } })
  await app.ask('imports.saveSource', { source: { id: null, name: 'Web shop' } })
  await prepare(app)
  return renderApp({ app, route: '/import?tab=sources' })
}

const order = async (): Promise<string[]> => {
  const list = await screen.findByRole('list', { name: 'Sources, the strongest first' })
  const handles = await within(list).findAllByRole('button', { name: /./u })
  return handles
    .filter((handle) => handle.hasAttribute('aria-keyshortcuts'))
    .map((handle) => handle.getAttribute('aria-label') ?? '')
}

test('sources are put in order by the arrow keys, for all fields and for one', async () => {
  const { app, user } = await open()
  const first = await order()
  expect(first.map((label) => /typed in by hand|Accounting|Web shop/u.exec(label)?.[0])).toEqual([
    'typed in by hand',
    'Accounting',
    'Web shop',
  ])
  screen.getByRole('button', { name: first[2] ?? '' }).focus()
  await user.keyboard('{ArrowUp}')
  await waitFor(async () =>
    expect((await app.ask('imports.sources', {})).map(({ name }) => name)).toEqual(['hand', 'Web shop', 'Accounting']),
  )

  await user.click(screen.getByRole('combobox', { name: 'Order for' }))
  await user.click(await screen.findByRole('option', { name: 'Contacts: E-mail' }))
  await screen.findByText(/follows the order of all fields. Move/u)
  screen.getByRole('button', { name: (await order())[1] ?? '' }).focus()
  await user.keyboard('{ArrowUp}')
  await screen.findByText('“Contacts: E-mail” has an order of its own.')
  expect((await app.ask('imports.sources', {})).map(({ priorities }) => priorities['contact.email'])).toEqual([10, 0, 20])

  await user.click(screen.getByRole('button', { name: 'Follow the order of all fields' }))
  await screen.findByText(/follows the order of all fields. Move/u)
  expect((await app.ask('imports.sources', {})).map(({ priorities }) => priorities)).toEqual([{}, {}, {}])
})

test('a source is renamed where it stands, and one that is used says why it stays', async () => {
  const { app, user } = await open(async (testApp) => {
    const [, accounting] = await testApp.ask('imports.sources', {})
    testApp.writer.write({ actor: null, procedure: 'imports.run' }, (tx) =>
      tx.insert('imports', { fileName: 'a.csv', sourceId: accounting?.id ?? '', counts: '[]' }),
    )
  })
  const input = await screen.findByRole('textbox', { name: 'Name of the source “Web shop”' })
  await user.clear(input)
  await user.type(input, 'Shop{Enter}')
  await user.click(await screen.findByRole('button', { name: 'Remove the source “Accounting”' }))
  await screen.findByText(/“Accounting” stays, because the history of values names it: 1 import and 0 mappings/u)

  await user.click(screen.getByRole('button', { name: 'Remove the source “Shop”' }))
  await waitFor(async () =>
    expect((await app.ask('imports.sources', {})).map(({ name }) => name)).toEqual(['hand', 'Accounting']),
  )
})

test('a saved mapping is renamed', async () => {
  const { app, user } = await open(async (testApp) => {
    const plan = { tables: [{ file: 0, table: 0, entity: 'company', columns: [] }] }
    testApp.writer.write({ actor: null, procedure: 'imports.saveMapping' }, (tx) =>
      tx.insert('importMappings', { name: 'march', shape: 'name', config: JSON.stringify(plan) }),
    )
  })
  const list = await screen.findByRole('region', { name: 'Mappings' })
  await user.click(await within(list).findByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Rename…' }))
  const dialog = await screen.findByRole('dialog')
  const name = within(dialog).getByRole('textbox', { name: 'Name' })
  await user.clear(name)
  await user.type(name, 'Monthly list{Enter}')
  await within(list).findByText('Monthly list')
  expect(await app.ask('imports.mappings', {})).toMatchObject([{ name: 'Monthly list' }])
})
