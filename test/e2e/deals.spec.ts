// The board by mouse: a card lands where the line was, and a stage of many cards is scrolled to its very end.
import { expect, test } from '@playwright/test'
import { goTo, type Office, openOffice } from './support/office.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

test('a card is dragged between two others of the next stage, and Undo takes it back', async () => {
  const { page, say, ask } = office
  const { columns } = await ask('deals.board', {})
  const [first, second] = columns.map(({ stage }) => stage)
  for (const title of ['Racks', 'Pumps']) await ask('deals.create', { title, stageId: first?.id ?? '' })
  for (const title of ['Seals', 'Valves', 'Motors']) await ask('deals.create', { title, stageId: second?.id ?? '' })
  await goTo(page, '/deals')
  const [from, to] = [
    page.getByRole('region', { name: first?.name ?? '' }),
    page.getByRole('region', { name: second?.name ?? '' }),
  ]
  const target = await to.getByRole('link', { name: /^Valves/u }).boundingBox()
  const source = await from.getByRole('link', { name: /^Pumps/u }).boundingBox()
  if (!target || !source) throw new Error('the cards are not on the screen')

  await page.mouse.move(source.x + 60, source.y + 20)
  await page.mouse.down()
  await page.mouse.move(source.x + 80, source.y + 30, { steps: 4 })
  await page.mouse.move(target.x + 60, target.y + 4, { steps: 10 })
  await page.mouse.up()

  const titles = to.getByRole('link')
  await expect(titles).toHaveText([/^Seals/u, /^Pumps/u, /^Valves/u, /^Motors/u])
  await expect(page.getByRole('status')).toContainText(say('deals.said.moved', { title: 'Pumps', stage: second?.name ?? '' }))
  await page.getByRole('button', { name: say('base.undo') }).click()
  await expect(from.getByRole('link')).toHaveText([/^Racks/u, /^Pumps/u])
  expect(office.desktop.pageErrors).toEqual([])
})

test('a stage of 260 cards counts them all and shows the last one', async () => {
  const { page, ask } = office
  for (let index = 1; index <= 260; index += 1) await ask('deals.create', { title: `Deal ${index}`, amountMinor: 100 })
  await goTo(page, '/deals')
  const stage = page.getByRole('region', { name: 'First contact' })
  await expect(stage.getByText('260', { exact: true })).toBeVisible()

  await stage.getByRole('link', { name: /^Deal 1\D/u }).focus()
  await page.keyboard.press('End')

  await expect(stage.getByRole('link', { name: /^Deal 260/u })).toBeFocused()
  await expect(stage.getByRole('link', { name: /^Deal 260/u })).toBeInViewport()
  expect(office.desktop.pageErrors).toEqual([])
})
