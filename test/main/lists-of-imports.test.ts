// The records of one import as a list: what it made, what it changed, and what only got something beside itself.
import { expect, test } from 'vitest'
import { ask, bringIn, call, rows, setUpImportDesk, written } from '../support/import-desk.ts'

setUpImportDesk('en')

const csv = (name: string, ...lines: readonly string[]): string => written(name, `${lines.join('\n')}\n`)
const listed = async (entity: 'companies' | 'contacts', importId: string | null, text = ''): Promise<string[]> => {
  const question = { entity, importId, text } as const
  const { rows: found } = await ask('lists.page', { ...question, columns: ['name'] })
  const { count } = await ask('lists.count', question)
  const { ids } = await ask('lists.ids', { ...question, group: null, only: null, except: [] })
  expect([count, ids.length]).toEqual([found.length, found.length])
  return found.map(({ title }) => title)
}

test('lists what it made and changed, also after somebody worked on it, and not what was there unchanged', async () => {
  await bringIn(csv('old.csv', 'Company name,City', 'Acme,Kiel', 'Bolt,Ulm', 'Cord,Jena'))
  const { result } = await bringIn(csv('new.csv', 'Company name,City', 'Acme,Kiel', 'Bolt,Bonn', 'Dune,Köln'))
  const [bolt] = rows<{ id: string }>("select id from companies where name = 'Bolt'")
  await call('companies.update', { id: bolt?.id, city: 'Ulm' })

  expect(await listed('companies', result.importId)).toEqual(['Bolt', 'Dune'])
  expect(await listed('companies', result.importId, 'dune')).toEqual(['Dune'])
  expect(await listed('contacts', result.importId)).toEqual([])
  expect(await listed('companies', null)).toEqual(['Acme', 'Bolt', 'Cord', 'Dune'])
})

test('lists a record that only got a tag or a further number, and people with the companies made along', async () => {
  await bringIn(csv('old.csv', 'Full name,Company,Phone', 'Ada Holm,Acme,0731 1111111', 'Bo Lind,Acme,0731 2222222'))
  const { result } = await bringIn(
    csv(
      'new.csv',
      'Full name,Company,Phone (mobile),Tags',
      'Ada Holm,Acme,0171 3333333,',
      'Bo Lind,Acme,,fair',
      'Cy Berg,Dune,,',
    ),
  )
  expect(await listed('contacts', result.importId)).toEqual(['Ada Holm', 'Bo Lind', 'Cy Berg'])
  expect(await listed('companies', result.importId)).toEqual(['Dune'])
})

test('an import that was taken back lists nothing, and one that never was says so', async () => {
  const { result } = await bringIn(csv('old.csv', 'Company name,City', 'Acme,Kiel'))
  expect(await ask('imports.pastOne', { id: result.importId })).toMatchObject({ fileName: 'old.csv', isTakenBack: false })
  await ask('imports.takeBack', { id: result.importId })
  expect(await listed('companies', result.importId)).toEqual([])
  const unknown = '01900000-0000-7000-8000-0000000000ff'
  expect(await call('lists.page', { entity: 'companies', importId: unknown, columns: ['name'] })).toMatchObject({
    error: { messageKey: 'imports.past.gone' },
  })
})
