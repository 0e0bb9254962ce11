// Files on records, through the whole engine: added, listed, read, saved, removed, taken back.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AddedFile } from '#shared/attachments/attachment.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-files-'))
const fileOf = (name: string, contents: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}
let app: TestApp
let companyId: string

beforeAll(async () => {
  app = await createTestApp()
})
beforeEach(async () => {
  companyId = (await app.ask('companies.create', { name: 'Nordwind' })).id
})
afterAll(() => {
  app.close()
  rmSync(folder, { recursive: true })
})

const on = () => ({ recordType: 'company' as const, recordId: companyId })
const add = (files: readonly string[], areProgramsAllowed = false) =>
  app.ask('attachments.add', { ...on(), files: [...files], areProgramsAllowed })
const idOf = (file: AddedFile | undefined): string => {
  if (file?.outcome !== 'added') throw new Error(`It was ${file?.outcome}`)
  return file.attachment.id
}

test('a file is added, listed with who and how much, and read again', async () => {
  const { files } = await add([fileOf('报价单.pdf', '%PDF-1.7 offer')])
  expect(await app.ask('attachments.list', on())).toMatchObject([
    { name: '报价单.pdf', size: 14, mimeType: 'application/pdf', addedBy: 'Anna Berg', source: 'file' },
  ])
  const { bytes, size } = await app.ask('attachments.read', { id: idOf(files[0]), offset: 9, length: 100 })
  expect([Buffer.from(bytes).toString(), size]).toEqual(['offer', 14])
  expect(await app.ask('attachments.count', on())).toEqual({ count: 1 })
})

test('the same file on the same record is there once, on another record again', async () => {
  const path = fileOf('twice.txt', 'twice')
  await add([path])
  expect(await add([path])).toMatchObject({ files: [{ outcome: 'known', name: 'twice.txt' }] })
  const other = await app.ask('companies.create', { name: 'Südwind' })
  const again = await app.ask('attachments.add', { recordType: 'company', recordId: other.id, files: [path] })
  expect(again.files).toMatchObject([{ outcome: 'added' }])
})

test('an empty file may be added', async () => {
  const { files } = await add([fileOf('empty.txt', '')])
  const read = await app.ask('attachments.read', { id: idOf(files[0]), offset: 0, length: 10 })
  expect([read.bytes.length, read.size]).toEqual([0, 0])
})

test('a name that no other disk takes is kept as it was given', async () => {
  const name = '报价？＊“最终”\u202efdp: v2.txt'
  await add([fileOf(name, 'x')])
  expect(await app.ask('attachments.list', on())).toMatchObject([{ name }])
})

test('a program is asked about before anything is kept, and then taken', async () => {
  const files = [fileOf('setup.exe', 'MZ'), fileOf('rechnung.pdf.exe', 'MZ2'), fileOf('brief.txt', 'x1')]
  expect(await app.call('attachments.add', { ...on(), files })).toMatchObject({
    error: { code: 'conflict', messageKey: 'attachments.programs', params: { names: 'setup.exe, rechnung.pdf.exe', count: 2 } },
  })
  expect(await app.ask('attachments.list', on())).toEqual([])
  expect((await add(files, true)).files).toHaveLength(3)
})

test('what cannot be taken says why, and the rest is added', async () => {
  await app.ask('settings.update', { attachmentLimitMb: 1 })
  const big = fileOf('big.bin', new Uint8Array(1024 * 1024 + 1))
  const sub = join(folder, 'a folder')
  if (!existsSync(sub)) mkdirSync(sub)
  const { files } = await add([big, sub, join(folder, 'gone.txt'), fileOf('good.txt', 'good')])
  expect(files).toMatchObject([
    { outcome: 'refused', messageKey: 'attachments.file.too_big', params: { name: 'big.bin', megabytes: 2, limit: 1 } },
    { outcome: 'refused', messageKey: 'attachments.file.folder' },
    { outcome: 'refused', messageKey: 'attachments.file.gone' },
    { outcome: 'added', name: 'good.txt' },
  ])
  await app.ask('settings.update', { attachmentLimitMb: 256 })
})

