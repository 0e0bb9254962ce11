// Three companies that are one: chosen in the list, compared field by field, merged by keyboard and mouse, and all taken back.
import { expect, test } from '@playwright/test'
import { goTo, type Office, openOffice } from './support/office.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice({ language: 'zh-CN' })
})
test.afterEach(() => office.desktop.close())

/** Three companies with a person, a deal, a file's worth of notes and a tag between them. */
const fill = async () => {
  const { ask } = office
  const [winner, first, second] = [
    await ask('companies.create', { name: '杭州西湖科技有限公司', industry: '软件', phone: '0571-8888 1111', employees: 50 }),
    await ask('companies.create', {
      name: '杭州西湖科技',
      industry: '信息技术服务',
      phone: '+86 571 8888 1111',
      email: 'a@xihu.example',
    }),
    await ask('companies.create', { name: '西湖科技（杭州）', phone: '0571 9999 2222', employees: 80, website: 'xihu.example' }),
  ]
  for (const [place, recordId] of [winner.id, first.id, second.id].entries()) {
    for (let count = 0; count <= place; count++) {
      await ask('activities.log', { recordType: 'company', recordId, kind: 'call', text: `第 ${count} 次通话` })
    }
  }
  await ask('deals.create', { title: '车队续约', companyId: second.id, amountMinor: 100_000_00 })
  await ask('contacts.create', { name: '王美', companyId: first.id, role: '采购' })
  const tag = await ask('tags.create', { name: '重点' })
  await ask('tags.set', { recordType: 'company', recordId: first.id, tagIds: [tag.id] })
  return { winner, first, second, ids: [winner.id, first.id, second.id] }
}

/** How much hangs on all of them together. */
const countAll = async (ids: readonly string[]) => {
  const { ask } = office
  const counts = { call: 0, people: 0, deals: 0, tags: 0 }
  for (const id of ids) {
    const card = await ask('companies.get', { id })
    if (card.archivedAt !== null) continue
    const timeline = await ask('timeline.of', { recordType: 'company', recordId: id, kinds: ['call'] })
    counts.call += timeline.entries.length
    counts.people += card.counts.contacts
    counts.deals += card.counts.openDeals
    counts.tags += card.tags.length
  }
  return counts
}

test('three companies become one, with nothing lost, and an undo gives all three back', async () => {
  const { page, ask, say } = office
  const { winner, first, ids } = await fill()
  const before = await countAll(ids)
  expect(before).toEqual({ call: 6, people: 1, deals: 1, tags: 1 })
  const cards = await Promise.all(ids.map((id) => ask('companies.get', { id })))

  await goTo(page, '/companies')
  const list = page.getByRole('grid', { name: say('customers.companies') })
  await list.getByRole('row').nth(1).waitFor()
  await list.focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: say('merges.bulk') }).click()

  await page.getByRole('radio', { name: '杭州西湖科技有限公司', exact: true }).click()
  const industry = page.getByRole('radiogroup', { name: '行业' })
  const ours = industry.getByRole('radio', { name: /^软件/u })
  await expect(ours).toBeChecked()
  await ours.focus()
  // By name: what is left of the winner.
  await page.keyboard.press('ArrowLeft')
  await expect(industry.getByRole('radio', { name: /^信息技术服务/u })).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const staff = page.getByRole('radiogroup', { name: '员工数' })
  await expect(staff.getByRole('radio', { name: /^80/u })).toBeChecked()
  const foot = page.getByRole('region', { name: say('merges.moves') })
  await expect(foot).toContainText('5 条跟进')
  await expect(foot).toContainText('1 个商机')
  await expect(page.getByRole('region', { name: '杭州西湖科技有限公司' })).toContainText('行业：软件')

  await page.getByRole('button', { name: say('merges.run', { count: 3, name: winner.name }) }).click()
  await expect(page.getByRole('heading', { level: 2, name: winner.name })).toBeVisible()
  const line = page.getByRole('status').filter({ hasText: say('merges.done', { count: 3, name: winner.name }) })
  await expect(line).toBeVisible()
  const timeline = page.getByRole('list', { name: say('activities.timeline') })
  await expect(timeline).toContainText('未采用的资料')
  await expect(timeline).toContainText('员工数：50')
  expect(await countAll(ids)).toEqual(before)
  const card = await ask('companies.get', { id: winner.id })
  expect(card).toMatchObject({
    industry: '信息技术服务',
    employees: 80,
    email: 'a@xihu.example',
    website: 'https://xihu.example',
  })
  expect(card.points).toMatchObject([{ kind: 'phone', value: '0571 9999 2222' }])

  await goTo(page, `/companies/${first.id}`)
  await expect(
    page.getByRole('status').filter({ hasText: say('merges.led', { name: first.name, winner: winner.name }) }),
  ).toBeVisible()
  await expect(page).toHaveURL(new RegExp(winner.id, 'u'))

  await page.keyboard.press('Control+z')
  await expect.poll(() => countAll([first.id])).toEqual({ call: 2, people: 1, deals: 0, tags: 1 })
  const back = await Promise.all(ids.map((id) => ask('companies.get', { id })))
  const bare = (all: typeof cards) => all.map(({ updatedAt: _changed, ...rest }) => rest)
  expect(bare(back)).toEqual(bare(cards))
  expect(office.desktop.pageErrors).toEqual([])
})

test('a person is merged with another from the menu of the record', async () => {
  const { page, ask, say } = office
  const mei = await ask('contacts.create', { name: '王美', phone: '139 1111 8013' })
  const same = await ask('contacts.create', { name: '王美美', email: 'mei@xihu.example' })
  await goTo(page, `/contacts/${mei.id}`)
  await page.getByRole('button', { name: say('base.more') }).click()
  await page.getByRole('menuitem', { name: say('merges.with') }).click()
  await page.getByRole('combobox', { name: say('field.contactId') }).fill('王美美')
  await page.getByRole('option', { name: '王美美' }).click()
  await page.getByRole('button', { name: say('merges.with_next') }).click()
  await page.getByRole('button', { name: say('merges.run', { count: 2, name: mei.name }) }).click()
  await expect(page.getByRole('heading', { level: 2, name: mei.name, exact: true })).toBeVisible()
  expect(await ask('contacts.get', { id: mei.id })).toMatchObject({ phone: '139 1111 8013', email: 'mei@xihu.example' })
  expect(await ask('merges.winnerOf', { recordType: 'contact', id: same.id })).toMatchObject({ winner: { id: mei.id } })
  expect(office.desktop.pageErrors).toEqual([])
})
