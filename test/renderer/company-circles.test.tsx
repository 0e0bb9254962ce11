// Companies that two machines put under one another: the page of conflicts leads to each of them, until one has another parent.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { createApart } from '../support/apart.ts'
import { renderApp } from '../support/render-with-app.tsx'

test('both companies stand among the conflicts, until one of them belongs to no other', async () => {
  const { anna, ben, meet, close } = await createApart()
  onTestFinished(close)
  const { id } = await anna.ask('companies.create', { name: 'Harbour Tools' })
  const { id: parentId } = await anna.ask('companies.create', { name: 'Alder' })
  meet()
  await anna.ask('companies.update', { id, parentId })
  await ben.ask('companies.update', { id: parentId, parentId: id })
  meet()

  const { user } = await renderApp({ route: '/conflicts', app: anna })
  const entry = await screen.findByRole('article', { name: '2 companies stand under one another, Harbour Tools, Alder' })
  within(entry).getByText('Part of “Alder”')
  within(entry).getByText(/^Ben Okafor, .*, on second-machine$/u)
  await screen.findByText('1 change waits for a decision, on 2 records')

  await user.click(within(entry).getByRole('link', { name: 'Alder' }))
  await user.click(await screen.findByRole('button', { name: '1 conflict' }, { timeout: 5000 }))
  const panel = await screen.findByRole('dialog', { name: 'Conflicts: Alder' })
  // It is the record behind the panel.
  await user.click(await within(panel).findByRole('link', { name: 'Alder' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await anna.ask('companies.update', { id: parentId, parentId: null })
  await waitFor(() => expect(screen.queryByRole('button', { name: '1 conflict' })).toBeNull())
})

test('of several circles only the first one says what is to be done about them', async () => {
  const { anna, ben, meet, close } = await createApart()
  onTestFinished(close)
  const add = async (name: string): Promise<string> => (await anna.ask('companies.create', { name })).id
  const [alder, birch, cedar, elm] = [await add('Alder'), await add('Birch'), await add('Cedar'), await add('Elm')]
  meet()
  await anna.ask('companies.update', { id: alder, parentId: birch })
  await anna.ask('companies.update', { id: cedar, parentId: elm })
  await ben.ask('companies.update', { id: birch, parentId: alder })
  await ben.ask('companies.update', { id: elm, parentId: cedar })
  meet()

  await renderApp({ route: '/conflicts', app: anna })
  expect(await screen.findAllByRole('article')).toHaveLength(2)
  screen.getByText(/^Computers that were not connected each chose/u)
})
