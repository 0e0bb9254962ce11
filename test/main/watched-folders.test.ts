// Folders out of which files are taken in by themselves: what is taken, what waits, what goes wrong.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJobs } from '#main/jobs/run-jobs.ts'
import { timedJobs } from '#main/jobs/timed-jobs.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let folder: string
let mappingId: string

const HEADINGS = 'Company,City,Phone'
const OLD = new Date('2026-01-01T00:00:00Z')

/** A file that has lain there for a while. */
const put = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text)
  utimesSync(join(folder, name), OLD, OLD)
}

const tick = async (): Promise<void> => {
  const faults: unknown[] = []
  await runJobs(timedJobs, {
    call: (path, input, { actor }) => app.call(path, input, actor),
    writer: app.writer,
    logBug: (_job, error) => faults.push(error),
  })
  expect(faults).toEqual([])
}

const companies = async (): Promise<string[]> =>
  (await app.ask('companies.list', { after: null, limit: 100 })).map(({ name }) => name)

const watch = async (changes: { readonly onDoubt?: 'wait' | 'take_good'; readonly isOn?: boolean } = {}): Promise<string> =>
  (
    await app.ask('watchedFolders.save', {
      id: null,
      folder,
      mappingId,
      everyMinutes: 5,
      onDoubt: 'wait',
      isOn: true,
      ...changes,
    })
  ).id

const logOf = async (id: string) => (await app.ask('watchedFolders.log', { id, limit: 20 })).entries

beforeEach(async () => {
  app = await createTestApp()
  folder = mkdtempSync(join(tmpdir(), 'kith-watched-'))
  const sample = join(folder, '..', `kith-sample-${process.pid}.csv`)
  writeFileSync(sample, `${HEADINGS}\nSample,Bonn,030 1234567\n`)
  const { plan } = await app.ask('imports.inspect', { files: [sample], entity: 'company' })
  if (plan === null) throw new Error('The sample has no plan.')
  mappingId = (await app.ask('imports.saveMapping', { files: [sample], mapping: { id: null, name: 'Shop', plan } })).id
  rmSync(sample)
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true })
})

describe('a file that leaves nothing to decide', () => {
  test('is taken in and moved aside, and the log says what it brought', async () => {
    const id = await watch()
    put('monday.csv', `${HEADINGS}\nAcme,Bonn,030 1234567\nBeacon,Berlin,030 7654321\n`)
    await tick()
    expect(await companies()).toEqual(['Acme', 'Beacon'])
    expect(readdirSync(folder)).toEqual(['Imported'])
    expect(readdirSync(join(folder, 'Imported'))).toEqual(['monday.csv'])
    expect(await logOf(id)).toMatchObject([{ name: 'monday.csv', fate: 'taken', counts: { created: 2, doubtful: 0 } }])
  })

  test('is taken back by its operation', async () => {
    const id = await watch()
    put('monday.csv', `${HEADINGS}\nAcme,Bonn,030 1234567\n`)
    await tick()
    const [entry] = await logOf(id)
    await app.ask('history.undo', { operation: entry?.operation ?? '' })
    expect(await companies()).toEqual([])
  })

  test('brings nothing the second time, and still goes aside under a name of its own', async () => {
    const id = await watch()
    const text = `${HEADINGS}\nAcme,Bonn,030 1234567\n`
    put('daily.csv', text)
    await tick()
    put('daily.csv', text)
    await app.ask('watchedFolders.lookNow', { id })
    await tick()
    expect(await companies()).toEqual(['Acme'])
    expect(readdirSync(join(folder, 'Imported'))).toHaveLength(2)
    expect((await logOf(id)).map(({ fate }) => fate)).toEqual(['known', 'taken'])
  })
})

