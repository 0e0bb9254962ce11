// The files of a record on its page: added, shown, renamed, removed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { AttachmentsPanel } from '#renderer/records/attachments/AttachmentsPanel.tsx'
import { RecordDropZone } from '#renderer/records/attachments/RecordDropZone.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { renderApp, renderWithApp } from '../support/render-with-app.tsx'
import { createTestApp, type TestApp } from '../support/test-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-panel-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(() => {
  // jsdom draws nothing and has no addresses for what a page made itself.
  URL.createObjectURL = () => 'blob:made-here'
  URL.revokeObjectURL = () => {}
})
const fileOf = (name: string, contents: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}
const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

const show = async (app: TestApp, isReadOnly = false) => {
  const { id } = await app.ask('companies.create', { name: 'Nordwind' })
  const place = { recordType: 'company', recordId: id } as const
  const page = await renderWithApp(
    <Page title="Nordwind">
      <RecordDropZone {...place} isReadOnly={isReadOnly}>
        <AttachmentsPanel {...place} isReadOnly={isReadOnly} />
      </RecordDropZone>
    </Page>,
    { app },
  )
  const add = (...files: string[]) => app.ask('attachments.add', { ...place, files })
  return { ...page, place, add }
}
const menuOf = async (user: Awaited<ReturnType<typeof show>>['user'], name: string, item: string) => {
  await user.click(await screen.findByRole('button', { name: `Actions for ${name}` }))
  await user.click(await screen.findByRole('menuitem', { name: item }))
}

test('files chosen in the dialog stand in the list with size, who and when', async () => {
  const app = await createTestApp()
  const { user, bridge } = await show(app)
  await screen.findByText('No files yet.')
  bridge.answer('shell.chooseFiles', [{ file: fileOf('offer.txt', 'x'.repeat(2048)), name: 'offer.txt' }])
  await user.click(screen.getByRole('button', { name: 'Add files…' }))

  const line = (await screen.findByRole('button', { name: 'offer.txt' })).closest('li')
  if (!line) throw new Error('It stands in no list')
  within(line).getByText('2 kB')
  expect(within(line).getByText(/Anna Berg/u)).toBeTruthy()
  await screen.findByText('Added “offer.txt”')
})

test('a dropped program is asked about, and added only then', async () => {
  const app = await createTestApp()
  const { user, place, bridge } = await show(app)
  const zone = await screen.findByText('No files yet.')
  const dataTransfer = { types: ['Files'], files: [bridge.fileAt(fileOf('rechnung.pdf.exe', 'MZ'))] }
  fireEvent.dragEnter(zone, { dataTransfer })
  screen.getByText('Drop to add to this record')
  fireEvent.drop(zone, { dataTransfer })

  const question = await screen.findByRole('dialog', { name: 'Add a program?' })
  expect(await app.ask('attachments.count', place)).toEqual({ count: 0 })
  await user.click(within(question).getByRole('button', { name: 'Add anyway' }))
  await screen.findByRole('button', { name: 'rechnung.pdf.exe' })
  screen.getByText('Program')
})

test('what was refused is listed with its reason', async () => {
  const app = await createTestApp()
  const { user, bridge, place } = await show(app)
  await screen.findByText('No files yet.')
  bridge.answer('shell.chooseFiles', [
    { file: join(folder, 'moved-away.txt'), name: 'moved-away.txt' },
    { file: fileOf('here.txt', 'here'), name: 'here.txt' },
  ])
  await user.click(screen.getByRole('button', { name: 'Add files…' }))
  const refusals = await screen.findByRole('dialog', { name: 'What became of the files' })
  within(refusals).getByText('“moved-away.txt” is no longer where it was.')
  expect(await app.ask('attachments.list', place)).toMatchObject([{ name: 'here.txt' }])
})

