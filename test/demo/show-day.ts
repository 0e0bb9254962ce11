// The main job with sample data: the list, a search by pinyin, a company's card, a deal moved on the board, a ticket, the report.
import type { Locator, Page } from '@playwright/test'
import type { Language } from '#shared/base/messages.ts'
import { goByRail, saveReportByHand, unlockByHand } from '../e2e/support/by-hand.ts'
import { goTo, type Office, openOffice, PASSWORD } from '../e2e/support/office.ts'
import type { Album } from './album.ts'

const PEOPLE = {
  en: { workspaceName: 'Harbour office', userName: 'Anna Berg' },
  'zh-CN': { workspaceName: '西湖办公室', userName: '李伟' },
} as const

export const showDay = async (language: Language, album: Album): Promise<void> => {
  const office = await openOffice({ language, ...PEOPLE[language] })
  try {
    await office.ask('samples.create', { language })
    await showCustomers(office, album)
    await showDeals(office, album)
    await showTickets(office, album)
    await showReport(office, album)
    await showTheRest(office, album)
    if (office.desktop.pageErrors.length > 0) throw new Error(office.desktop.pageErrors.join('\n'))
  } finally {
    await office.desktop.close()
  }
}

/** Rows of a list, without its header. */
const rowsOf = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('rowheader') })

const showCustomers = async ({ page, say, language, ask }: Office, album: Album): Promise<void> => {
  await goByRail(page, say, 'app.nav.companies')
  await rowsOf(page).first().waitFor()
  await album.take(page, 'companies', 'The companies, of which a list draws only those in view.')

  const [company] = await ask('companies.list', { after: null, limit: 1, sort: 'createdAt' })
  if (!company) throw new Error('There are no sample companies.')
  await page.keyboard.press('Control+k')
  await page
    .getByRole('combobox', { name: say('app.search.title') })
    .pressSequentially(language === 'en' ? company.name.slice(0, 4) : 'shenzhen')
  await page.getByRole('option').first().waitFor()
  await album.take(page, 'search', language === 'en' ? 'A search over everything.' : 'A search over everything, typed in pinyin.')
  await page.keyboard.press('Escape')

  await goTo(page, `/companies/${company.id}`)
  await page.getByRole('heading', { name: company.name }).last().waitFor()
  await album.take(page, 'company', 'A company’s card: its properties, its timeline, its deals and tickets.')
}

const showDeals = async ({ page, say, ask }: Office, album: Album): Promise<void> => {
  await goByRail(page, say, 'app.nav.deals')
  const { columns } = await ask('deals.board', {})
  const [from, to] = columns.filter(({ cards, stage }) => cards.length > 0 && stage.outcome === null)
  const card = from?.cards[0]
  if (!card || !to) throw new Error('The sample deals are not spread over stages.')
  await page.locator(`[data-card="${card.id}"]`).focus()
  await album.take(page, 'board', 'The pipeline: each stage with its count, its sum and its weighted sum.')

  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: to.stage.name }).waitFor()
  await album.take(page, 'board-menu', 'A deal is moved by mouse, by its menu or by keyboard.')
  await page.getByRole('menuitem', { name: to.stage.name }).press('Enter')
  await page.getByRole('region', { name: to.stage.name }).locator(`[data-card="${card.id}"]`).waitFor()
  await album.take(page, 'board-moved', 'The line at the bottom says what was done, and takes it back.')

  await goTo(page, `/deals/${card.id}`)
  await page.getByRole('heading', { name: card.title }).last().waitFor()
  await album.take(page, 'deal', 'The deal’s own page.')
}

const showTickets = async ({ page, say, ask }: Office, album: Album): Promise<void> => {
  await goByRail(page, say, 'app.nav.tickets')
  await rowsOf(page).first().waitFor()
  await album.take(page, 'tickets', 'The queue of tickets, the most urgent first.')

  const [ticket] = await ask('tickets.list', { after: null, limit: 1 })
  if (!ticket) throw new Error('There are no sample tickets.')
  await goTo(page, `/tickets/${ticket.id}`)
  await page.getByRole('textbox', { name: say('tickets.composer.label') }).waitFor()
  await album.take(page, 'ticket', 'A ticket with what was said on it, and the box to answer in.')
}

const showReport = async ({ desktop, page, say }: Office, album: Album): Promise<void> => {
  const pdf = album.pathFor('report.pdf')
  await saveReportByHand(desktop, say, pdf)
  album.tell(pdf, 'The pipeline report as PDF.')
  await page.getByRole('img').first().waitFor({ timeout: 20_000 })
  await album.take(page, 'report', 'The same report in the window: the preview is the PDF itself.')
}

const showTheRest = async ({ page, say, ask }: Office, album: Album): Promise<void> => {
  await goByRail(page, say, 'app.nav.home')
  await album.take(page, 'home', 'Home: what is to be done.')
  await goByRail(page, say, 'app.nav.history')
  await album.take(page, 'history', 'The history of everything, each entry of which can be taken back.')
  await goByRail(page, say, 'app.nav.import')
  await album.take(page, 'import', 'The import, which writes nothing before its last step.')
  await goByRail(page, say, 'app.nav.settings')
  await album.take(page, 'settings', 'The settings.')

  await ask('shell.setPreferences', { colorScheme: 'dark' })
  await goByRail(page, say, 'app.nav.deals')
  await album.take(page, 'board-dark', 'The pipeline in the dark.')
  await goByRail(page, say, 'app.nav.companies')
  await album.take(page, 'companies-dark', 'The companies in the dark.')

  await page.getByRole('button', { name: say('app.nav.lock') }).click()
  await page.getByRole('heading', { name: say('entry.lock.title') }).waitFor()
  await album.take(page, 'locked', 'The locked workspace.')
  await unlockByHand(page, say, PASSWORD)
}
