// Three companies in a list, and the ways to look at it.
import { screen } from '@testing-library/react'
import { createTestApp, type TestApp } from './test-app.ts'

/** Waits for it. */
export const row = (name: string | RegExp) => screen.findByRole('row', { name })

/** The cell of a row by the place of its column; 0 is the title. */
export const cell = async (rowName: string | RegExp, column: number) => {
  const found = (await row(rowName)).querySelector<HTMLElement>(`[data-column="${column}"]`)
  if (!found) throw new Error(`There is no column ${column}`)
  return found
}

export const columnNames = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
export const grid = () => screen.getByRole('grid')

export const PHONE = 1
export const EMAIL = 2
export const CITY = 4

export const threeCompanies = async (): Promise<TestApp> => {
  const app = await createTestApp({ language: 'en' })
  await app.ask('companies.create', { name: 'Alder', city: 'Bergen' })
  await app.ask('companies.create', { name: 'Birch', city: 'Oslo' })
  await app.ask('companies.create', { name: 'Cedar', city: 'Oslo' })
  return app
}

/** Title and cells of every company, as the engine has them. */
export const companies = async (app: TestApp, columns: string[]) =>
  (await app.ask('lists.page', { entity: 'companies', columns })).rows.map(({ title, cells }) => [
    title,
    ...columns.map((column) => cells[column]),
  ])
