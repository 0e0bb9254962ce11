// Pictures of cards come along with their people, once, and go when the import is taken back.
import { describe, expect, test } from 'vitest'
import { ask, bringIn, call, fatesOf, keysOf, planOf, previewed, rows, setUpImportDesk, written } from '../support/import-desk.ts'

setUpImportDesk('en')

const base64 = (...bytes: readonly number[]): string =>
  Buffer.from([...bytes, ...Array.from({ length: 60 }, () => 7)]).toString('base64')
const png = base64(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const jpeg = base64(0xff, 0xd8, 0xff, 0xe0)
const gif = base64(...Buffer.from('GIF89a'))
const webp = base64(...Buffer.from('RIFF....WEBPVP8 '))

const book = (...cards: readonly (readonly string[])[]): string =>
  written('book.vcf', `${cards.map((lines) => ['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n')).join('\r\n')}\r\n`)
const folded = (text: string): string[] => [text.slice(0, 40), ` ${text.slice(40)}`]
const everyVersion = (): string =>
  book(
    ['VERSION:2.1', 'N:Berg;Anna', ...folded(`PHOTO;PNG;ENCODING=BASE64:${png}`), ''],
    ['VERSION:3.0', 'FN:Bob Lee', 'N:Lee;Bob;;;', `PHOTO;ENCODING=b;TYPE=JPEG:${jpeg}`],
    ['VERSION:4.0', 'FN:王小明', `PHOTO:data:image/gif;base64,${gif}`],
    ['VERSION:4.0', 'FN:Eva Falk', `PHOTO:data:image/webp;base64,${webp}`],
    ['VERSION:3.0', 'FN:Nils Holm'],
  )
const attached = () =>
  rows<{ person: string; name: string; mimeType: string; source: string }>(
    `select contacts.name as person, attachments.name, mimeType, attachments.source from attachments join contacts on contacts.id = recordId
      where attachments.archivedAt is null order by contacts.no`,
  )

describe('photos of cards', () => {
  test('of all versions and kinds come along, and the preview counts them', async () => {
    const file = everyVersion()
    const { tables } = await previewed(file)
    expect(tables[0]?.made.photos).toBe(4)
    expect(await keysOf(file)).toEqual([])

    const { result } = await bringIn(file)
    expect(result.tables[0]?.made.photos).toBe(4)
    expect(attached()).toEqual([
      { person: 'Anna Berg', name: 'Anna Berg.png', mimeType: 'image/png', source: 'card' },
      { person: 'Bob Lee', name: 'Bob Lee.jpg', mimeType: 'image/jpeg', source: 'card' },
      { person: '王小明', name: '王小明.gif', mimeType: 'image/gif', source: 'card' },
      { person: 'Eva Falk', name: 'Eva Falk.webp', mimeType: 'image/webp', source: 'card' },
    ])
    const [photo] = await ask('attachments.list', {
      recordType: 'contact',
      recordId: rows<{ id: string }>('select id from contacts order by no')[1]?.id ?? '',
    })
    const { bytes } = await ask('attachments.read', { id: photo?.id ?? '', offset: 0, length: 1000 })
    expect(Buffer.from(bytes).toString('base64')).toBe(jpeg)
  })

  test('of the same file again add nothing, a new one comes to the person who is there', async () => {
    await bringIn(everyVersion())
    const again = await bringIn(everyVersion())
    expect(fatesOf(again.result.tables)).toEqual(['unchanged 5'])

    const newer = book(['VERSION:3.0', 'FN:Nils Holm', `PHOTO;ENCODING=b:${png}`])
    const { tables } = await previewed(newer)
    expect({ fates: fatesOf(tables), photos: tables[0]?.made.photos }).toEqual({ fates: ['update 1'], photos: 1 })
    await bringIn(newer)
    expect(attached().map(({ name }) => name)).toContain('Nils Holm.png')
    expect(rows('select count(distinct hash) as contents from attachments')).toEqual([{ contents: 4 }])
  })

  test('go when the import is taken back, and come again with it', async () => {
    const { result } = await bringIn(everyVersion())
    await call('imports.takeBack', { id: result.importId })
    expect(attached()).toEqual([])

    await bringIn(everyVersion())
    expect(attached()).toHaveLength(4)
  })

  test('stay out with their reason where they lie on the web, are no picture, or are too large', async () => {
    await call('settings.update', { attachmentLimitMb: 1 })
    const large = Buffer.concat([Buffer.from(png, 'base64'), Buffer.alloc(1024 * 1024)]).toString('base64')
    const file = book(
      ['VERSION:3.0', 'FN:Anna Berg', 'PHOTO;VALUE=uri:https://nordlicht.example/anna.jpg'],
      ['VERSION:3.0', 'FN:Bob Lee', `PHOTO;ENCODING=b:${base64(1, 2, 3)}`],
      ['VERSION:3.0', 'FN:Eva Falk', `PHOTO;ENCODING=b:${large}`],
    )
    expect(await keysOf(file)).toEqual(['1 imports.photo.not_fetched', '2 imports.photo.unreadable', '3 imports.photo.too_big'])
    const { result } = await bringIn(file)
    expect(fatesOf(result.tables)).toEqual(['new 3'])
    expect(attached()).toEqual([])
  })

  test('stay out where their column is left out', async () => {
    const file = everyVersion()
    const plan = await planOf(file)
    expect(plan.tables[0]?.columns.at(-1)?.field).toBe('photo')
    await bringIn(file, (whole) => ({
      ...whole,
      tables: whole.tables.map((table) => ({
        ...table,
        columns: table.columns.map((column) => (column.field === 'photo' ? { ...column, field: null } : column)),
      })),
    }))
    expect(attached()).toEqual([])
  })
})
