// The page of conflicts: what each value says, and how it is decided about.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createFormat } from '#renderer/i18n/format.ts'
import { createTranslate } from '#renderer/i18n/translate.ts'
import { settingName, settingText } from '#renderer/features/conflicts/setting-words.ts'
import { languages } from '#shared/base/messages.ts'
import { defaultWeek } from '#shared/calendar/working-time.ts'
import { defaultSettings, settings } from '#shared/settings/settings.ts'
import { createApart } from '../support/apart.ts'
import { renderApp } from '../support/render-with-app.tsx'
import { meet as meetAll } from '../support/replicas.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'
import type { TestBridge } from '../support/test-bridge.ts'

const apartUntilTheEnd = async () => {
  const apart = await createApart()
  onTestFinished(apart.close)
  return apart
}

/** A company whose phone Anna and Ben changed apart, Ben later. */
const crossedPhone = async () => {
  const apart = await apartUntilTheEnd()
  const { anna, ben, meet } = apart
  const { id } = await anna.ask('companies.create', { name: 'Harbour Tools', phone: '030 100' })
  meet()
  await anna.ask('companies.update', { id, phone: '030 200' })
  ben.pass(60_000)
  await ben.ask('companies.update', { id, phone: '030 300' })
  meet()
  return { ...apart, id }
}

test('a setting is called by its name, and told as its page would say it', async () => {
  const { anna, ben, meet } = await apartUntilTheEnd()
  await anna.ask('workingTime.set', { week: defaultWeek.with(4, [{ from: '09:00', to: '13:00' }]) })
  await anna.ask('pool.configure', { isOn: true, idleDays: 20, cap: null })
  ben.pass(60_000)
  await ben.ask('workingTime.set', { week: defaultWeek.with(5, [{ from: '10:00', to: '14:00' }]) })
  await ben.ask('pool.configure', { isOn: true, idleDays: 40, cap: 50 })
  meet()

  await renderApp({ route: '/conflicts', app: anna })
  const week = await screen.findByRole('region', { name: 'Working hours' })
  const usual = '09:00–12:00, 13:00–18:00'
  within(week).getByText(`Mon to Fri: ${usual} · Sat: 10:00–14:00 · Sun: day off`)
  within(week).getByText(`Mon to Thu: ${usual} · Fri: 09:00–13:00 · Sat to Sun: day off`)
  within(week).getByText(`Before: Mon to Fri: ${usual} · Sat to Sun: day off`)
  const pool = screen.getByRole('region', { name: 'Rules of the public pool' })
  within(pool).getByText('In use · Days without an activity: 40 · At most per person: 50')
  within(pool).getByText('In use · Days without an activity: 20 · At most per person: no limit')
  expect(screen.queryByText('Another field')).toBeNull()
})

test('every setting has a name and a text in each language', () => {
  const all: Readonly<Record<string, unknown>> = { ...defaultSettings('en'), workspaceName: 'Kith', timeZone: 'Asia/Shanghai' }
  for (const language of languages) {
    const t = createTranslate(language)
    const format = createFormat({ language, timeZone: 'UTC', now: () => 0 })
    for (const key of settings.keyof().options) {
      const value = all[key]
      const told = typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
      expect(settingName(t, key), key).not.toBe(t('field.other'))
      expect([t('conflicts.opaque'), '', '{}'], key).not.toContain(settingText(t, format, key, told))
    }
    expect(settingText(t, format, 'workingWeek', 'of a newer version')).toBe(t('conflicts.opaque'))
  }
})

test('values that no line tells apart say so', async () => {
  const { anna, ben, meet } = await apartUntilTheEnd()
  const { id } = await anna.ask('views.create', { entity: 'companies', name: 'Ours', isShared: true, config: {} })
  meet()
  await anna.ask('views.update', { id, config: { density: 'compact' } })
  ben.pass(60_000)
  await ben.ask('views.update', { id, config: { density: 'normal' } })
  meet()

  await renderApp({ route: '/conflicts', app: anna })
  const view = await screen.findByRole('region', { name: 'Ours' })
  expect(within(view).getAllByText('an arrangement that no line can tell')).toHaveLength(2)
  within(view).getByText('One line does not show the difference. Go by who wrote it, and when.')
})

