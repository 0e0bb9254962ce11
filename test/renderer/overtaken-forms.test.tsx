// Forms on something that others change while the form is open: what was left alone follows, what was typed stays and is told what stands
// there now, and only what was typed is sent.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type RenderedApp, renderApp } from '../support/render-with-app.tsx'
import { createTestApp, type TestApp } from '../support/test-app.ts'

type User = RenderedApp['user']

interface Case {
  readonly route: string
  readonly open: (user: User) => Promise<void>
  /** The field that both change, and what is typed into it here. */
  readonly field: RegExp
  readonly mine: string
  readonly theirs: () => Promise<unknown>
  /** What they wrote there. */
  readonly said: string
  /** What is left alone here and shows what they made of it. */
  readonly follows: () => void
  readonly sent: readonly [path: string, input: unknown]
}

const click = async (user: User, role: 'button' | 'menuitem', name: string | RegExp): Promise<void> =>
  user.click(await screen.findByRole(role, { name }))

const shows = (name: RegExp, value: string) => () =>
  expect(screen.getByRole<HTMLInputElement>('textbox', { name }).value).toBe(value)

const cases: Readonly<Record<string, (app: TestApp) => Promise<Case>>> = {
  'a further phone number': async (app) => {
    const { id } = await app.ask('companies.create', { name: 'Nordwind', phone: '030 100' })
    const point = await app.ask('contactPoints.add', {
      ...{ recordType: 'company', recordId: id, kind: 'phone' },
      ...{ value: '030 200', note: 'Mornings' },
    })
    return {
      route: `/companies/${id}`,
      open: async (user) => {
        await click(user, 'button', /^Actions for \+?[\d ]*30 ?200/u)
        await click(user, 'menuitem', 'Edit')
      },
      field: /^Note/u,
      mine: 'Evenings',
      theirs: () => app.ask('contactPoints.update', { id: point?.id ?? '', value: '030 999', note: 'Never' }),
      said: 'Never',
      follows: shows(/^Phone/u, '030 999'),
      sent: ['contactPoints.update', { id: point?.id ?? '', note: 'Evenings' }],
    }
  },
  'the role of a person in a company': async (app) => {
    const [first, second] = [
      await app.ask('companies.create', { name: 'Alder' }),
      await app.ask('companies.create', { name: 'Birch' }),
    ]
    const { id: contactId } = await app.ask('contacts.create', { name: 'Mia Sand', companyId: first.id })
    const link = { contactId, companyId: second.id }
    await app.ask('contacts.link', { ...link, role: 'Buyer', isPrimary: false })
    return {
      route: `/contacts/${contactId}?tab=companies`,
      open: async (user) => {
        await click(user, 'button', 'Actions for Birch')
        await click(user, 'menuitem', 'Change the role')
      },
      field: /^Role/u,
      mine: 'Head of sales',
      theirs: () => app.ask('contacts.link', { ...link, role: 'Director', isPrimary: true }),
      said: 'Director',
      follows: () => expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Main company' }).checked).toBe(true),
      sent: ['contacts.link', { ...link, role: 'Head of sales' }],
    }
  },
  'how a person stands to another': async (app) => {
    const { id: contactId } = await app.ask('contacts.create', { name: 'Mia Sand' })
    const { id: otherId } = await app.ask('contacts.create', { name: 'Jon Reed' })
    const relation = await app.ask('relations.add', { contactId, otherId, kind: 'friend', note: 'From school' })
    return {
      route: `/contacts/${contactId}?tab=relations`,
      open: async (user) => {
        await click(user, 'button', 'Actions for Jon Reed')
        await click(user, 'menuitem', 'Edit')
      },
      field: /^Note/u,
      mine: 'From work',
      theirs: () => app.ask('relations.update', { id: relation.id, contactId, kind: 'manager', note: 'From the club' }),
      said: 'From the club',
      follows: () => expect(screen.getByRole<HTMLInputElement>('combobox').value).toMatch(/manager/iu),
      sent: ['relations.update', { id: relation.id, contactId, note: 'From work' }],
    }
  },
  'a planned task': async (app) => {
    const { id: recordId } = await app.ask('companies.create', { name: 'Nordwind' })
    const { id } = await app.ask('activities.log', {
      ...{ kind: 'meeting', recordType: 'company', recordId, title: 'Visit', dueOn: '2026-12-01', location: 'Kiel' },
    })
    return {
      route: `/tasks/${id}`,
      open: (user) => click(user, 'button', 'Edit'),
      field: /^Title/u,
      mine: 'Long visit',
      theirs: () => app.ask('activities.update', { id, title: 'Short visit', location: 'Hamburg', dueOn: '2026-12-02' }),
      said: 'Short visit',
      follows: shows(/^Place/u, 'Hamburg'),
      sent: ['activities.update', { id, title: 'Long visit' }],
    }
  },
  'the name of a file': async (app) => {
    const { id: recordId } = await app.ask('companies.create', { name: 'Nordwind' })
    const folder = mkdtempSync(join(tmpdir(), 'kith-overtaken-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'offer.txt'), 'hello')
    await app.ask('attachments.add', { recordType: 'company', recordId, files: [join(folder, 'offer.txt')] })
    const id = (await app.ask('attachments.list', { recordType: 'company', recordId }))[0]?.id ?? ''
    return {
      route: `/companies/${recordId}?tab=files`,
      open: async (user) => {
        await click(user, 'button', 'Actions for offer.txt')
        await click(user, 'menuitem', 'Rename…')
      },
      field: /^New name/u,
      mine: 'mine.txt',
      theirs: () => app.ask('attachments.rename', { id, name: 'theirs.txt' }),
      said: 'theirs.txt',
      follows: () => expect(screen.getByText('theirs.txt')).toBeTruthy(),
      sent: ['attachments.rename', { id, name: 'mine.txt' }],
    }
  },
  'a template': async (app) => {
    const step = {
      ...{ kind: 'task' as const, title: 'Call', text: null, after: { count: 0, unit: 'days' as const } },
      ...{ dueTime: null, durationMinutes: null, priority: null, reminderMinutes: null, ownerId: null },
    }
    const { id } = await app.ask('activityTemplates.create', { name: 'Welcome', steps: [step] })
    return {
      route: '/settings/templates',
      open: (user) => click(user, 'button', 'Edit the template Welcome'),
      field: /^Name/u,
      mine: 'Hello',
      theirs: () => app.ask('activityTemplates.update', { id, name: 'Good day', steps: [{ ...step, title: 'Write' }] }),
      said: 'Good day',
      follows: () => expect(screen.getByDisplayValue('Write')).toBeTruthy(),
      sent: ['activityTemplates.update', { id, name: 'Hello' }],
    }
  },
  'a field of the office': async (app) => {
    const { id } = await app.ask('customFields.create', { entity: 'company', name: 'Sector', type: 'text' })
    return {
      route: '/settings/fields',
      open: (user) => click(user, 'button', 'Sector'),
      field: /^Name/u,
      mine: 'Line of business',
      theirs: () => app.ask('customFields.change', { id, name: 'Branch', isRequired: true }),
      said: 'Branch',
      follows: () => expect(screen.getByRole<HTMLInputElement>('switch', { name: /^Needed/u }).checked).toBe(true),
      sent: ['customFields.change', { id, name: 'Line of business' }],
    }
  },
  'the settings of the office': async (app) => ({
    route: '/settings',
    open: async () => void (await screen.findByRole('radio', { name: 'Letter' })),
    field: /^Name/u,
    mine: 'Mill Lane',
    theirs: () => app.ask('settings.update', { workspaceName: 'Harbour', paper: 'Letter' }),
    said: 'Harbour',
    follows: () => expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Letter' }).checked).toBe(true),
    sent: ['settings.update', { workspaceName: 'Mill Lane' }],
  }),
}

test.each(Object.entries(cases))(
  'a form on %s follows others where nothing was typed, and sends what was typed alone',
  async (_name, make) => {
    const app = await createTestApp()
    const { route, open, field, mine, theirs, said, follows, sent } = await make(app)
    const { user } = await renderApp({ app, route })
    await open(user)
    const form = async () =>
      within((await screen.findAllByRole('textbox', { name: field })).at(-1)?.closest('form') ?? document.body)
    const input = (await form()).getByRole<HTMLInputElement>('textbox', { name: field })
    await user.clear(input)
    await user.type(input, mine)
    await theirs()
    await screen.findByText(`Changed meanwhile to “${said}”. Saving puts yours in its place.`)
    await waitFor(follows)
    expect(input.value).toBe(mine)

    const calls = vi.spyOn(app, 'call')
    await user.click((await form()).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(calls.mock.calls.map(([path, input]) => [path, input])).toContainEqual(sent))
  },
)

test('a form that nobody typed into has nothing to lose, whatever others change', async () => {
  const app = await createTestApp()
  const { id: recordId } = await app.ask('companies.create', { name: 'Nordwind' })
  const { id } = await app.ask('activities.log', {
    kind: 'task',
    recordType: 'company',
    recordId,
    title: 'Call',
    dueOn: '2026-12-01',
  })
  const { user } = await renderApp({ app, route: `/tasks/${id}` })
  await click(user, 'button', 'Edit')
  const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Title/u })
  await app.ask('activities.update', { id, title: 'Write' })
  await waitFor(() => expect(title.value).toBe('Write'))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Title/u })).toBeNull())
})

test('of all that repeats only the changed part goes to the occurrences that are different', async () => {
  const app = await createTestApp()
  const { id: recordId } = await app.ask('companies.create', { name: 'Nordwind' })
  const { id } = await app.ask('activities.log', {
    ...{ kind: 'meeting', recordType: 'company', recordId, title: 'Weekly', location: 'Kiel', dueOn: '2026-12-01' },
    recurrence: 'FREQ=WEEKLY',
  })
  const other = await app.ask('activities.editSeries', {
    ...{ id, on: '2026-12-08', scope: 'this', changes: { title: 'With the boss' } },
  })
  const { user } = await renderApp({ app, route: `/tasks/${id}` })
  await click(user, 'button', 'Edit')
  await click(user, 'button', /^All/u)
  const place = await screen.findByRole('textbox', { name: 'Place' })
  await user.clear(place)
  await user.type(place, 'Hamburg')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(async () =>
    expect(await app.ask('activities.get', { id: other.id })).toMatchObject({ title: 'With the boss', location: 'Hamburg' }),
  )
})
