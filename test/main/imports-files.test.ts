// Several files of one import, of which one cannot be read: each has its own outcome.
import { describe, expect, test } from 'vitest'
import { ask, fatesOf, place, refusalOf, rows, setUpImportDesk, written } from '../support/import-desk.ts'

setUpImportDesk('en')

const firms = () => written('firms.csv', 'Company name,City\nNordlicht GmbH,Hamburg\n')
const people = () => written('people.csv', 'Full name,Email\nAnna Berg,anna@nordlicht.example\n')
const broken = () => written('scan.csv', Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]))

describe('a file that cannot be read', () => {
  test('says why, and the others are looked at', async () => {
    const { files, plan, tables } = await ask('imports.inspect', { files: [firms(), broken(), place('gone.csv'), people()] })

    expect(files.map(({ name, kind, problem }) => [name, kind, problem?.messageKey ?? null])).toEqual([
      ['firms.csv', 'csv', null],
      ['scan.csv', null, 'imports.file.pdf'],
      ['gone.csv', null, 'imports.file.gone'],
      ['people.csv', 'csv', null],
    ])
    expect(tables.map(({ file }) => file)).toEqual([0, 3])
    expect(plan?.tables.map(({ file, entity }) => `${file} ${entity}`)).toEqual(['0 company', '3 contact'])
  })

  test('does not keep the others from coming in', async () => {
    const files = [firms(), broken(), people()]
    const { plan } = await ask('imports.inspect', { files })
    if (plan === null) throw new Error('No plan is proposed.')

    expect(fatesOf((await ask('imports.preview', { files, plan })).tables)).toEqual(['new 1', 'new 1'])
    const done = await ask('imports.run', { files, plan })
    expect(fatesOf(done.tables)).toEqual(['new 1', 'new 1'])
    expect(rows('select fileName from imports')).toEqual([{ fileName: 'firms.csv · people.csv' }])
  })

  test('is refused where it is the only one, and where the plan means it', async () => {
    expect(await refusalOf('imports.inspect', { files: [broken()] })).toBe('invalid_input imports.file.pdf')

    const { plan } = await ask('imports.inspect', { files: [firms(), people()] })
    expect(await refusalOf('imports.preview', { files: [firms(), broken()], plan })).toBe('invalid_input imports.file.pdf')
  })
})