test('long texts that begin alike lead to where their difference is marked', async () => {
  const { anna, ben, meet } = await apartUntilTheEnd()
  const start = 'Asks for prices twice a year. '.repeat(20)
  const { id } = await anna.ask('companies.create', { name: 'Harbour Tools', description: start })
  meet()
  await anna.ask('companies.update', { id, description: `${start}Pays late.` })
  ben.pass(60_000)
  await ben.ask('companies.update', { id, description: `${start}Pays early.` })
  meet()

  await renderApp({ route: '/conflicts', app: anna })
  const { textContent } = await screen.findByRole('article')
  expect(textContent).toContain('They begin alike. “Make one text of both” marks where they differ.')
})

/** Anna, Ben and Cora, who have met and work apart from now on. */
const threeApart = async (description: string) => {
  const { anna, ben, meet, close } = await createApart()
  const person = { userId: '01900000-0000-7000-8000-00000000000c', name: 'Cora Lind', rights: ['*'] }
  anna.writer.write({ actor: anna.owner.userId, procedure: 'test.fill' }, (tx) => {
    tx.insert('users', { id: person.userId, name: person.name, canSignIn: false })
  })
  const { id } = await anna.ask('companies.create', { name: 'Harbour Tools', description })
  meet()
  const cora = await createTestApp({ joins: { app: anna, person, isThird: true } })
  onTestFinished(() => {
    cora.close()
    close()
  })
  return { anna, ben, cora, id }
}

test('of a long text that three machines wrote, all are shown and put together', async () => {
  const base = 'Met in March.\nPays late.'
  const { anna, ben, cora, id } = await threeApart(base)
  await anna.ask('companies.update', { id, description: `${base}\nAnna: wants a call.` })
  ben.pass(60_000)
  await ben.ask('companies.update', { id, description: base.replace('March', 'May') })
  cora.pass(120_000)
  await cora.ask('companies.update', { id, description: `Cora: ring twice.\n${base}` })
  for (const app of [anna, ben, cora]) app.pass(200_000)
  meetAll([anna, ben, cora])

  const { user } = await renderApp({ route: '/conflicts', app: anna })
  await user.click(await screen.findByRole('button', { name: 'Make one text of all' }))
  await screen.findByRole('region', { name: /^Shows now, from Cora Lind/u })
  screen.getByRole('region', { name: /^Another text, from Anna Berg/u })
  screen.getByRole('region', { name: /^Another text, from Ben Okafor/u })
  const result = screen.getByRole('textbox', { name: 'The text that is kept' })
  const merged = 'Cora: ring twice.\nMet in May.\nPays late.\nAnna: wants a call.'
  expect(result).toHaveProperty('value', merged)
  await user.click(screen.getByRole('button', { name: 'Save for everybody' }))
  await screen.findByText(/^There are no conflicts/u)
  expect(await anna.ask('companies.get', { id })).toMatchObject({ description: merged })
})

test('values that come from different ones are each told and marked against their own', async () => {
  const base = 'Met in March.\nPays late.'
  const later = 'Met in March.\nPays early.'
  const { anna, ben, cora, id } = await threeApart(base)
  await anna.ask('companies.update', { id, description: `${base}\nAnna: wants a call.` })
  cora.pass(60_000)
  await cora.ask('companies.update', { id, description: later })
  meetAll([ben, cora])
  ben.pass(120_000)
  await ben.ask('companies.update', { id, description: `${later}\nBen: sent the list.` })
  cora.pass(120_000)
  await cora.ask('companies.update', { id, description: later.replace('March', 'May') })
  for (const app of [anna, ben, cora]) app.pass(200_000)
  meetAll([anna, ben, cora])

  const { user } = await renderApp({ route: '/conflicts', app: anna })
  const { textContent } = await screen.findByRole('article')
  expect(textContent).toContain(`Before: ${base}`)
  expect(textContent).toContain(`Before: ${later}`)
  await user.click(screen.getByRole('button', { name: 'Make one text of all' }))
  const markedIn = async (name: RegExp) =>
    [...(await screen.findByRole('region', { name })).querySelectorAll('ins, del')].map(({ textContent: text }) => text?.trim())
  expect(await markedIn(/^Another text, from Anna Berg/u)).toEqual(['Anna: wants a call.'])
  expect(await markedIn(/^Another text, from Ben Okafor/u)).toEqual(['Ben: sent the list.'])
  // It has a beginning in common with each of them, and none with both.
  expect(await markedIn(/^Shows now, from Cora Lind/u)).toEqual([])
  screen.getByText(/^These texts do not all come from the same one/u)
})