test('a file is renamed, removed and put back; each can be taken back', async () => {
  const { files } = await add([fileOf('old.txt', 'old')])
  const id = idOf(files[0])
  await app.ask('attachments.rename', { id, name: 'new.txt' })
  await app.ask('attachments.archive', { id })
  expect(await app.ask('attachments.list', on())).toEqual([])
  expect(await app.call('attachments.rename', { id, name: 'x' })).toMatchObject({ error: { messageKey: 'attachments.archived' } })
  await app.ask('history.undoLast', {})
  expect(await app.ask('attachments.list', on())).toMatchObject([{ name: 'new.txt' }])
  await app.ask('history.undoLast', {})
  expect(await app.ask('attachments.list', on())).toMatchObject([{ name: 'old.txt' }])
  await app.ask('history.undoLast', {})
  expect(await app.ask('attachments.list', on())).toEqual([])
  expect(await app.call('attachments.read', { id, offset: 0, length: 5 })).toMatchObject({
    error: { messageKey: 'attachments.gone' },
  })
})

test('a copy is written where it is wanted, and a place that cannot be written is told', async () => {
  const { files } = await add([fileOf('copy-me.txt', 'copied')])
  const id = idOf(files[0])
  const target = join(folder, 'copy.txt')
  expect(await app.ask('attachments.saveCopy', { id, target })).toEqual({ name: 'copy-me.txt' })
  expect(readFileSync(target, 'utf8')).toBe('copied')
  expect(await app.call('attachments.saveCopy', { id, target: join(folder, 'nowhere/copy.txt') })).toMatchObject({
    error: { messageKey: 'attachments.saveFailed' },
  })
})

test('a content that was lost or damaged is told by its own sentence', async () => {
  const { files } = await add([fileOf('lost.txt', 'lost')])
  await app.attachments.sweep([], Number.MAX_SAFE_INTEGER)
  expect(await app.call('attachments.read', { id: idOf(files[0]), offset: 0, length: 5 })).toMatchObject({
    error: { code: 'unavailable', messageKey: 'attachments.missing' },
  })
})

test('what was kept without a record is swept after a month, and nothing else', async () => {
  const { files } = await add([fileOf('stays.txt', 'stays')])
  const orphan = await app.attachments.keep([Buffer.from('nobody speaks of this')])
  await app.ask('attachments.sweep', {})
  await (await app.attachments.open(orphan.hash)).close()

  // The files of this test were written just now: to them the engine's clock of March stands before, so it is set far ahead.
  app.pass(400 * 24 * 60 * 60 * 1000 * 10)
  expect(await app.ask('attachments.sweep', {})).toEqual({ removed: 1 })
  expect(await app.ask('attachments.sweep', {})).toEqual({ removed: 0 })
  await expect(app.attachments.open(orphan.hash)).rejects.toMatchObject({ messageKey: 'attachments.missing' })
  expect(await app.ask('attachments.read', { id: idOf(files[0]), offset: 0, length: 5 })).toMatchObject({ size: 5 })
})

test('an archived record takes no files', async () => {
  await app.ask('companies.archive', { id: companyId })
  expect(await app.call('attachments.add', { ...on(), files: [fileOf('late.txt', 'x2')] })).toMatchObject({
    error: { messageKey: 'attachments.recordArchived' },
  })
})

test('a file on a note goes and comes back with the note', async () => {
  const note = await app.ask('activities.log', { ...on(), kind: 'note', text: 'See file' })
  await app.ask('attachments.add', { ...on(), activityId: note.id, files: [fileOf('on-note.txt', 'n')] })
  expect(await app.ask('attachments.list', on())).toMatchObject([{ activityId: note.id }])
  await app.ask('activities.archive', { id: note.id })
  expect(await app.ask('attachments.count', on())).toEqual({ count: 0 })
  await app.ask('activities.restore', { id: note.id })
  expect(await app.ask('attachments.count', on())).toEqual({ count: 1 })
})