describe('a file with something doubtful', () => {
  const DOUBTFUL = `${HEADINGS}\nAcme,Bonn,030 1234567\n,Berlin,030 7654321\n`

  test('waits whole, with the reason, until it is put aside', async () => {
    const id = await watch()
    put('odd.csv', DOUBTFUL)
    await tick()
    expect(await companies()).toEqual([])
    expect(await app.ask('watchedFolders.waiting', { id })).toMatchObject([
      { name: 'odd.csv', reason: { messageKey: 'watchedFolders.reason.rows', params: { doubtful: 1, rows: 2 } } },
    ])
    await app.ask('watchedFolders.putAside', { id, name: 'odd.csv' })
    expect(readdirSync(join(folder, 'Not imported'))).toEqual(['odd.csv'])
    expect(await app.ask('watchedFolders.waiting', { id })).toEqual([])
  })

  test('is not looked at again before it changes', async () => {
    const id = await watch()
    put('odd.csv', DOUBTFUL)
    await tick()
    put('other.csv', `${HEADINGS}\nBeacon,Berlin,030 7654321\n`)
    await app.ask('watchedFolders.lookNow', { id })
    await tick()
    expect(await companies()).toEqual(['Beacon'])
    writeFileSync(join(folder, 'odd.csv'), `${HEADINGS}\nAcme,Bonn,030 1234567\n`)
    utimesSync(join(folder, 'odd.csv'), new Date('2026-01-02'), new Date('2026-01-02'))
    await app.ask('watchedFolders.lookNow', { id })
    await tick()
    expect(await companies()).toEqual(['Acme', 'Beacon'])
  })

  test('gives its good rows where that is wanted, and the others lie beside it', async () => {
    await watch({ onDoubt: 'take_good' })
    put('odd.csv', DOUBTFUL)
    await tick()
    expect(await companies()).toEqual(['Acme'])
    const beside = readdirSync(join(folder, 'Imported')).filter((name) => name !== 'odd.csv')
    expect(readFileSync(join(folder, 'Imported', beside[0] ?? ''), 'utf8')).toContain('7654321')
  })

  test('of the same name on two days leaves its rest twice', async () => {
    const id = await watch({ onDoubt: 'take_good' })
    put('daily.csv', DOUBTFUL)
    await tick()
    put('daily.csv', `${HEADINGS}\nBeacon,Bonn,030 1111111\n,Berlin,030 2222222\n`)
    await app.ask('watchedFolders.lookNow', { id })
    await tick()
    expect(await companies()).toEqual(['Acme', 'Beacon'])
    const rests = readdirSync(join(folder, 'Imported')).filter((name) => name.includes('left out'))
    const texts = rests.map((name) => readFileSync(join(folder, 'Imported', name), 'utf8'))
    const numbers = texts.map((text) => ['7654321', '2222222'].filter((number) => text.includes(number)).join(' '))
    expect(numbers.toSorted()).toEqual(['2222222', '7654321'])
  })

  test('that somebody took out of the folder waits no longer, and the log says so', async () => {
    const id = await watch()
    put('odd.csv', DOUBTFUL)
    await tick()
    rmSync(join(folder, 'odd.csv'))
    app.pass(10 * 60_000)
    await tick()
    expect(await app.ask('watchedFolders.waiting', { id })).toEqual([])
    expect(await app.ask('watchedFolders.list', {})).toMatchObject([{ waiting: 0 }])
    expect((await logOf(id)).map(({ name, fate, reason }) => [name, fate, reason?.messageKey ?? null])).toEqual([
      ['odd.csv', 'gone', null],
      ['odd.csv', 'waiting', 'watchedFolders.reason.rows'],
    ])
  })

  test('of other columns than the mapping’s waits', async () => {
    const id = await watch()
    put('other.csv', 'Subject,Priority\nBroken lamp,high\n')
    await tick()
    expect(await app.ask('watchedFolders.waiting', { id })).toMatchObject([
      { reason: { messageKey: 'watchedFolders.reason.shape', params: { mapping: 'Shop' } } },
    ])
  })
})