test('a value that cannot be written here leads to its record, and a call’s outcome is told in words', async () => {
  const { anna, ben, meet } = await apartUntilTheEnd()
  const { id: recordId } = await anna.ask('companies.create', { name: 'Harbour Tools' })
  const call = await anna.ask('activities.log', { recordType: 'company', recordId, kind: 'call', text: 'Prices' })
  meet()
  await anna.ask('activities.update', { id: call.id, outcome: 'no_answer' })
  ben.pass(60_000)
  await ben.ask('activities.update', { id: call.id, outcome: 'reached' })
  meet()

  await renderApp({ route: '/conflicts', app: anna })
  const link = await screen.findByRole('link', { name: 'Change it on the record: Outcome' })
  expect(link.getAttribute('href')).toBe(`/companies/${recordId}`)
  screen.getByText('No answer')
  screen.getByText('Reached')
})

test('a value can be written anew as empty where its field may be, and it is said where it may not', async () => {
  const { anna, ben, meet } = await apartUntilTheEnd()
  const { id } = await anna.ask('companies.create', { name: 'Harbour Tools', phone: '030 100' })
  meet()
  await anna.ask('companies.update', { id, phone: '030 200', name: 'Harbour Tools AG' })
  ben.pass(60_000)
  await ben.ask('companies.update', { id, phone: '030 300', name: 'Harbour Tools SE' })
  meet()

  const { user } = await renderApp({ route: '/conflicts', app: anna })
  await user.click(await screen.findByRole('button', { name: 'Write anew: Name' }))
  await screen.findByText('This field cannot be empty.')
  expect(screen.queryByRole('checkbox', { name: 'Leave it empty' })).toBeNull()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

  await user.click(screen.getByRole('button', { name: 'Write anew: Phone' }))
  const empty = await screen.findByRole('checkbox', { name: 'Leave it empty' })
  const written = screen.getByRole('textbox', { name: 'New value of Phone' })
  // Also when the fields are known already, and the window leads the focus in after the field is there.
  await waitFor(() => expect(document.activeElement).toBe(written))
  const save = screen.getByRole('button', { name: 'Save for everybody' })
  expect(save).toHaveProperty('disabled', true)
  await user.click(empty)
  await user.click(save)
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1))
  expect(await anna.ask('companies.get', { id })).toMatchObject({ phone: null })
})

test('a record that was merged elsewhere stands under that word', async () => {
  const { anna, ben, meet } = await apartUntilTheEnd()
  const { id: winnerId } = await anna.ask('contacts.create', { name: 'Mia Wolf' })
  const { id } = await anna.ask('contacts.create', { name: 'M. Wolf' })
  meet()
  await anna.ask('contacts.update', { id, phone: '0171 555' })
  ben.pass(60_000)
  await ben.ask('merges.run', { recordType: 'contact', winnerId, loserIds: [id] })
  meet()

  await renderApp({ route: '/conflicts', app: anna })
  await screen.findByRole('article', { name: 'Merged and worked on, M. Wolf' })
  screen.getByRole('button', { name: /^Merge it again/u })
  expect(screen.queryByText('Archived and worked on')).toBeNull()
})

test('whoever decides by keyboard goes on with the conflict that took the place', async () => {
  const { anna, ben, meet } = await apartUntilTheEnd()
  const ids = []
  for (const name of ['One', 'Two', 'Three']) ids.push((await anna.ask('companies.create', { name, phone: '030 100' })).id)
  meet()
  for (const id of ids) await anna.ask('companies.update', { id, phone: '030 200' })
  ben.pass(60_000)
  for (const id of ids) await ben.ask('companies.update', { id, phone: '030 300' })
  meet()

  const { user } = await renderApp({ route: '/conflicts', app: anna })
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(3))
  const [first, second, third] = screen.getAllByRole('article')
  // Nothing is decided about what nobody pointed at.
  await user.keyboard('1')
  expect(document.activeElement).toBe(first)
  await user.keyboard('j')
  expect(document.activeElement).toBe(second)
  await user.keyboard('1')
  await waitFor(() => expect(second?.isConnected).toBe(false))
  await waitFor(() => expect(document.activeElement).toBe(third))
  // The key that is still held down decides about nothing more.
  if (third) fireEvent.keyDown(third, { key: '1', repeat: true })

  // Writing it anew begins in the field; Escape leaves it again.
  await user.keyboard('e')
  const written = await screen.findByRole('textbox', { name: 'New value of Phone' })
  await waitFor(() => expect(document.activeElement).toBe(written))
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('textbox', { name: 'New value of Phone' })).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(third))
  expect(third?.isConnected).toBe(true)
})

