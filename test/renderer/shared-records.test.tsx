// A record that others have open too: who they are, what they change meanwhile, and files that are still on their computers.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { act, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Arrival } from '#shared/attachments/arrivals.contract.ts'
import type { Here } from '#shared/sync/presence.contract.ts'
import { AlsoHere } from '#renderer/records/AlsoHere.tsx'
import { AttachmentsPanel } from '#renderer/records/attachments/AttachmentsPanel.tsx'
import type { Language } from '#shared/base/messages.ts'
import { type RenderedApp, renderApp, renderWithApp } from '../support/render-with-app.tsx'
import { createTestApp, type TestApp } from '../support/test-app.ts'
import { networkOff } from '../support/test-bridge.ts'

/** Of no machine here: so whatever is changed was changed elsewhere. */
const ELSEWHERE = 'f'.repeat(32)
const anna = { userId: '01900000-0000-7000-8000-000000000001', name: 'Anna Berg', deviceName: 'PC-3' }

/** What was answered is shown by then. */
const settled = async (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 50)))

const open = async (app: TestApp, here: Here, language: Language = 'en'): Promise<RenderedApp & { readonly id: string }> => {
  const { id } = await app.ask('companies.create', { name: 'Nordwind', city: 'Kiel' })
  const shown = await renderApp({ app, route: `/companies/${id}`, language })
  shown.bridge.answer('network.status', { ...networkOff, isOn: true, state: 'quiet' })
  shown.bridge.answer('presence.here', here)
  shown.bridge.emit({ type: 'changed', tables: ['network'], rev: 1 })
  await screen.findByRole('heading', { name: 'Nordwind', level: 2 }, { timeout: 15_000 })
  return { ...shown, id }
}

test.each([
  ['en', 'Anna Berg (PC-3) has this open too'],
  ['zh-CN', 'Anna Berg（PC-3）也打开了此记录'],
] as const)('in %s the head says who else has the record open', async (language, words) => {
  const { bridge, id, router } = await open(await createTestApp({ language }), { others: [anna], ownOrigin: ELSEWHERE }, language)
  await screen.findByText(words)
  expect(screen.getByText(words).closest('[role=status]')).not.toBeNull()
  await router.navigate('/')
  await waitFor(() =>
    expect(bridge.shellCalls).toContainEqual({ path: 'presence.leave', input: { recordType: 'company', recordId: id } }),
  )
})

test.each([
  ['en', 'Anna Berg (PC-1), Anna Berg (PC-2), Anna Berg (PC-3) and 2 others have this open too'],
  ['zh-CN', 'Anna Berg（PC-1）、Anna Berg（PC-2）、Anna Berg（PC-3）、另外 2 人也打开了此记录'],
] as const)('in %s of many who have the record open some are named and the rest counted', async (language, words) => {
  const others = [1, 2, 3, 4, 5].map((number) => ({ ...anna, deviceName: `PC-${number}` }))
  await open(await createTestApp({ language }), { others, ownOrigin: ELSEWHERE }, language)
  expect(await screen.findByText(words)).toBeTruthy()
})

