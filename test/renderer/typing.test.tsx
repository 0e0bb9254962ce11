// Typing with an input method: what is still being composed is neither searched for nor saved.
import { Select } from '@mantine/core'
import { createEvent, fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { PropertyList } from '#renderer/ui/PropertyList.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { renderWithApp } from '../support/render-with-app.tsx'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a search waits until the word is composed', async () => {
  const onChange = vi.fn()
  await renderWithApp(<SearchField label="Search" value="" onChange={onChange} />)
  const field = await screen.findByRole('searchbox', { name: 'Search' })

  fireEvent.compositionStart(field)
  fireEvent.change(field, { target: { value: 'wang' } })
  await pause(150)
  expect(onChange).not.toHaveBeenCalled()
  fireEvent.change(field, { target: { value: '王' } })
  fireEvent.compositionEnd(field)

  await vi.waitFor(() => expect(onChange).toHaveBeenCalledWith('王'))
})

test('Enter that ends a composition does not save', async () => {
  const onSave = vi.fn(() => Promise.resolve())
  const { user } = await renderWithApp(
    <PropertyList label="Properties">
      <EditableText label="Name" value="Wang" onSave={onSave} />
    </PropertyList>,
  )
  await user.click(await screen.findByRole('button', { name: 'Name: Wang. Edit' }))
  const field = screen.getByRole('textbox', { name: 'Name' })
  fireEvent.change(field, { target: { value: '王' } })

  fireEvent(field, createEvent.keyDown(field, { key: 'Enter', isComposing: true }))
  expect(onSave).not.toHaveBeenCalled()
  fireEvent.keyDown(field, { key: 'Enter' })

  await vi.waitFor(() => expect(onSave).toHaveBeenCalledWith('王'))
})

test('an edit that is refused stays open with what was typed, and Escape gives the old value back', async () => {
  const { user } = await renderWithApp(
    <PropertyList label="Properties">
      <EditableText label="Name" value="Wang" onSave={() => Promise.reject(new Error('disk'))} />
    </PropertyList>,
  )
  await user.click(await screen.findByRole('button', { name: 'Name: Wang. Edit' }))
  await user.keyboard('Wong{Enter}')

  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Wong')
  await user.keyboard('{Escape}')
  expect(screen.getByRole('button', { name: 'Name: Wang. Edit' })).toBe(document.activeElement)
})

test('Enter in a list of choices that nothing is chosen from yet does not send the form; without the list it does', async () => {
  const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
  const { user } = await renderWithApp(
    <form onSubmit={onSubmit}>
      <Select label="Kind" data={['Text', 'Number']} searchable />
      <button type="submit">Save</button>
    </form>,
  )
  await user.click(await screen.findByRole('combobox', { name: 'Kind' }))
  await user.keyboard('zzz{Enter}')
  expect(onSubmit).not.toHaveBeenCalled()

  await user.keyboard('{Escape}{Enter}')
  expect(onSubmit).toHaveBeenCalledTimes(1)
})
