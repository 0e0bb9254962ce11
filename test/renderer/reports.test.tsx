import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import type { TestApp } from '../support/test-app.ts'

// jsdom has neither canvas nor workers: the drawing of pages is tried on the built app.
vi.mock('#renderer/ui/open-pdf.ts', () => ({
  openPdf: () =>
    Promise.resolve({
      numPages: 2,
      getPage: () =>
        Promise.resolve({
          getViewport: () => ({ width: 100, height: 140 }),
          render: () => ({ promise: Promise.resolve(), cancel: () => {} }),
        }),
      loadingTask: { destroy: () => Promise.resolve() },
    }),
}))

beforeEach(() => {
  delete document.documentElement.dataset['ready']
  Object.assign(document.fonts, { load: () => Promise.resolve([]) })
})

const fill = async (app: TestApp) => {
  const me = await app.ask('users.me', {})
  await app.ask('deals.create', { title: 'Racks', amountMinor: 100_050, ownerId: me.id, expectedCloseOn: '2026-04-10' })
  await app.ask('deals.create', { title: 'Late', amountMinor: 50_000, expectedCloseOn: '2026-02-01' })
  await app.ask('deals.create', { title: 'Open question', currency: 'CNY' })
  const won = await app.ask('deals.create', { title: 'Pumps', amountMinor: 70_000 })
  await app.ask('deals.win', { id: won.id })
}

const rowsOf = async (label: string) => {
  const table = await screen.findByRole('table', { name: label })
  return within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent))
}

test('the printed page holds the figures, stage by stage, owner by owner, month by month', async () => {
  const { app, router } = await renderApp({ route: '/home' })
  await fill(app)
  await router.navigate('/print/pipeline?paper=A4')

  expect(await rowsOf('By stage')).toContainEqual(['First contact', '10%', '3', '€1,500.50', '€150.05'])
  expect((await rowsOf('By stage')).at(-1)).toEqual(['Open in total', '', '3', '€1,500.50', '€150.05'])
  expect(await rowsOf('By owner')).toContainEqual(['Anna Berg', '1', '€1,000.50', '€100.05', '0', '–', '0', '–'])
  expect((await rowsOf('Open deals by expected month')).map(([month, count]) => [month, count])).toEqual([
    ['Month', 'Deals'],
    ['Overdue (expected before 2 Mar 2026)', '1'],
    ['Apr 2026', '1'],
    ['No expected date', '1'],
    ['Total', '3'],
  ])
  expect(screen.getByText('1 open deal has no amount; it is counted, but adds nothing to the sums.')).toBeTruthy()
})

test('the printed page says when it is complete, and has no frame around it', async () => {
  const { app, router } = await renderApp({ route: '/home' })
  await fill(app)
  await router.navigate('/print/pipeline?paper=Letter')

  await waitFor(() => expect(document.documentElement.dataset['ready']).toBe('true'))
  expect(screen.queryByRole('navigation')).toBeNull()
  const style = [...document.querySelectorAll('style')].map(({ textContent }) => textContent).join('')
  expect(style).toContain('size: Letter')
  expect(style).toContain('content: "Page " counter(page) " of " counter(pages) ""')
})

test('a page of nothing prints a sentence, not empty tables', async () => {
  await renderApp({ route: '/print/pipeline?paper=A4' })

  await screen.findByText('No data: there are no deals in this pipeline.')
  expect(screen.queryByRole('table')).toBeNull()
})

test('a page whose figures cannot be had says that it failed', async () => {
  const { router } = await renderApp({ route: '/home' })

  await router.navigate('/print/pipeline?paper=A4&pipelineId=01900000-0000-7000-8000-0000000000ff')

  await waitFor(() => expect(document.documentElement.dataset['ready']).toBe('failed'))
})

test('a figure beside the preview leads to its deals on the board', async () => {
  const { app, user, router } = await renderApp({ route: '/reports' })
  await fill(app)
  await screen.findByRole('img', { name: 'Page 2 of 2' })
  const figures = within(await screen.findByRole('region', { name: 'Figures of the report' }))

  await user.click(await figures.findByRole('link', { name: /^Anna Berg/u }))

  await waitFor(() => expect(router.state.location.pathname).toBe('/deals'))
  await screen.findByRole('link', { name: /^Racks/u })
  expect(screen.queryByRole('link', { name: /^Late/u })).toBeNull()
})

test('the report is saved as PDF on the paper that was chosen', async () => {
  const { bridge, user } = await renderApp({ route: '/reports?paper=Letter' })
  bridge.answer('shell.chooseTarget', { file: 'token', name: 'Pipeline.pdf' })
  bridge.answer('shell.savePdf', { name: 'Pipeline.pdf' })
  await screen.findByRole('img', { name: 'Page 1 of 2' })

  await user.click(screen.getByRole('button', { name: 'Save as PDF' }))

  await screen.findByText('Saved as Pipeline.pdf')
  const saved = bridge.shellCalls.find(({ path }) => path === 'shell.savePdf')?.input
  expect(saved).toMatchObject({ target: 'token', printable: { page: 'pipeline', paper: 'Letter', ownerId: null } })
})

test('the menu’s Print opens the print dialog for the report', async () => {
  const { bridge, router } = await renderApp({ route: '/reports?print' })

  await screen.findByText('Sent to the printer')

  expect(bridge.shellCalls.filter(({ path }) => path === 'shell.print')).toHaveLength(1)
  expect(router.state.location.search).toBe('')
})
