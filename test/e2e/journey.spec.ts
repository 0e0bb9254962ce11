// The whole story, as an office lives it: the first run, two imports, the board, a ticket, the report, and the next morning.
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { createTranslate } from '#renderer/i18n/translate.ts'
import { type Desktop, launch } from './driver.ts'
import { goByRail, importByHand, saveReportByHand, unlockByHand } from './support/by-hand.ts'
import { askIn, PASSWORD } from './support/office.ts'
import { pdfLetters } from './support/pdf-text.ts'

const say = createTranslate('zh-CN')
const fixtures = resolve(import.meta.dirname, '../fixtures/journey')

let desktop: Desktop
test.afterEach(() => desktop.close())

test('an office starts, brings its customers along, works a day, and finds everything the next morning', async () => {
  test.setTimeout(150_000)
  const home = mkdtempSync(join(tmpdir(), 'kith-首次-'))
  desktop = await launch()
  const { page } = desktop

  await test.step('first run: language, name, folder, password', async () => {
    await page.getByRole('radio', { name: '简体中文' }).click()
    await expect(page.getByRole('heading', { name: say('entry.language.title') })).toBeVisible()
    await page.getByRole('button', { name: say('entry.begin.create_text') }).click()
    await page.getByLabel(say('entry.create.workspace_name')).fill('西湖办公室')
    await page.getByLabel(say('entry.create.user_name')).fill('李伟')
    await page.getByLabel(new RegExp(`^${say('entry.create.password')}`, 'u')).fill(PASSWORD)
    await page.getByLabel(say('entry.create.password_again')).fill(PASSWORD)
    await desktop.answerDialogs({ open: [home] })
    await page.getByRole('button', { name: say('entry.create.folder_choose') }).click()
    await expect(page.getByRole('textbox', { name: say('entry.create.folder') })).toHaveValue(home)
    await page.getByRole('button', { name: say('entry.create.submit') }).click()
  })

  await test.step('the recovery key is shown, and typed back', async () => {
    await page.getByRole('heading', { name: say('entry.key.title') }).waitFor()
    const groups = await page.locator('output span').allTextContents()
    expect(groups.join('')).toMatch(/^[0-9A-Z]{40}$/u)
    await page.getByRole('button', { name: say('entry.key.next') }).click()
    await page.getByLabel(say('entry.confirm.label')).pressSequentially(groups.join(' ').toLowerCase())
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation', { name: say('app.nav.label') })).toContainText('西湖办公室')
  })

  await test.step('companies and deals come in from files', async () => {
    const companies = join(mkdtempSync(join(tmpdir(), 'kith-files-')), '公司 名单.csv')
    copyFileSync(join(fixtures, 'companies-zh.csv'), companies)
    await importByHand(desktop, say, companies, 5)
    await page.getByRole('link', { name: say('imports.done.show', { entity: say('imports.entity.company') }) }).click()
    const list = page.getByRole('grid', { name: say('customers.companies') })
    await expect(list.getByRole('row', { name: /苏州𠮷祥食品有限公司 0512-6677 8899 .*食品 苏州/u })).toBeVisible()
    await expect(page.getByText(say('base.list.rows_of', { count: 5, total: 5 }), { exact: true })).toBeVisible()

    await importByHand(desktop, say, join(fixtures, 'deals-zh.csv'), 6)
    await goByRail(page, say, 'app.nav.import')
    await expect(page.getByRole('button', { name: say('imports.choose.button') })).toBeVisible()
    await goByRail(page, say, 'app.nav.deals')
    await expect(page.getByRole('region', { name: '商务谈判' })).toContainText('云栖 续约三年')
    await expect(page.getByRole('region', { name: '赢单' })).toContainText('远航 车队系统')
  })

  await test.step('pinyin finds a company', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: say('app.search.title') }).pressSequentially('jinggong')
    await page
      .getByRole('option', { name: /绍兴精工机械有限公司/u })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '绍兴精工机械有限公司' }).last()).toBeVisible()
    await expect(page.getByRole('button', { name: /^电话：0575-?8512.?3456/u })).toBeVisible()
  })

  await test.step('a deal moves by keyboard, and one undo brings it back', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    const [from, to] = [page.getByRole('region', { name: '需求确认' }), page.getByRole('region', { name: '已报价' })]
    await from.getByRole('link', { name: /精工 车间设备/u }).focus()
    await page.keyboard.press('m')
    await page.getByRole('menuitem', { name: '已报价' }).press('Enter')
    await expect(to).toContainText('精工 车间设备')
    await expect(page.getByRole('status')).toContainText(say('deals.said.moved', { title: '精工 车间设备', stage: '已报价' }))
    await page.keyboard.press('Control+z')
    await expect(from).toContainText('精工 车间设备')
    await expect(to).not.toContainText('精工 车间设备')

    await from.getByRole('link', { name: /精工 车间设备/u }).focus()
    await page.keyboard.press('Control+ArrowRight')
    await expect(to).toContainText('精工 车间设备')
  })

  await test.step('a ticket is written down and answered', async () => {
    await goByRail(page, say, 'app.nav.tickets')
    await page
      .getByRole('main')
      .getByRole('button', { name: say('tickets.new.title') })
      .first()
      .click()
    await page.getByRole('dialog').getByLabel(say('field.subject')).fill('登录后页面空白')
    await page
      .getByRole('dialog')
      .getByRole('combobox', { name: say('field.companyId') })
      .fill('yunqi')
    await page.getByRole('option', { name: '杭州云栖软件有限公司' }).click()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('textbox', { name: say('tickets.composer.label') }).fill('已收到，今天下午回复您。')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('status')).toContainText(say('tickets.said.reply', { number: 'T-A-1001' }))
    await expect(page.getByRole('main')).toContainText('已收到，今天下午回复您。')
  })

  await test.step('the report is saved as PDF, with its figures and its Chinese', async () => {
    const target = join(home, '..', `报表 ${process.pid}.pdf`)
    await saveReportByHand(desktop, say, target)
    const letters = pdfLetters(target)
    // 128,000 + 36,500 + 520,000 are open; 75 %, 50 % and, since the move, 50 % of them are weighted.
    for (const expected of [
      '西湖办公室',
      '销售管道报表',
      '制表人：李伟',
      '¥684,500',
      '¥374,250',
      '¥88,000',
      '50%',
      '商务谈判',
      '王芳',
    ])
      expect(letters, expected).toContain(expected)
    expect(letters).toContain(say('reports.paper.without_amount', { count: 1 }).replace(/\s/gu, ''))
  })

  await test.step('locked, unlocked, and opened again the next morning', async () => {
    await page.getByRole('button', { name: say('app.nav.lock') }).click()
    await expect(page.getByRole('heading', { name: say('entry.lock.title') })).toBeVisible()
    await expect(page.getByText('登录后页面空白')).toHaveCount(0)
    await page.getByLabel(say('entry.lock.password'), { exact: true }).fill('not the password')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toBeVisible()
    await unlockByHand(page, say, PASSWORD)

    desktop = await desktop.restart()
    await unlockByHand(desktop.page, say, PASSWORD)
    await goByRail(desktop.page, say, 'app.nav.tickets')
    await expect(desktop.page.getByRole('row', { name: /登录后页面空白/u })).toBeVisible()
    await goByRail(desktop.page, say, 'app.nav.deals')
    await expect(desktop.page.getByRole('region', { name: '已报价' })).toContainText('精工 车间设备')
    expect((await askIn(desktop.page)('companies.outline', {})).count).toBe(5)
  })
  expect(desktop.pageErrors).toEqual([])
})
