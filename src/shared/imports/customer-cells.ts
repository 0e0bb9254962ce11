// Cells that only companies and people have: what kind of company, its register number, birthdays, tags, what a number is for.
import { splitNames } from '#shared/base/listed-names.ts'
import { birthdayProblem, normaliseBirthday } from '#shared/records/birthday.ts'
import { readCreditCode } from '#shared/records/credit-code.ts'
import { type CellReading, empty, plain, refused, saysNothing, taken, takenAs } from './cell.ts'
import { type DateOrder, readDay } from './dates.ts'
import { foldHeading } from './fold-heading.ts'
import type { TextReader } from './texts.ts'

const TYPES: Readonly<Record<string, string>> = {
  mobile: 'mobile cell cellphone mobilephone 手机 移动电话',
  work: 'work office business company 工作 公司 单位 办公 商务',
  home: 'home house 家庭 家 住宅 家里',
  fax: 'fax workfax homefax 传真',
  private: 'private personal 私人 个人',
  billing: 'billing invoice invoices 开票 财务 账单',
  delivery: 'delivery shipping 收货 送货',
  other: 'other 其他 其它',
  profile: 'profile',
  main: 'main homepage 主页',
}

const byWord = (words: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(words).flatMap(([meaning, list]) => list.split(' ').map((word) => [word, meaning] as const)))
const types = byWord(TYPES)
const messengers = byWord({
  wechat: 'wechat weixin 微信',
  qq: 'qq',
  dingtalk: 'dingtalk 钉钉',
  whatsapp: 'whatsapp',
  telegram: 'telegram',
  line: 'line',
  teams: 'teams skype',
})
/** What an address calls `work` is its office. */
const ADDRESS_TYPES: Readonly<Record<string, string>> = { work: 'office' }

/** What a number or address is for, in the word that Kith keeps; undefined for words it does not know. */
export const typeOfWord = (word: string, isAddress: boolean): string | undefined => {
  const known = types.get(foldHeading(word)) ?? messengers.get(foldHeading(word))
  return isAddress ? (ADDRESS_TYPES[known ?? ''] ?? known) : known
}

/** The words that Kith knows; any other is kept as it is written. */
export const typeReader =
  (read: TextReader, isAddress: boolean): TextReader =>
  (cell) => {
    const known = types.get(foldHeading(plain(cell)))
    if (known === undefined) return saysNothing(cell.trim()) ? empty : read(cell)
    return taken(isAddress ? (ADDRESS_TYPES[known] ?? known) : known)
  }

/** A code that looks odd comes in and is pointed out: some legal ones fail the check. */
export const creditCodeReader =
  (read: TextReader): TextReader =>
  (cell) => {
    const text = plain(cell)
    if (text === '' || saysNothing(text)) return empty
    const { text: code, warning } = readCreditCode(text)
    const reading = read(code)
    if (reading.value === null || reading.fault !== null || warning === null) return reading
    return takenAs(reading.value, 'imports.credit_code.odd', { value: reading.value })
  }

/** With or without a year; `order` says how `3/5/1990` is meant. What is no birthday is kept as it is written, and pointed out. */
export const birthdayReader =
  (read: TextReader, order: DateOrder): TextReader =>
  (cell) => {
    const text = plain(cell)
    if (text === '' || saysNothing(text)) return empty
    const day = readDay(text, order).value
    if (day !== null) return taken(day)
    const birthday = normaliseBirthday(text)
    if (birthdayProblem(birthday, null) === null) return taken(birthday)
    const reading = read(text)
    return reading.value === null ? reading : takenAs(reading.value, 'imports.birthday.unusual', { value: reading.value })
  }

const LONGEST_TAG = 60

/** Several tags in a cell: `VIP; 展会、Key account`; Google joins its groups by `:::` and marks those of its own with a star. */
export const readTags = (cell: string): CellReading<readonly string[]> => {
  const names = splitNames(cell)
    .map((part) => part.replace(/\s+/gu, ' '))
    .filter((name) => !name.startsWith('* ') && !saysNothing(name))
  const long = names.find((name) => name.length > LONGEST_TAG)
  if (long !== undefined) return refused('imports.tags.too_long', { value: long, max: LONGEST_TAG })
  return names.length === 0 ? empty : taken([...new Set(names)])
}
