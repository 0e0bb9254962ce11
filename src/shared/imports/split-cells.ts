// Cells that say several things at once: a name with a role, a title or an e-mail address in it, an address with its city.
import { cutText } from '#shared/base/cut-text.ts'
import { line } from '#shared/base/fields.ts'
import type { Assign } from './assign.ts'
import { refused, takenAs } from './cell.ts'
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
  readonly phone: string | null
}

const WITH_EMAIL = /^(?<name>.*?)\s*[<(（](?<email>[^\s<>()（）]+@[^\s<>()（）]+)[>)）]\s*$/u
const WITH_ROLE = /^(?<name>[^()（）]+?)\s*[(（](?<role>[^()（）]+)[)）]$/u
const CHINESE_WITH_ROLE =
  /^(?<name>\p{Script=Han}{2,4})\s*[-–—/／、,，|｜]\s*(?<role>\p{Script=Han}*(?:经理|总监|主管|总裁|董事|主任|会计|出纳|采购|销售|业务|助理|秘书|顾问|客服|前台|财务|法人|老板|负责人|代表|书记|教授|博士|[总工长员师]))$/u
const WITH_PHONE = /^(?<name>[^\d]+?)\s*[:：]?\s*(?<phone>\+?\d[\d\s()-]{5,}\d)$/u
/** `张三、李四`, `张三/李四`, `Anna Berg and Max Power`. */
const SEVERAL_CHINESE = /^\p{Script=Han}{2,4}(?:\s*[、/／,，;；&和与及]\s*\p{Script=Han}{2,4})+$/u
const SEVERAL = /\p{L}{2,}\s+(?:and|und|et|&|\+)\s+\p{L}{2,}|\p{L}\s*;\s*\p{L}/u
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
  const withPhone = WITH_PHONE.exec(name)?.groups
  const phone = withPhone?.['phone']?.trim() ?? null
  if (withPhone) name = (withPhone['name'] ?? '').trim()
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
  return { name: name === '' ? cell.trim() : name, salutation, role, email, phone }
}

const isSeveral = (name: string): boolean => SEVERAL_CHINESE.test(name) || SEVERAL.test(name)

/** Whether a cell says more than a name does. */
export const isSplittableName = (cell: string): boolean => {
  const { salutation, role, email, phone, name } = splitName(cell)
  return (
    [salutation, role, email, phone].some((part) => part !== null) ||
    isSeveral(name) ||
    name !== cell.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  )
}

const WITH_ADDRESS = /^(?<name>[^()（）<>]+?)\s*[(（<]\s*(?:(?<email>[^\s()（）<>]+@[^\s()（）<>]+)|\+?\d[\d\s-]{5,})\s*[)）>]$/u

/** Who `Anna Berg (anna@example.com)` and `王小二(13800138000)` are, as programs write owners and people of deals. */
export const nameAndAddress = (text: string): { readonly name: string; readonly email: string | null } => {
  const { name, email = null } = WITH_ADDRESS.exec(text)?.groups ?? {}
  return { name: name ?? text, email }
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
      set(reading, 'role', parts.role && cutText(parts.role, 100))
      set(reading, 'email', parts.email)
      set(reading, 'phone', parts.phone)
      return isSeveral(checked.data) ? takenAs(checked.data, 'imports.name.several', { value: checked.data }).fault : null
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