describe('what is written while others decide stays', () => {
  const start = 'Met in March.\nPays late.'

  const crossedText = async () => {
    const apart = await apartUntilTheEnd()
    const { anna, ben, meet } = apart
    const { id } = await anna.ask('companies.create', { name: 'Harbour Tools', description: start, phone: '030 100' })
    meet()
    await anna.ask('companies.update', { id, description: `${start}\nAnna: wants a call.` })
    ben.pass(60_000)
    await ben.ask('companies.update', { id, description: start.replace('March', 'May') })
    meet()
    return { ...apart, id }
  }
  const decideOn = async (app: TestApp) => {
    const { groups } = await app.ask('conflicts.list', {})
    const decisions = groups.flatMap(({ conflicts }) =>
      conflicts.map(({ table, rowId, field, standing, others }) => ({
        ...{ table, rowId, field, standing: standing.id, others: others.map(({ id }) => id) },
        choice: { kind: 'keep' as const },
      })),
    )
    await app.ask('conflicts.decide', { decisions })
  }

  /** What came in is told to the windows. */
  const heard = (bridge: TestBridge) =>
    act(() => bridge.emit({ type: 'changed', tables: ['sync_conflict', 'companies'], rev: 0 }))

  test('when the decision of a colleague comes first, the text can be read and copied, and closing asks', async () => {
    const { anna, ben, meet, id } = await crossedText()
    const { user, bridge } = await renderApp({ route: '/conflicts', app: anna })
    await user.click(await screen.findByRole('button', { name: 'Make one text of both' }))
    const result = await screen.findByRole('textbox', { name: 'The text that is kept' })
    await user.type(result, '\nAnd a third thing.')
    const written = 'Met in May.\nPays late.\nAnna: wants a call.\nAnd a third thing.'
    expect(result).toHaveProperty('value', written)

    await decideOn(ben)
    meet()
    heard(bridge)
    await screen.findByText(/^Decided meanwhile/u)
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect(result.isConnected).toBe(true)
    expect(result).toHaveProperty('value', written)
    expect(screen.getByRole('textbox', { name: 'What you wrote' })).toBe(result)
    expect(screen.queryByText(/Shows now/u)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Save for everybody' })).toBeNull()

    await user.keyboard('{Escape}')
    const asked = await screen.findByRole('dialog', { name: 'Close without saving?' })
    await user.click(within(asked).getByRole('button', { name: 'Go on writing' }))
    await user.click(screen.getByRole('button', { name: 'Copy the text' }))
    await screen.findByText(/^Copied/u)
    expect(await navigator.clipboard.readText()).toBe(written)
    // What is copied is not lost.
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await anna.ask('companies.get', { id })).toMatchObject({ description: start.replace('March', 'May') })
  })

  test('when another version comes, nothing is saved before it was looked at', async () => {
    const { anna, ben, meet, id } = await crossedText()
    const { user, bridge } = await renderApp({ route: '/conflicts', app: anna })
    await user.click(await screen.findByRole('button', { name: 'Make one text of both' }))
    await user.type(await screen.findByRole('textbox', { name: 'The text that is kept' }), '!')
    await ben.ask('companies.update', { id, description: 'Met in June.' })
    meet()
    heard(bridge)
    await screen.findByText(/^Other versions came meanwhile/u)
    const save = screen.getByRole('button', { name: 'Save for everybody' })
    expect(save).toHaveProperty('disabled', true)
    expect(screen.getByRole('region', { name: /^Shows now/u }).textContent).toContain('June')
    await user.click(screen.getByRole('button', { name: 'I have seen them' }))
    await waitFor(() => expect(save).toHaveProperty('disabled', false))
    await user.click(save)
    await screen.findByText(/^There are no conflicts/u)
    expect(await anna.ask('companies.get', { id })).toMatchObject({
      description: 'Met in May.\nPays late.\nAnna: wants a call.!',
    })
  })

  test('a text that was begun is there again when the page is opened anew', async () => {
    const { anna } = await crossedText()
    const { user, unmount } = await renderApp({ route: '/conflicts', app: anna })
    await user.click(await screen.findByRole('button', { name: 'Make one text of both' }))
    await user.type(await screen.findByRole('textbox', { name: 'The text that is kept' }), '!')
    // Another text to begin with, and back.
    await user.click(screen.getByRole('radio', { name: 'What shows now' }))
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Met in May.\nPays late.')
    await user.click(screen.getByRole('radio', { name: 'Both changes' }))
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Met in May.\nPays late.\nAnna: wants a call.!')
    unmount()

    const again = await renderApp({ route: '/conflicts', app: anna })
    await again.user.click(await screen.findByRole('button', { name: 'Make one text of both' }))
    await screen.findByText(/^Draft of/u)
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Met in May.\nPays late.\nAnna: wants a call.!')
  })

  test('on the record, too, and a value of one line', async () => {
    const { anna, ben, meet, id } = await crossedPhone()
    const { user, bridge } = await renderApp({ route: `/companies/${id}`, app: anna })
    await user.click(await screen.findByRole('button', { name: '1 conflict' }))
    const write = await screen.findByRole('button', { name: 'Write anew: Phone' })
    await user.click(write)
    await screen.findByRole('textbox', { name: 'New value of Phone' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'New value of Phone' })).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(write))

    await user.click(write)
    const written = await screen.findByRole('textbox', { name: 'New value of Phone' })
    await user.type(written, '030 400')
    await decideOn(ben)
    meet()
    heard(bridge)
    await screen.findByText(/^Decided meanwhile/u)
    await waitFor(() => expect(screen.queryByRole('button', { name: '1 conflict' })).toBeNull())
    expect(written.isConnected).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Copy the text' }))
    await screen.findByText(/^Copied/u)
    expect(await navigator.clipboard.readText()).toBe('030 400')
  })
})