test('the preview walks through the files by the arrow keys', async () => {
  const app = await createTestApp()
  const { user, add } = await show(app)
  await add(fileOf('note.txt', '你好, preview'))
  await add(fileOf('chart.png', PNG))
  await add(fileOf('deck.pptx', 'PK'))
  await user.click(await screen.findByRole('button', { name: 'note.txt' }))

  await screen.findByText('你好, preview')
  screen.getByText('3 of 3')
  await user.keyboard('{ArrowLeft}')
  expect((await screen.findByRole('img', { name: 'chart.png' })).getAttribute('src')).toBe('blob:made-here')
  await user.keyboard('{ArrowLeft}')
  await screen.findByText(/This kind of file is not shown here/u)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a file is renamed and removed, and the removal can be taken back', async () => {
  const app = await createTestApp()
  const { user, add, place } = await show(app)
  await add(fileOf('old.txt', 'old'))
  await menuOf(user, 'old.txt', 'Rename…')
  const field = await screen.findByRole('textbox', { name: 'New name' })
  await user.clear(field)
  await user.type(field, 'new.txt')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('button', { name: 'new.txt' })

  await menuOf(user, 'new.txt', 'Remove')
  await screen.findByText('No files yet.')
  await app.ask('history.undoLast', {})
  await screen.findByRole('button', { name: 'new.txt' })

  await menuOf(user, 'new.txt', 'Remove')
  await user.click(await screen.findByRole('button', { name: 'Show removed files' }))
  await user.click(await screen.findByRole('button', { name: 'Put back' }))
  await screen.findByRole('button', { name: 'new.txt' })
  expect(await app.ask('attachments.count', place)).toEqual({ count: 1 })
})

test('a program is opened only after a question; a document at once', async () => {
  const app = await createTestApp()
  const { user, add, place, bridge } = await show(app)
  await add(fileOf('offer.docx', 'PK2'))
  await app.ask('attachments.add', { ...place, files: [fileOf('tool.exe', 'MZ3')], areProgramsAllowed: true })
  const asked = () => bridge.shellCalls.filter(({ path }) => path === 'shell.openAttachment').map(({ input }) => input)

  await menuOf(user, 'offer.docx', 'Open')
  await waitFor(() => expect(asked()).toMatchObject([{ isProgramAllowed: false }]))
  await menuOf(user, 'tool.exe', 'Open')
  const question = await screen.findByRole('dialog', { name: 'Open a program?' })
  expect(asked()).toHaveLength(1)
  await user.click(within(question).getByRole('button', { name: 'Open anyway' }))
  await waitFor(() => expect(asked()).toMatchObject([{}, { isProgramAllowed: true }]))
})

test('a copy is saved where the dialog says, and a cancelled dialog writes nothing', async () => {
  const app = await createTestApp()
  const { user, add, bridge } = await show(app)
  await add(fileOf('save-me.txt', 'saved'))
  await menuOf(user, 'save-me.txt', 'Save a copy…')
  await vi.waitFor(() => expect(bridge.shellCalls.some(({ path }) => path === 'shell.chooseTarget')).toBe(true))
  bridge.answer('shell.chooseTarget', { file: join(folder, 'copy.txt'), name: 'copy.txt' })
  await menuOf(user, 'save-me.txt', 'Save a copy…')
  await screen.findByText('Saved “copy.txt”')
})

