// A working day by mouse: a meeting drawn, moved and made longer in the week, a task by one line, and calendar files out and in.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { goTo, openOffice } from './support/office.ts'

const HOUR = 48

/** Presses the mouse at one point of an element, moves in steps, and lets go. */
const drag = async (page: Page, from: Locator, by: { readonly x: number; readonly y: number }, at?: { x: number; y: number }) => {
  const box = await from.boundingBox()
  if (!box) throw new Error('There is nothing to drag')
  const start = { x: box.x + (at?.x ?? box.width / 2), y: box.y + (at?.y ?? 10) }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + by.x / 2, start.y + by.y / 2, { steps: 4 })
  await page.mouse.move(start.x + by.x, start.y + by.y, { steps: 4 })
  await page.mouse.up()
}

test('a week is planned by mouse, and goes out and in as a calendar file', async () => {
  test.setTimeout(90_000)
  const { desktop, page, ask } = await openOffice()
  try {
    const me = (await ask('users.me', {})).id
    const own = { kind: 'meeting', recordType: 'user', recordId: me, ownerId: me } as const
    const { id } = await ask('activities.log', {
      ...own,
      title: 'Demo',
      dueOn: '2026-03-03',
      dueTime: '10:00',
      durationMinutes: 60,
    })
    await ask('activities.log', { ...own, title: '上海展会', dueOn: '2026-03-04', endsOn: '2026-03-05', reminderMinutes: 0 })
    await goTo(page, '/calendar?day=2026-03-03')
    const demo = page.getByRole('button', { name: /^Meeting: Demo/u })
    await demo.waitFor()
    const column = await page.getByRole('region', { name: 'Tuesday 3 March' }).boundingBox()

    await drag(page, demo, { x: column?.width ?? 0, y: HOUR / 2 })
    await expect
      .poll(() => ask('activities.get', { id }))
      .toMatchObject({ dueOn: '2026-03-04', dueTime: '10:30', durationMinutes: 60 })
    await page.getByRole('button', { name: /^Meeting: Demo, Wednesday 4 March, 10:30/u }).waitFor()
    const box = await demo.boundingBox()
    await drag(page, demo, { x: 0, y: HOUR }, { x: 20, y: (box?.height ?? 0) - 3 })
    await expect.poll(() => ask('activities.get', { id })).toMatchObject({ dueTime: '10:30', durationMinutes: 120 })
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => ask('activities.get', { id })).toMatchObject({ durationMinutes: 60 })

    const friday = page.getByRole('region', { name: 'Friday 6 March' })
    await drag(page, friday, { x: 0, y: 1.5 * HOUR }, { x: 30, y: 14 * HOUR })
    const form = page.getByRole('dialog', { name: 'New entry' })
    await form.getByLabel(/^Title/u).fill('Drawn')
    await form.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('button', { name: /^Meeting: Drawn, Friday 6 March, 14:00 – 15:30/u }).waitFor()

    const file = join(mkdtempSync(join(tmpdir(), 'kith-ics-')), 'week.ics')
    await desktop.answerDialogs({ save: file, open: [file] })
    await page.getByRole('button', { name: 'More of the calendar' }).click()
    await page.getByRole('menuitem', { name: /^Save these days/u }).click()
    await page.getByText('Saved 3 entries as week.ics').waitFor()
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain('上海展会')
    await page.getByRole('button', { name: 'More of the calendar' }).click()
    await page.getByRole('menuitem', { name: /^Import a calendar file/u }).click()
    await page.getByRole('dialog').getByText('Nothing new, 3 already here').waitFor()
    await page.keyboard.press('Escape')
    expect(desktop.pageErrors).toEqual([])
  } finally {
    await desktop.close()
  }
})

test('one line makes a task of a sentence, in Chinese too', async () => {
  const { desktop, page, ask, say } = await openOffice({ language: 'zh-CN' })
  try {
    const contact = await ask('contacts.create', { name: '张三' })
    await goTo(page, '/home')
    await page.keyboard.press('q')
    await page.getByRole('textbox', { name: say('quick_add.label') }).fill('明天下午3点 给张三回电')
    await page.getByRole('button', { name: say('quick_add.who', { name: '张三' }) }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(say('plan.said.task', { title: '给张三回电' })).waitFor()

    const { tasks } = await ask('activities.tasks', {})
    expect(tasks).toMatchObject([{ title: '给张三回电', dueTime: '15:00', recordId: contact.id }])
    expect(desktop.pageErrors).toEqual([])
  } finally {
    await desktop.close()
  }
})
