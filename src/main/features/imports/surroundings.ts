// What stands around a record besides its columns: further numbers, tags, a person's company. Rows add to it and take nothing away.
import type { ReadPoint, RowReading } from '#shared/imports/reading.ts'
import { textOf } from '#shared/imports/reading.ts'
import type { Columns } from './kinds.ts'
import { emailText, phoneText } from '#main/records/match-texts.ts'
import type { TablePicture } from '#main/tables/table-file.ts'
import type { People } from './people-of-row.ts'
import type { StoredLink, StoredRecord } from './stored-rows.ts'

export interface Surroundings {
  readonly points: readonly ReadPoint[]
  /** Names of tags that the record does not have yet. */
  readonly tags: readonly string[]
  /** Of a person: the company to tie them to, or the tie whose role changes. */
  readonly link: {
    readonly companyId: string
    readonly role: string | null
    readonly isPrimary: boolean
    readonly known: StoredLink | null
  } | null
  /** Of a card, unless the record has it already. */
  readonly photo: TablePicture | null
  /** Contacts that an entry is to be tied to, besides the record that it stands on. */
  readonly people: readonly string[]
}

export const isAnything = ({ points, tags, link, photo, people }: Surroundings): boolean =>
  points.length + tags.length + people.length > 0 || link !== null || photo !== null

/** What rows bring along, found while they are read. */
export interface Beside {
  readonly tagIdOf: (name: string) => string | undefined
  readonly pictureOf: (reading: RowReading) => TablePicture | null
  readonly peopleOf: (reading: RowReading) => People
}

/** Takes the main number and address out of the further ones where the record has none, and leaves out what it has already. */
export const surroundingsOf = (
  reading: RowReading,
  {
    columns,
    stored,
    beside,
    companyId,
  }: {
    readonly columns: Columns
    readonly stored: StoredRecord | null
    readonly beside: Beside
    readonly companyId: string | null
  },
): Surroundings => {
  const photo = beside.pictureOf(reading)
  const on = columns['recordId'] ?? stored?.columns['recordId']
  const around = {
    tags: newTags(reading, stored, beside.tagIdOf),
    link: linkOf(reading, companyId, stored),
    photo: photo === null || stored?.photos.has(photo.hash) === true ? null : photo,
    people: beside.peopleOf(reading).known.filter((id) => id !== on && stored?.people.has(id) !== true),
  }
  if (reading.points.length === 0) return { ...around, points: [] }
  const main = (column: string): unknown => (column in columns ? columns[column] : stored?.columns[column]) ?? null
  const points: ReadPoint[] = []
  const held = (stored?.points ?? []).map(({ kind, value }) => pointText(kind, value))
  const seen = new Set(held)
  for (const kind of ['phone', 'email'] as const) {
    const value = main(kind)
    if (typeof value === 'string') seen.add(pointText(kind, value))
  }
  for (const point of reading.points) {
    if (point.kind === 'address' && takeAddress(point, { columns, main, stored })) continue
    if (point.value === '') point.value = [point.postcode, point.city].filter((part) => part !== null).join(' ')
    const text = pointText(point.kind, point.value)
    if (point.value === '' || seen.has(text)) continue
    seen.add(text)
    if ((point.kind === 'phone' || point.kind === 'email') && main(point.kind) === null && point.type !== 'fax') {
      columns[point.kind] = point.value
      if (main(`${point.kind}Type`) === null && point.type !== null) columns[`${point.kind}Type`] = point.type
    } else points.push(point)
  }
  return { ...around, points }
}

export const pointText = (kind: string, value: string): string => {
  const text = kind === 'phone' ? phoneText(value) : kind === 'email' ? emailText(value) : null
  return `${kind} ${text ?? value.trim().toLowerCase()}`
}

/** Whether the address became, or is, the main one. */
const takeAddress = (
  point: ReadPoint,
  {
    columns,
    main,
    stored,
  }: { readonly columns: Columns; readonly main: (column: string) => unknown; readonly stored: StoredRecord | null },
): boolean => {
  const parts = [
    ['address', point.value],
    ['city', point.city],
    ['country', point.country],
    ['postcode', point.postcode],
  ] as const
  const said = parts.filter(([, value]) => value !== null && value !== '')
  const isMain = stored !== null && said.every(([column, value]) => main(column) === value)
  if (isMain) return true
  if (['address', 'city', 'postcode'].some((column) => main(column) !== null)) return false
  for (const [column, value] of said) columns[column] = value
  if (point.type !== null) columns['addressType'] ??= point.type
  return true
}

const newTags = (
  reading: RowReading,
  stored: StoredRecord | null,
  tagIdOf: (name: string) => string | undefined,
): readonly string[] => {
  const tags = reading.values['tags']
  if (!Array.isArray(tags)) return []
  return (tags as readonly string[]).filter((name) => {
    const id = tagIdOf(name)
    return id === undefined || stored === null || !stored.tagIds.has(id)
  })
}

const linkOf = (reading: RowReading, companyId: string | null, stored: StoredRecord | null): Surroundings['link'] => {
  if (companyId === null) return null
  const role = textOf(reading, 'role')
  const known = stored?.links.find((link) => link.companyId === companyId) ?? null
  if (known !== null && (role === null || known.role === role)) return null
  return {
    companyId,
    role: role ?? known?.role ?? null,
    isPrimary: !(stored?.links.some(({ isPrimary }) => isPrimary) ?? false),
    known,
  }
}
