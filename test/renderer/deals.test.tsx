import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AppError } from '#shared/base/app-error.ts'
import { renderApp } from '../support/render-with-app.tsx'
import type { TestApp } from '../support/test-app.ts'

const stageColumn = (name: string) => screen.findByRole('region', { name })
const card = async (stage: string, title: string) =>
  within(await stageColumn(stage)).findByRole('link', { name: new RegExp(`^${title}`, 'u') })
const titlesIn = async (stage: string) =>
  within(await stageColumn(stage))
    .queryAllByRole('link')
    .map((link) => link.firstElementChild?.textContent)

const stageId = async (app: TestApp, name: string) => {
  const { columns } = await app.ask('deals.board', {})
  return columns.find(({ stage }) => stage.name === name)?.stage.id ?? ''
}
const openBoard = async (...titles: readonly string[]) => {
  const rendered = await renderApp({ route: '/deals' })
  for (const title of titles) await rendered.app.ask('deals.create', { title, amountMinor: 100_000 })
  return rendered
}

test('a deal created elsewhere appears on the board without a reload, and its stage counts it', async () => {
  const { app } = await openBoard()
  await screen.findByText(/Deals of this pipeline stand here/u)

  await app.ask('deals.create', { title: 'Fleet renewal', amountMinor: 250_000 })

  await card('First contact', 'Fleet renewal')
  const column = within(await stageColumn('First contact'))
  expect(column.getByText('€2,500')).toBeTruthy()
  expect(column.getByText('€250 weighted')).toBeTruthy()
  await screen.findByText('1 open deal · €2,500 · €250 weighted')
})

test('a card goes to the next stage by Ctrl and an arrow, keeps the focus, and Undo brings it back', async () => {
  const { user } = await openBoard('Fleet renewal')
  ;(await card('First contact', 'Fleet renewal')).focus()

  await user.keyboard('{Control>}{ArrowRight}{/Control}')

  const moved = await card('Needs understood', 'Fleet renewal')
  await waitFor(() => expect(document.activeElement).toBe(moved))
  await screen.findByText('“Fleet renewal” moved to Needs understood')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await card('First contact', 'Fleet renewal')
})

test('arrows go from card to card and from stage to stage', async () => {
  const { app, user, router } = await openBoard('First', 'Second')
  const other = await app.ask('deals.create', { title: 'Other', stageId: await stageId(app, 'Offer sent') })
  await card('Offer sent', 'Other')
  ;(await card('First contact', 'First')).focus()

  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(await card('First contact', 'Second'))
  await user.keyboard('{ArrowRight}{Enter}')

  await waitFor(() => expect(router.state.location.pathname).toBe(`/deals/${other.id}`))
})

test('a card is carried down within its stage by Alt and an arrow, and stays there', async () => {
  const { app, user } = await openBoard('First', 'Second', 'Third')
  await card('First contact', 'Third')
  ;(await card('First contact', 'First')).focus()

  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')

  await screen.findByText('“First” moved to First contact')
  await waitFor(async () => expect(await titlesIn('First contact')).toEqual(['Second', 'First', 'Third']))
  const { columns } = await app.ask('deals.board', {})
  expect(columns[0]?.cards.map(({ title }) => title)).toEqual(['Second', 'First', 'Third'])
})

test('moving to Lost asks for the reason; Escape leaves the card where it was', async () => {
  const { app, user } = await openBoard('Fleet renewal')
  ;(await card('First contact', 'Fleet renewal')).focus()
  await user.keyboard('m')
  await user.click(await screen.findByRole('menuitem', { name: 'Lost' }))
  await screen.findByRole('dialog', { name: 'Why was “Fleet renewal” lost?' })

  await user.keyboard('{Escape}')

  await card('First contact', 'Fleet renewal')
  expect((await app.ask('deals.board', {})).columns[0]?.count).toBe(1)
})

test('a deal is lost with a reason, and not without one', async () => {
  const { app, user } = await openBoard('Fleet renewal')
  const [deal] = (await app.ask('deals.board', {})).columns[0]?.cards ?? []
  ;(await card('First contact', 'Fleet renewal')).focus()
  await user.keyboard('m')
  await user.click(await screen.findByRole('menuitem', { name: 'Lost' }))
  const dialog = within(await screen.findByRole('dialog'))

  await user.click(dialog.getByRole('button', { name: 'Mark as lost' }))
  await dialog.findByText('Please fill this in.')
  await user.type(dialog.getByRole('textbox', { name: /Reason/u }), 'Too expensive')
  await user.click(dialog.getByRole('button', { name: 'Mark as lost' }))

  await card('Lost', 'Fleet renewal')
  await waitFor(async () =>
    expect(await app.ask('deals.get', { id: deal?.id ?? '' })).toMatchObject({ status: 'lost', lossReason: 'Too expensive' }),
  )
})

