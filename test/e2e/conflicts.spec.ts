// Two people changed the same fields on machines that were apart: both values are shown, one is chosen, the choice is taken back. Two tickets have
// one number.
import { expect, test } from '@playwright/test'
import { launch } from './driver.ts'
import { complaints } from './support/axe.ts'
import { workApart } from './support/work-apart.ts'
import { askIn, goTo, openOffice, PASSWORD } from './support/office.ts'

const NOTES = ['Met at the trade fair in March.', 'They ask for prices twice a year.', 'Parking behind the house.'].join('\n')

for (const [language, colorScheme, width, height] of [
  ['en', 'light', 1366, 768],
  ['zh-CN', 'dark', 1024, 700],
] as const) {
  test(`changes that crossed wait for a decision (${language})`, async () => {
    test.setTimeout(90_000)
    const office = await openOffice({ language })
    const { say, ask } = office
    const company = await ask('companies.create', { name: 'Harbour Tools', phone: '030 100', description: NOTES, city: 'Bonn' })
    const contact = await ask('contacts.create', { name: 'Mia Wolf' })
    const printer = await ask('tickets.create', { subject: 'Printer is silent' })
    const parcel = await ask('tickets.create', { subject: 'Parcel is late' })
    await office.desktop.close()
    const change = (phone: string, city: string, description: string) =>
      ({ table: 'companies', id: company.id, values: { phone, city, description } }) as const
    workApart(office, {
      here: [
        change('030 200', 'Köln', `${NOTES}\nAnna: wants a call on Monday.`),
        { table: 'contacts', id: contact.id, values: { phone: '0171 555' } },
      ],
      there: [
        change('030 300', 'Cologne', `${NOTES.replace('twice', 'three times')}\nBen: sent the catalogue.`),
        { table: 'contacts', id: contact.id, values: null },
        // As if the other machine had made it with the next number of its own.
        { table: 'tickets', id: parcel.id, values: { number: printer.number } },
      ],
    })
    const desktop = await launch({ userData: office.desktop.userData, args: [`--workspace=${office.folder}`] })
    const { page } = desktop
    try {
      await page.setViewportSize({ width, height })
      await page.getByRole('textbox', { name: say('entry.lock.password') }).fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: say('conflicts.nav', { count: 5 }) }).click()
      await askIn(page)('shell.setPreferences', { colorScheme })
      await expect(page.getByRole('heading', { name: 'Mia Wolf' })).toBeVisible()
      expect(await complaints(page)).toEqual([])
      await page.screenshot({ path: `out/conflicts/${language}-list.png` })

      await page.getByRole('button', { name: say('conflicts.write_both', { count: 1 }) }).click()
      await expect(page.getByRole('textbox', { name: say('conflicts.text.result') })).toHaveValue(
        /three times[^]*Monday[^]*catalogue|three times[^]*catalogue[^]*Monday/u,
      )
      await page.screenshot({ path: `out/conflicts/${language}-text.png` })
      await page.getByRole('button', { name: say('conflicts.save') }).click()
      await expect(page.getByRole('link', { name: say('conflicts.nav', { count: 4 }) })).toBeVisible()

      const twice = page.getByRole('article', { name: say('conflicts.number.ticket', { number: printer.number }) })
      await twice.getByRole('button', { name: say('conflicts.number.renumber_label', { name: 'Parcel is late' }) }).click()
      await expect(twice).toHaveCount(0)
      await expect(page.getByRole('link', { name: say('conflicts.nav', { count: 3 }) })).toBeVisible()
      expect((await askIn(page)('tickets.get', { id: parcel.id })).number).not.toBe(printer.number)

      await page.getByRole('button', { name: say('conflicts.keep_all_label', { name: 'Harbour Tools' }) }).click()
      await expect(page.getByRole('heading', { name: 'Harbour Tools' })).toHaveCount(0)
      await page.getByRole('button', { name: say('base.undo') }).click()
      await expect(page.getByRole('heading', { name: 'Harbour Tools' })).toBeVisible()

      await goTo(page, `/companies/${company.id}`)
      await page.getByRole('button', { name: say('conflicts.badge', { count: 2 }) }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.waitForTimeout(300)
      expect(await complaints(page)).toEqual([])
      await page.screenshot({ path: `out/conflicts/${language}-panel.png` })
      expect(desktop.pageErrors).toEqual([])
    } finally {
      await desktop.close()
    }
  })
}
