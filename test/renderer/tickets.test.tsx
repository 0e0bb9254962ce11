import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'

const row = (name: RegExp) => screen.findByRole('row', { name })

test('each queue shows its own tickets', async () => {
  const { app, user } = await renderApp({ route: '/tickets' })
  const me = await app.ask('users.me', {})
  await app.ask('tickets.create', { subject: 'Pump stands still', assigneeId: me.id })
  await app.ask('tickets.create', { subject: 'Wrong invoice' })
  await row(/Pump stands still/u)
  await row(/Wrong invoice/u)
  const queues = within(screen.getByRole('navigation', { name: 'Views' }))

  await user.click(queues.getByRole('button', { name: 'Mine' }))
  await waitFor(() => expect(screen.queryByRole('row', { name: /Wrong invoice/u })).toBeNull())
  await row(/Pump stands still/u)

  await user.click(queues.getByRole('button', { name: 'Closed' }))
  await screen.findByText('No ticket has been closed yet.')
})

test('a row says status and priority in words', async () => {
  const { app } = await renderApp({ route: '/tickets' })
  await app.ask('tickets.create', { subject: 'Pump stands still', priority: 'urgent' })

  const ticket = within(await row(/Pump stands still/u))
  expect(ticket.getByText('New')).toBeTruthy()
  expect(ticket.getByText('Urgent')).toBeTruthy()
})

test('a reply is added and the ticket solved by the same act', async () => {
  const { app, user, router } = await renderApp({ route: '/tickets' })
  const { id, number } = await app.ask('tickets.create', { subject: 'Pump stands still' })
  await router.navigate(`/tickets/${id}`)

  await user.type(await screen.findByRole('textbox', { name: 'Write on this ticket' }), 'A new seal is on its way.')
  await user.click(screen.getByRole('button', { name: 'Add and set the status' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Add and set to “Solved”' }))

  const talk = within(screen.getByRole('region', { name: 'Conversation' }))
  await talk.findByText('A new seal is on its way.')
  await screen.findByText(`Reply added to ${number}`)
  expect(await app.ask('tickets.get', { id })).toMatchObject({ status: { name: 'Solved' }, messages: [{ kind: 'reply' }] })
})

test('replies, internal notes and the customer’s words are told apart by their headings', async () => {
  const { app, user, router } = await renderApp({ route: '/tickets' })
  const contact = await app.ask('contacts.create', { name: 'Li Wei' })
  const { id } = await app.ask('tickets.create', { subject: 'Pump stands still', contactId: contact.id })
  await router.navigate(`/tickets/${id}`)
  const box = await screen.findByRole('textbox', { name: 'Write on this ticket' })

  await user.click(screen.getByRole('radio', { name: 'Customer’s words' }))
  await user.type(box, 'It hums and stops.')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('It hums and stops.')
  await user.click(screen.getByRole('radio', { name: 'Internal note' }))
  await user.type(box, 'Same as in May.')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('Same as in May.')

  const [words, note] = screen.getAllByRole('article')
  expect(words?.textContent).toContain('Li WeiCustomer')
  expect(note?.textContent).toContain('Anna BergInternal note')
})

test('a ticket is assigned to me, and Undo gives it back', async () => {
  const { app, user, router } = await renderApp({ route: '/tickets' })
  const { id } = await app.ask('tickets.create', { subject: 'Pump stands still' })
  await router.navigate(`/tickets/${id}`)

  await user.click(await screen.findByRole('button', { name: 'Assign to me' }))
  await screen.findByRole('button', { name: 'Assignee: Anna Berg. Edit' })
  await user.click(screen.getByRole('button', { name: 'Undo' }))

  await screen.findByRole('button', { name: 'Assignee: empty. Edit' })
  expect(await app.ask('tickets.get', { id })).toMatchObject({ assigneeId: null })
})

test('a new ticket needs a subject, and is opened once it has one', async () => {
  const { app, user, router } = await renderApp({ route: '/tickets?new' })
  const form = within(await screen.findByRole('dialog', { name: 'New ticket' }))

  await user.click(form.getByRole('button', { name: 'Add ticket' }))
  await form.findByText('Please fill this in.')
  await user.type(form.getByRole('textbox', { name: /^Subject/u }), 'Pump stands still')
  await user.type(form.getByRole('textbox', { name: 'Description' }), 'Since this morning.')
  await user.keyboard('{Control>}{Enter}{/Control}')

  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/tickets\/.+/u))
  await screen.findByText('Described when the ticket was opened')
  expect(await app.ask('tickets.list', { after: null, limit: 10 })).toMatchObject([
    { subject: 'Pump stands still', priority: 'normal', channel: 'phone' },
  ])
})

test('an archived ticket cannot be written on until it is restored', async () => {
  const { app, user, router } = await renderApp({ route: '/tickets' })
  const { id } = await app.ask('tickets.create', { subject: 'Pump stands still' })
  await router.navigate(`/tickets/${id}`)

  await user.click(await screen.findByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Archive' }))
  await screen.findByText(/This ticket is archived/u)
  expect(screen.queryByRole('textbox', { name: 'Write on this ticket' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Restore' }))

  await screen.findByRole('textbox', { name: 'Write on this ticket' })
})