test('the whole log can be read, and says whether there is more', async () => {
  const id = await watch()
  const entry = { fate: 'failed' as const, counts: null, operation: null, reason: null, bytes: 1, changedMs: 1 }
  for (let number = 0; number < 230; number += 1) {
    await app.ask('watchedFolders.note', { folderId: id, entry: { ...entry, name: `${number}.csv` } })
  }
  const glance = await app.ask('watchedFolders.log', { id, limit: 10 })
  const all = await app.ask('watchedFolders.log', { id, limit: 1000 })
  expect([glance.entries.length, glance.hasMore, glance.entries[0]?.name]).toEqual([10, true, '229.csv'])
  expect([all.entries.length, all.hasMore, all.entries.at(-1)?.name]).toEqual([230, false, '0.csv'])
})

describe('what does not come in', () => {
  test('a file that cannot be read fails with the import’s own reason and holds up no other', async () => {
    const id = await watch()
    put('a-broken.xlsx', 'this is no workbook')
    put('b-good.csv', `${HEADINGS}\nAcme,Bonn,030 1234567\n`)
    await tick()
    expect(await companies()).toEqual(['Acme'])
    const broken = (await logOf(id)).find(({ name }) => name === 'a-broken.xlsx')
    expect(['failed', 'waiting']).toContain(broken?.fate)
    expect(broken?.reason).not.toBeNull()
  })

  test('a file that is still being written, hidden or of another kind is left alone', async () => {
    await watch()
    writeFileSync(join(folder, 'now.csv'), `${HEADINGS}\nAcme,Bonn,1\n`)
    // The clock of the test stands in March; this file will be changed after it.
    utimesSync(join(folder, 'now.csv'), new Date('2030-01-01'), new Date('2030-01-01'))
    put('.hidden.csv', `${HEADINGS}\nAcme,Bonn,1\n`)
    put('~$open.xlsx', '')
    put('photo.png', '')
    await tick()
    expect(await companies()).toEqual([])
    expect(readdirSync(folder).toSorted()).toEqual(['.hidden.csv', 'now.csv', 'photo.png', '~$open.xlsx'])
  })

  test('a folder that is switched off is looked into only when asked', async () => {
    const id = await watch({ isOn: false })
    put('monday.csv', `${HEADINGS}\nAcme,Bonn,030 1234567\n`)
    await tick()
    expect(await companies()).toEqual([])
    await app.ask('watchedFolders.lookNow', { id })
    await tick()
    expect(await companies()).toEqual(['Acme'])
  })

  test('a folder that is gone says so, and is looked into again when it is back', async () => {
    const id = await watch()
    rmSync(folder, { recursive: true })
    await tick()
    expect(await app.ask('watchedFolders.list', {})).toMatchObject([
      { id, trouble: { messageKey: 'watchedFolders.folder.gone', params: { folder } } },
    ])
    mkdirSync(folder)
    put('monday.csv', `${HEADINGS}\nAcme,Bonn,030 1234567\n`)
    await app.ask('watchedFolders.lookNow', { id })
    await tick()
    expect(await companies()).toEqual(['Acme'])
    expect(await app.ask('watchedFolders.list', {})).toMatchObject([{ trouble: null }])
  })

  test('the same folder cannot be watched twice, nor one that is not there', async () => {
    await watch()
    const again = { id: null, folder, mappingId, everyMinutes: 5, onDoubt: 'wait', isOn: true }
    expect(await app.call('watchedFolders.save', again)).toMatchObject({ error: { messageKey: 'watchedFolders.folder.twice' } })
    expect(await app.call('watchedFolders.save', { ...again, folder: join(folder, 'nowhere') })).toMatchObject({
      error: { messageKey: 'watchedFolders.folder.gone' },
    })
    expect(existsSync(folder)).toBe(true)
  })

  test('a folder that is not watched any more is forgotten, its files stay', async () => {
    const id = await watch()
    put('odd.csv', `${HEADINGS}\n,Berlin,1\n`)
    await tick()
    await app.ask('watchedFolders.remove', { id })
    expect(await app.ask('watchedFolders.list', {})).toEqual([])
    expect(readdirSync(folder)).toEqual(['odd.csv'])
  })
})