test('a record that two parts of a window show is left when the last of them closes', async () => {
  function Parts() {
    const [parts, setParts] = useState(['left', 'right'])
    return (
      <>
        <button onClick={() => setParts(([, ...others]) => others)}>Close one</button>
        {parts.map((part) => (
          <AlsoHere key={part} recordType="company" recordId={anna.userId} />
        ))}
      </>
    )
  }
  const { bridge, user } = await renderWithApp(<Parts />)
  bridge.answer('network.status', { ...networkOff, isOn: true, state: 'quiet' })
  bridge.answer('presence.here', { others: [anna], ownOrigin: ELSEWHERE })
  bridge.emit({ type: 'workspace' })
  await waitFor(() => expect(screen.getAllByText(/has this open too/u)).toHaveLength(2))
  const leaves = () => bridge.shellCalls.filter(({ path }) => path === 'presence.leave')
  await user.click(screen.getByRole('button', { name: 'Close one' }))
  await waitFor(() => expect(screen.getAllByText(/has this open too/u)).toHaveLength(1))
  await settled()
  expect(leaves()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Close one' }))
  await waitFor(() => expect(leaves()).toHaveLength(1))
})

test('where the network is off nobody is asked who is there', async () => {
  const app = await createTestApp()
  const { id } = await app.ask('companies.create', { name: 'Nordwind' })
  const { bridge } = await renderApp({ app, route: `/companies/${id}` })
  await screen.findByRole('heading', { name: 'Nordwind', level: 2 })
  expect(bridge.shellCalls.filter(({ path }) => path.startsWith('presence.'))).toEqual([])
})

test('a change at another computer shows in a banner, with what it was, until it was seen', async () => {
  const app = await createTestApp()
  const calls = vi.spyOn(app, 'call')
  const { user, id } = await open(app, { others: [], ownOrigin: ELSEWHERE })
  await waitFor(() => expect(calls.mock.calls.some(([path]) => path === 'history.ofRecord')).toBe(true))
  await Promise.all(calls.mock.results.map(({ value }) => value))
  await screen.findByRole('button', { name: /City.*Kiel/u })
  await app.ask('companies.update', { id, city: 'Hamburg' })
  const banner = (await screen.findByText(/changed this record/u)).closest('[role=status]')
  if (!(banner instanceof HTMLElement)) throw new Error('It is not told to a screen reader')
  expect(banner.textContent).toMatch(/Anna Berg.*City.*Kiel.*Hamburg/u)
  await user.click(within(banner).getByRole('button', { name: 'Got it' }))
  expect(screen.queryByText(/changed this record/u)).toBeNull()
})

test('what was changed while the record was closed does not count as changed before the eyes of who opens it', async () => {
  const app = await createTestApp()
  const { router, id } = await open(app, { others: [], ownOrigin: ELSEWHERE })
  await screen.findByRole('button', { name: /City.*Kiel/u })
  await screen.findAllByRole('status')
  await router.navigate('/')
  await waitFor(() => expect(screen.queryByRole('button', { name: /City.*Kiel/u })).toBeNull())
  await app.ask('companies.update', { id, city: 'Hamburg' })
  const calls = vi.spyOn(app, 'call')
  await router.navigate(`/companies/${id}`)
  await screen.findByRole('button', { name: /City.*Hamburg/u })
  await waitFor(() => expect(calls.mock.calls.some(([path]) => path === 'history.ofRecord')).toBe(true))
  await Promise.all(calls.mock.results.map(({ value }) => value))
  await settled()
  expect(screen.queryByText(/changed this record/u)).toBeNull()

  await app.ask('companies.update', { id, city: 'Bremen' })
  const banner = (await screen.findByText(/changed this record/u)).closest('[role=status]')
  expect(banner?.textContent).toMatch(/Hamburg.*Bremen/u)
  expect(banner?.textContent).not.toMatch(/Kiel/u)

  // Nothing was changed since: what is left of the last opening is still right, and the next change is one.
  await router.navigate('/')
  await waitFor(() => expect(screen.queryByRole('button', { name: /City.*Bremen/u })).toBeNull())
  await router.navigate(`/companies/${id}`)
  await screen.findByRole('button', { name: /City.*Bremen/u })
  expect(screen.queryByText(/changed this record/u)).toBeNull()
  await app.ask('companies.update', { id, city: 'Emden' })
  await screen.findByText(/changed this record/u)
})

test('what is changed before it is known who else is there is told once that is known', async () => {
  const app = await createTestApp()
  const { id } = await app.ask('companies.create', { name: 'Nordwind', city: 'Kiel' })
  const { bridge } = await renderApp({ app, route: `/companies/${id}` })
  await screen.findByRole('button', { name: /City.*Kiel/u })
  const calls = vi.spyOn(app, 'call')
  bridge.fail('presence.here', { code: 'internal', messageKey: 'errors.internal', params: {} })
  bridge.answer('network.status', { ...networkOff, isOn: true, state: 'quiet' })
  bridge.emit({ type: 'changed', tables: ['network'], rev: 1 })
  await waitFor(() => expect(calls.mock.calls.some(([path]) => path === 'history.ofRecord')).toBe(true))
  await Promise.all(calls.mock.results.map(({ value }) => value))
  await settled()
  await app.ask('companies.update', { id, city: 'Hamburg' })
  await screen.findByRole('button', { name: /City.*Hamburg/u })
  bridge.fail('presence.here', null)
  bridge.answer('presence.here', { others: [], ownOrigin: ELSEWHERE })
  bridge.emit({ type: 'workspace' })
  await screen.findByText(/changed this record/u)
})

test('what is typed into a field stays when another computer changes it, and is saved only when that is said', async () => {
  const app = await createTestApp()
  const { user, id } = await open(app, { others: [], ownOrigin: ELSEWHERE })
  await user.click(await screen.findByRole('button', { name: /City.*Kiel/u }))
  const input = screen.getByRole('textbox', { name: 'City' })
  await user.clear(input)
  await user.type(input, 'Bremen')
  await app.ask('companies.update', { id, city: 'Hamburg' })
  await screen.findByText(/Changed meanwhile to “Hamburg”/u)
  expect(input).toHaveProperty('value', 'Bremen')
  // Leaving it writes nothing over.
  await user.click(screen.getByRole('heading', { name: 'Nordwind', level: 2 }))
  expect((await app.ask('companies.get', { id })).city).toBe('Hamburg')
  expect(input).toHaveProperty('value', 'Bremen')
  await user.click(screen.getByRole('button', { name: 'Save mine' }))
  await waitFor(async () => expect((await app.ask('companies.get', { id })).city).toBe('Bremen'))
})

test('taking the other value gives up what was typed', async () => {
  const app = await createTestApp()
  const { user, id } = await open(app, { others: [], ownOrigin: ELSEWHERE })
  await user.click(await screen.findByRole('button', { name: /City.*Kiel/u }))
  await user.type(screen.getByRole('textbox', { name: 'City' }), ' am Meer')
  await app.ask('companies.update', { id, city: 'Hamburg' })
  await user.click(await screen.findByRole('button', { name: 'Take this one' }))
  await screen.findByRole('button', { name: /City.*Hamburg/u })
  expect((await app.ask('companies.get', { id })).city).toBe('Hamburg')
})

test('a file that is on another computer says so, with how far it is, and why it does not come', async () => {
  const app = await createTestApp()
  const { id: recordId } = await app.ask('companies.create', { name: 'Nordwind' })
  const folder = mkdtempSync(join(tmpdir(), 'kith-shared-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'offer.txt'), 'hello')
  await app.ask('attachments.add', { recordType: 'company', recordId, files: [join(folder, 'offer.txt')] })
  const attachmentId = (await app.ask('attachments.list', { recordType: 'company', recordId }))[0]?.id ?? ''
  const { bridge, user } = await renderWithApp(<AttachmentsPanel recordType="company" recordId={recordId} />, { app })
  const arrival: Arrival = { attachmentId, state: 'coming', doneBytes: 2, totalBytes: 5, deviceName: 'PC-3', trouble: null }
  const tell = (arrivals: readonly Arrival[]) => {
    bridge.answer('arrivals.ofRecord', arrivals)
    bridge.emit({ type: 'workspace' })
  }
  await screen.findByRole('button', { name: 'offer.txt' })
  tell([arrival])
  await screen.findByText('On PC-3, being fetched: 40 %')
  tell([{ ...arrival, state: 'nowhere', deviceName: null }])
  await screen.findByText('Not here: no computer that has it is connected')
  tell([{ ...arrival, state: 'trouble', trouble: 'errors.diskFull' }])
  await screen.findByText(/Could not be fetched: .*disk/u)

  tell([{ ...arrival, state: 'nowhere', deviceName: null }])
  await user.click(screen.getByRole('button', { name: 'offer.txt' }))
  await screen.findByText(/on another computer that is not connected now/u)
  // It comes, and is shown without a click.
  tell([])
  expect(await screen.findByText('hello')).toBeTruthy()
})

test('a form on an entry that others change keeps what was typed, says so, and leaves the rest as they wrote it', async () => {
  const app = await createTestApp()
  const { user, id } = await open(app, { others: [], ownOrigin: ELSEWHERE })
  const entry = await app.ask('activities.log', {
    kind: 'call',
    recordType: 'company',
    recordId: id,
    title: 'Offer',
    text: 'Asked for one',
  })
  await user.click(await screen.findByRole('button', { name: 'Actions for this entry' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }))
  const text = await screen.findByRole('textbox', { name: 'Text' })
  await user.clear(text)
  await user.type(text, 'Wants two')
  await app.ask('activities.update', { id: entry.id, title: 'Offer 2026', text: 'Wants three' })
  await screen.findByText('Changed meanwhile to “Wants three”. Saving puts yours in its place.')
  expect(text).toHaveProperty('value', 'Wants two')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(async () =>
    expect(await app.ask('activities.get', { id: entry.id })).toMatchObject({ title: 'Offer 2026', text: 'Wants two' }),
  )
})
