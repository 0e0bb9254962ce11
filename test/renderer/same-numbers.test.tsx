// A number that two machines gave: the page of conflicts tells of both records, and one of them gets another number.
import { screen, waitFor } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { createApart } from '../support/apart.ts'
import { renderApp } from '../support/render-with-app.tsx'

test('both tickets of a number stand among the conflicts, until one gets another number', async () => {
  const { anna, ben, meet, close } = await createApart()
  onTestFinished(close)
  for (const app of [anna, ben]) app.writer.write({ actor: null, procedure: 'test.letter' }, (tx) => tx.takeLetter('A'))
  await anna.ask('tickets.create', { subject: 'Printer is silent' })
  ben.pass(60_000)
  const { id } = await ben.ask('tickets.create', { subject: 'Parcel is late' })
  meet()

  const { user } = await renderApp({ route: '/conflicts', app: anna })
  await screen.findByRole('heading', { name: 'Two tickets have the number T-A-1001' })
  expect(screen.getByRole('link', { name: 'Printer is silent' }).getAttribute('href')).toContain('/tickets/')
  await screen.findByText('1 change waits for a decision, on 1 record')

  await user.click(screen.getByRole('button', { name: 'Give it a new number: Parcel is late' }))
  await screen.findByText('T-A-1001 is now T-A-1002')
  await waitFor(() => expect(screen.queryByText('Two tickets have the number T-A-1001')).toBeNull())
  expect(await anna.ask('tickets.get', { id })).toMatchObject({ number: 'T-A-1002' })
})
