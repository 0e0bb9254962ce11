import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'

test('a field is made with the keyboard alone, and stands in the list at once', async () => {
  const { app, user } = await renderApp({ route: '/settings/fields' })

  await user.click(await screen.findByRole('button', { name: 'New field' }))
  await user.type(await screen.findByRole('textbox', { name: /^Name/u }), 'Grade')
  await user.tab()
  await user.keyboard('Single{Enter}')
  await user.type(await screen.findByRole('textbox', { name: 'Choices' }), 'Gold{Enter}Silver{Enter}{Enter}Gold')
  await user.keyboard('{Control>}{Enter}{/Control}')

  await screen.findByRole('button', { name: 'Grade' })
  const { fields } = await app.ask('customFields.list', { entity: 'company' })
  expect(fields).toMatchObject([{ name: 'Grade', type: 'choice', choices: [{ name: 'Gold' }, { name: 'Silver' }] }])
})

test('a name that is taken is said beside the field, which keeps what was typed', async () => {
  const { user } = await renderApp({ route: '/settings/fields?of=deal&new' })

  await user.type(await screen.findByRole('textbox', { name: /^Name/u }), 'Amount')
  await user.keyboard('{Control>}{Enter}{/Control}')

  await screen.findByText(/Kith brings a field of this name along/u)
  expect(screen.getByRole('textbox', { name: /^Name/u })).toHaveProperty('value', 'Amount')
})

test('a field is moved with the arrow keys on its handle, and the focus goes with it', async () => {
  const { app, user } = await renderApp({ route: '/settings/fields' })
  for (const name of ['First', 'Second', 'Third']) await app.ask('customFields.create', { entity: 'company', name, type: 'text' })

  const handle = await screen.findByRole('button', { name: 'Move First' })
  handle.focus()
  await user.keyboard('{ArrowDown}{ArrowDown}')

  await waitFor(async () =>
    expect((await app.ask('customFields.list', { entity: 'company' })).fields.map(({ name }) => name)).toEqual([
      ...['Second', 'Third', 'First'],
    ]),
  )
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move First')
})

test('removing a choice that records hold asks what they get instead', async () => {
  const { app, user } = await renderApp({ route: '/settings/fields' })
  const grade = await app.ask('customFields.create', {
    ...{ entity: 'company', name: 'Grade', type: 'choice', choices: [{ name: 'Gold' }, { name: 'Silver' }] },
  })
  const [gold, silver] = grade.choices
  const { id } = await app.ask('companies.create', { name: 'Acme', custom: { [grade.key]: gold?.id ?? '' } })

  await user.click(await screen.findByRole('button', { name: 'Grade' }))
  await user.click(await screen.findByRole('button', { name: 'Remove “Gold”' }))
  const dialog = await screen.findByRole('dialog', { name: 'Remove “Gold”' })
  await within(dialog).findByText(/1 record holds “Gold”/u)
  await user.click(within(dialog).getByRole('combobox', { name: 'Instead' }))
  await user.click(await screen.findByRole('option', { name: 'Silver' }))
  await user.click(within(dialog).getByRole('button', { name: /^Remove it and change 1 record/u }))

  await waitFor(async () => expect((await app.ask('companies.get', { id })).custom).toEqual({ [grade.key]: silver?.id }))
})

test('a removed field is listed with what it holds, and put back', async () => {
  const { app, user } = await renderApp({ route: '/settings/fields' })
  const field = await app.ask('customFields.create', { entity: 'company', name: 'Grade', type: 'text' })
  await app.ask('companies.create', { name: 'Acme', custom: { [field.key]: 'A' } })
  await app.ask('customFields.remove', { id: field.id })

  await screen.findByText('1 value kept')
  await user.click(screen.getByRole('button', { name: 'Put back: Grade' }))

  expect(await screen.findByRole('button', { name: 'Move Grade' })).toBeTruthy()
})

test('a field of the layout is moved to the hidden ones by the keyboard', async () => {
  const { app, user } = await renderApp({ route: '/settings/fields?of=deal&view=layout' })
  const field = await app.ask('customFields.create', { entity: 'deal', name: 'Competitor', type: 'text' })

  const handle = await screen.findByRole('button', { name: 'Move Competitor' })
  handle.focus()
  await user.keyboard('{ArrowDown}')

  await waitFor(async () => {
    const { layouts } = await app.ask('customFields.list', { entity: 'deal' })
    expect(layouts[0]?.config.hidden).toEqual([field.key])
  })
  await screen.findByText('Layout saved')
})

test('a rule is put together and said as a sentence', async () => {
  const { app, user } = await renderApp({ route: '/settings/fields?of=deal&view=rules' })
  const field = await app.ask('customFields.create', { entity: 'deal', name: 'Competitor', type: 'text' })

  await user.click(await screen.findByRole('button', { name: 'New rule' }))
  await user.click(await screen.findByRole('combobox', { name: /^Field · required/u }))
  await user.click(await screen.findByRole('option', { name: 'Competitor' }))
  await user.click(screen.getByRole('combobox', { name: 'Field' }))
  await user.click(await screen.findByRole('option', { name: 'Status' }))
  await user.click(screen.getByRole('combobox', { name: 'Value' }))
  await user.click(await screen.findByRole('option', { name: 'Lost' }))
  await user.click(screen.getByRole('button', { name: 'Make the rule' }))

  await screen.findByText('Rule saved')
  expect(await screen.findAllByText('Show Competitor only if Status is Lost')).toHaveLength(2)
  const { rules } = await app.ask('customFields.list', { entity: 'deal' })
  expect(rules[0]?.config).toEqual({
    ...{ kind: 'show', field: field.key },
    when: { join: 'and', items: [{ field: 'status', operator: 'anyOf', values: ['lost'] }] },
  })
})

test('the form of a new deal asks for own fields, those under a condition only where it holds', async () => {
  const { app, user } = await renderApp({ route: '/deals?new' })
  const grade = await app.ask('customFields.create', {
    ...{
      entity: 'deal',
      name: 'Kind of sale',
      type: 'choice',
      choices: [{ name: 'New' }, { name: 'Renewal' }],
      isRequired: true,
    },
  })
  const term = await app.ask('customFields.create', { entity: 'deal', name: 'Old contract', type: 'text' })
  const renewal = grade.choices[1]?.id ?? ''
  const items = [{ field: grade.key, operator: 'anyOf' as const, values: [renewal] }]
  await app.ask('fieldRules.create', {
    ...{ entity: 'deal', name: 'Old contract' },
    config: { kind: 'show', field: term.key, when: { join: 'and', items } },
  })

  await user.type(await screen.findByRole('textbox', { name: /^Title/u }), 'Fleet')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('Please fill this in.')
  expect(screen.queryByRole('textbox', { name: 'Old contract' })).toBeNull()
  await user.click(screen.getByRole('combobox', { name: /^Kind of sale · required/u }))
  await user.click(await screen.findByRole('option', { name: 'Renewal' }))
  await user.type(await screen.findByRole('textbox', { name: 'Old contract' }), 'HT-7')
  await user.keyboard('{Control>}{Enter}{/Control}')

  const made = () => app.writer.raw.prepare("SELECT id FROM deals WHERE title = 'Fleet'").pluck().get()
  await waitFor(() => expect(made()).toBeTruthy())
  expect((await app.ask('deals.get', { id: String(made()) })).custom).toEqual({ [grade.key]: renewal, [term.key]: 'HT-7' })
})