test('on an archived record files can be read and nothing else', async () => {
  const app = await createTestApp()
  const { user, add } = await show(app, true)
  await add(fileOf('kept.txt', 'kept'))
  await user.click(await screen.findByRole('button', { name: 'Actions for kept.txt' }))
  await screen.findByRole('menuitem', { name: 'Preview' })
  expect(screen.queryByRole('menuitem', { name: 'Remove' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Add files…' })).toBeNull()
})

const dropOn = (bridge: Awaited<ReturnType<typeof show>>['bridge'], ...paths: string[]) =>
  fireEvent.drop(screen.getByText('No files yet.'), {
    dataTransfer: { types: ['Files'], files: paths.map((path) => bridge.fileAt(path)) },
  })
const MAIL = 'From: li@kunde.cn\r\nSubject: Offer\r\nDate: Mon, 2 Mar 2026 10:00:00 +0800\r\nMessage-ID: <1@x>\r\n\r\nWords'

test('a dropped mail is filed; a second drop says where it is', async () => {
  const app = await createTestApp()
  const { bridge } = await show(app)
  await screen.findByText('No files yet.')
  dropOn(bridge, fileOf('offer.eml', MAIL))
  await screen.findByText('Filed “Offer”')

  fireEvent.drop(await screen.findByRole('button', { name: 'offer.eml' }), {
    dataTransfer: { types: ['Files'], files: [bridge.fileAt(fileOf('offer.eml', MAIL))] },
  })
  const results = await screen.findByRole('dialog', { name: 'What became of the files' })
  within(results).getByText(/“Offer” is here already, on Nordwind/u)
  expect(within(results).getByRole('link', { name: 'Open Nordwind' }).getAttribute('href')).toMatch(/\/companies\//u)
})

test('cards dropped on a company are asked about, then become its people', async () => {
  const app = await createTestApp()
  const { user, bridge, place } = await show(app)
  await screen.findByText('No files yet.')
  const card = (name: string) => `BEGIN:VCARD\nN:Berg;${name};;;\nFN:${name} Berg\nTEL:0${name.length}\nEND:VCARD\n`
  dropOn(bridge, fileOf('people.vcf', card('Anna') + card('Bert')))
  const cards = await screen.findByRole('dialog', { name: 'Cards in “people.vcf”' })
  await user.click(await within(cards).findByRole('checkbox', { name: /Bert Berg/u }))
  await user.click(within(cards).getByRole('button', { name: 'Add' }))
  await screen.findByText('Added Anna Berg')
  const people = await app.ask('companies.contacts', { id: place.recordId })
  expect(people.map(({ contact }) => contact.name)).toEqual(['Anna Berg'])
})

test('a card may be kept as the file that it is', async () => {
  const app = await createTestApp()
  const { user, bridge } = await show(app)
  await screen.findByText('No files yet.')
  dropOn(bridge, fileOf('one.vcf', 'BEGIN:VCARD\nFN:One\nEND:VCARD'))
  await user.click(await screen.findByRole('button', { name: 'Keep as a file' }))
  expect(await screen.findByRole('button', { name: 'one.vcf' })).toBeTruthy()
})

test('a dropped appointment is planned', async () => {
  const app = await createTestApp()
  const { bridge } = await show(app)
  await screen.findByText('No files yet.')
  const event = ['BEGIN:VEVENT', 'UID:1@x', 'SUMMARY:Visit', 'DTSTART:20260310T090000Z', 'DTEND:20260310T100000Z', 'END:VEVENT']
  dropOn(bridge, fileOf('visit.ics', ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR'].join('\r\n')))
  expect(await screen.findByText('Added 1 appointment')).toBeTruthy()
})

test('files of a note stand below it on the timeline, and more can be added to it', async () => {
  const app = await createTestApp()
  const { id } = await app.ask('companies.create', { name: 'Nordwind' })
  const place = { recordType: 'company', recordId: id } as const
  const note = await app.ask('activities.log', { ...place, kind: 'note', text: 'See the plan' })
  await app.ask('attachments.add', { ...place, activityId: note.id, files: [fileOf('plan.txt', 'the plan itself')] })
  const { user, bridge } = await renderApp({ route: `/companies/${id}`, app })
  bridge.answer('shell.chooseFiles', [{ file: fileOf('more.txt', 'more'), name: 'more.txt' }])
  await user.click(await screen.findByRole('button', { name: 'Add files to this entry' }))
  await screen.findByRole('button', { name: 'more.txt' }, { timeout: 8000 })
  await user.click(screen.getByRole('button', { name: 'plan.txt' }))
  await screen.findByText('the plan itself')
  expect(await app.ask('attachments.ofActivity', { activityId: note.id })).toHaveLength(2)
})
