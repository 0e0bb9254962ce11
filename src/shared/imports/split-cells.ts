// Cells that say several things at once: a name with a role, a title or an e-mail address in it, an address with its city.
import { line } from '#shared/base/fields.ts'
import type { Assign } from './assign.ts'
import { refused } from './cell.ts'
import type { RowReading } from './reading.ts'

/** A written address in its parts; `address` is what is left. */
export type SplitAddress = (text: string) => {
  readonly address: string
  readonly city: string | null
  readonly country: string | null
  readonly postcode: string | null
}

export interface SplitName {
  readonly name: string
  readonly salutation: string | null
  readonly role: string | null
  readonly email: string | null
}

const WITH_EMAIL = /^(?<name>.*?)\s*[<(（](?<email>[^\s<>()（）]+@[^\s<>()（）]+)[>)）]\s*$/u
const WITH_ROLE = /^(?<name>[^()（）]+?)\s*[(（](?<role>[^()（）]+)[)）]$/u
const CHINESE_WITH_ROLE = /^(?<name>\p{Script=Han}{2,4})\s*[-–—/／、,，|｜]\s*(?<role>\p{Script=Han}{2,20})$/u
const TITLE =
  /^(?<title>(?:(?:Dr|Prof|Mr|Mrs|Ms|Miss|Mx|Ing|Dipl\.?-Ing|Herr|Frau|Sir|Mme|Mlle|M|Sr|Sra|Rev|Hon)\.?\s+)+)(?=\p{Lu})/u
const REVERSED = /^(?<family>[^,，]+),\s*(?<given>[^,，]+)$/u
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|mba|esq|cpa)\.?$/iu
const HONORIFIC = /^(?<name>\p{Script=Han}{2,3})(?<title>先生|女士|小姐|总经理|经理|总监|主任|老师|博士|教授|工程师|工)$/u

/** Takes a person's name apart. What is no name but for a title stays as it is. */
export const splitName = (cell: string): SplitName => {
  let name = cell.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const withEmail = WITH_EMAIL.exec(name)?.groups
  const email = withEmail?.['email'] ?? null
  if (withEmail) name = (withEmail['name'] ?? '').replace(/^["'“]|["'”]$/gu, '').trim()
  const withRole = (WITH_ROLE.exec(name) ?? CHINESE_WITH_ROLE.exec(name))?.groups
  let role = withRole?.['role']?.trim() ?? null
  if (withRole) name = (withRole['name'] ?? '').trim()
  let salutation = TITLE.exec(name)?.groups?.['title']?.trim() ?? null
  if (salutation !== null) name = name.slice(salutation.length).trim()
  const reversed = REVERSED.exec(name)?.groups
  if (reversed && !SUFFIX.test(reversed['given'] ?? '')) {
    const given = (reversed['given'] ?? '').trim()
    const title = TITLE.exec(`${given} A`)?.groups?.['title']?.trim() ?? null
    name = `${title === null ? given : given.slice(title.length).trim()} ${(reversed['family'] ?? '').trim()}`.trim()
    salutation ??= title
  }
  const honoured = HONORIFIC.exec(name)?.groups
  if (honoured) {
    name = honoured['name'] ?? name
    const title = honoured['title'] ?? ''
    if (/^(?:先生|女士|小姐)$/u.test(title)) salutation ??= title
    else role ??= title
  }
  return { name: name === '' ? cell.trim() : name, salutation, role, email }
}

/** Whether a cell says more than a name does. */
export const isSplittableName = (cell: string): boolean => {
  const { salutation, role, email, name } = splitName(cell)
  return salutation !== null || role !== null || email !== null || name !== cell.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

const set = (reading: RowReading, field: string, value: string | null): void => {
  if (value !== null && value !== '') reading.values[field] ??= value
}

/** The reader of a column that is to be taken apart; null for fields that have no parts. */
export const splitAssigner = (field: string, splitAddress: SplitAddress): Assign | null => {
  if (field === 'name')
    return (reading, cell) => {
      const parts = splitName(cell)
      const checked = line(200).safeParse(parts.name)
      if (!checked.success) return refused('imports.text.too_long', { length: parts.name.length, max: 200 }).fault
      set(reading, 'name', checked.data)
      set(reading, 'salutation', parts.salutation)
      set(reading, 'role', parts.role?.slice(0, 100) ?? null)
      set(reading, 'email', parts.email)
      return null
    }
  if (field === 'address')
    return (reading, cell) => {
      const checked = line(400).safeParse(cell)
      if (!checked.success) return refused('imports.text.too_long', { length: cell.length, max: 400 }).fault
      const parts = splitAddress(checked.data)
      set(reading, 'address', parts.address)
      set(reading, 'city', parts.city)
      set(reading, 'country', parts.country)
      set(reading, 'postcode', parts.postcode)
      return null
    }
  return null
}