test('archiving a company again asks what becomes of its deals, as the first time', async () => {
  const { anna, ben, meet } = await apartUntilTheEnd()
  const { id } = await anna.ask('companies.create', { name: 'Harbour Tools' })
  meet()
  await anna.ask('companies.archive', { id })
  const deal = await ben.ask('deals.create', { title: 'Forty benches', companyId: id })
  meet()

  const { user } = await renderApp({ route: '/conflicts', app: anna })
  await user.click(await screen.findByRole('button', { name: 'Archive it again: Harbour Tools' }))
  const dialog = await screen.findByRole('dialog', { name: 'Archive Harbour Tools?' })
  await within(dialog).findByText('1 deal')
  expect(await anna.ask('companies.get', { id })).toMatchObject({ archivedAt: null })

  await user.click(within(dialog).getByRole('button', { name: 'Archive it too' }))
  await screen.findByText('Archived Harbour Tools again, and what stands on it')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect((await anna.ask('companies.get', { id })).archivedAt).not.toBeNull()
  expect((await anna.ask('deals.get', { id: deal.id })).archivedAt).not.toBeNull()
})

test('Escape in that question leaves the panel of the record open behind it', async () => {
  const { anna, ben, meet } = await apartUntilTheEnd()
  const { id } = await anna.ask('companies.create', { name: 'Harbour Tools' })
  meet()
  await anna.ask('companies.archive', { id })
  await ben.ask('deals.create', { title: 'Forty benches', companyId: id })
  meet()

  const { user } = await renderApp({ route: `/companies/${id}`, app: anna })
  await user.click(await screen.findByRole('button', { name: '1 conflict' }))
  const again = await screen.findByRole('button', { name: 'Archive it again: Harbour Tools' })
  await user.click(again)
  await screen.findByRole('dialog', { name: 'Archive Harbour Tools?' })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Archive Harbour Tools?' })).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(again))
  // By then the panel would be gone, too.
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(again.isConnected).toBe(true)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
})

test('a window opened on a conflict that is open again says nothing of when it was decided', async () => {
  const { anna } = await crossedPhone()

  const { user, bridge } = await renderApp({ route: '/conflicts', app: anna })
  await user.click(await screen.findByRole('button', { name: 'Write anew: Phone' }))
  await user.type(await screen.findByRole('textbox', { name: 'New value of Phone' }), '030 400')
  await user.click(screen.getByRole('button', { name: 'Save for everybody' }))
  await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
  await anna.ask('history.undoLast', {})
  act(() => bridge.emit({ type: 'changed', tables: ['sync_conflict', 'companies'], rev: 0 }))

  const write = await screen.findByRole('button', { name: 'Write anew: Phone' })
  let isSaid = false
  const watch = new MutationObserver(() => (isSaid ||= screen.queryByText(/meanwhile/u) !== null))
  onTestFinished(() => watch.disconnect())
  watch.observe(document.body, { childList: true, subtree: true, characterData: true })
  await user.click(write)
  await user.type(await screen.findByRole('textbox', { name: 'New value of Phone' }), '030 500')
  expect(isSaid).toBe(false)
})