test('a move that is refused goes back, and the line says why', async () => {
  const { bridge, user } = await openBoard('Fleet renewal')
  bridge.fail('deals.move', new AppError('conflict', 'deals.neighbourMoved').toData())
  ;(await card('First contact', 'Fleet renewal')).focus()

  await user.keyboard('{Control>}{ArrowRight}{/Control}')

  await screen.findByText(/The deal beside which this one was to stand has moved/u)
  await waitFor(async () => expect(await titlesIn('First contact')).toEqual(['Fleet renewal']))
  expect(await titlesIn('Needs understood')).toEqual([])
})

test('a stage of more deals than came at first shows its last one too', async () => {
  const { user } = await openBoard(...Array.from({ length: 60 }, (_, index) => `Deal ${String(index + 1).padStart(2, '0')}`))
  ;(await card('First contact', 'Deal 01')).focus()

  await user.keyboard('{End}')

  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Deal 60/u))
})

test('an overdue deal says so in words', async () => {
  const { app } = await openBoard()
  await app.ask('deals.create', { title: 'Late', expectedCloseOn: '2026-02-20' })

  expect((await card('First contact', 'Late')).textContent).toContain('Overdue since 20 Feb')
})

test('the board shows one owner’s deals and says when there are none', async () => {
  const { app, user, router } = await openBoard('Fleet renewal')
  const { id } = await app.ask('users.me', {})
  await card('First contact', 'Fleet renewal')

  await router.navigate(`/deals?owner=${id}`)
  await screen.findByText('None of these deals belongs to Anna Berg.')
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))

  await card('First contact', 'Fleet renewal')
  expect(router.state.location.search).toBe('')
})

test('a new deal needs a title, and its company can be made on the way', async () => {
  const { app, user, router } = await renderApp({ route: '/deals?new' })
  const form = within(await screen.findByRole('dialog', { name: 'New deal' }))

  await user.click(form.getByRole('button', { name: 'Add deal' }))
  await form.findByText('Please fill this in.')
  await user.type(form.getByRole('textbox', { name: /^Title/u }), 'Fleet renewal')
  await user.type(form.getByRole('combobox', { name: 'Company' }), 'Harbour Tools')
  await user.click(await screen.findByRole('option', { name: 'Add “Harbour Tools” as a new company' }))
  await user.type(form.getByRole('textbox', { name: 'Amount' }), '1250.5')
  await user.click(form.getByRole('button', { name: 'Add deal' }))

  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/deals\/.+/u))
  const id = router.state.location.pathname.slice('/deals/'.length)
  expect(await app.ask('deals.get', { id })).toMatchObject({
    title: 'Fleet renewal',
    amountMinor: 125_050,
    currency: 'EUR',
    company: { name: 'Harbour Tools' },
    ownerName: 'Anna Berg',
  })
})

test('a deal is won, opened again and lost on its page, and its reason stands there', async () => {
  const { app, user, router } = await openBoard()
  const { id } = await app.ask('deals.create', { title: 'Fleet renewal' })
  await router.navigate(`/deals/${id}`)

  await user.click(await screen.findByRole('button', { name: 'Win' }))
  await screen.findByText('Won on 2 Mar 2026.')
  await user.click(screen.getByRole('button', { name: 'Open again' }))
  await user.click(await screen.findByRole('button', { name: 'Lose' }))
  await user.type(await screen.findByRole('textbox', { name: /Reason/u }), 'Timing')
  await user.keyboard('{Control>}{Enter}{/Control}')

  await screen.findByText('Lost on 2 Mar 2026: Timing')
  const steps = within(screen.getByRole('list', { name: 'Stages of the pipeline' }))
  expect(steps.getByRole('button', { name: 'Lost, current stage' }).getAttribute('aria-current')).toBe('step')
})

test('a company’s card lists its deals', async () => {
  const { app, router } = await openBoard()
  const company = await app.ask('companies.create', { name: 'Harbour Tools' })
  await app.ask('deals.create', { title: 'Fleet renewal', companyId: company.id, amountMinor: 99_900 })

  await router.navigate(`/companies/${company.id}?tab=deals`)

  const deals = within(await screen.findByRole('region', { name: 'Deals' }))
  await deals.findByRole('link', { name: 'Fleet renewal' })
  expect(deals.getByText('€999.00')).toBeTruthy()
})
