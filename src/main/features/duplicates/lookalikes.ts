// The records that a new one looks like while it is typed: found through the search index, told by what they share.
import { jaroWinkler } from '@skyra/jaro-winkler'
import type { z } from 'zod'
import { readCreditCode } from '#shared/records/credit-code.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { checkedRecord, LikenessField, Lookalike } from '#shared/duplicates/duplicate.ts'
import type { Db } from '#main/db/database.ts'
import { searchKindOf } from '#main/db/registry/search-kinds.ts'
import { pinyinOf } from '#main/db/search/pinyin.ts'
import { fieldChecks } from '#main/records/field-checks.ts'
import { companyText, emailText, personText, phoneText, sharedNumber, websiteText } from '#main/records/match-texts.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { findLookedUp, idsWithCreditCode, type LookedUp } from './lookalikes.repository.ts'
import { uniqueOwnFields } from './unique-own-fields.ts'

type Checked = z.output<typeof checkedRecord>

/** How many the index is asked for in each way. */
const ASKED = 40
const SHOWN = 5
/** Names less alike than this are two names. */
const ALIKE = 85
const SAME = 100
/** Fewer letters say too little. */
const SHORTEST_NAME = 2

export const findLookalikes = ({ db, search }: CallContext, checked: Checked): Lookalike[] => {
  const { recordType } = checked
  const kinds = [searchKindOf(recordType === 'company' ? 'companies' : 'contacts')]
  const nameOf = recordType === 'company' ? companyText : personText
  const name = nameOf(checked.name) ?? ''
  const numbers = new Set<number>()
  const ask = (text: string): void => {
    for (const { no } of search.find(text, { kinds, limit: ASKED })) numbers.add(no)
  }
  if ([...name].length >= SHORTEST_NAME) {
    ask(name)
    const sounds = pinyinOf(name).sounds.join('')
    if (sounds !== '') ask(sounds)
    else if (name.length > 4) ask(checked.name.trim().slice(0, 4))
  }
  if (phoneText(checked.phone) !== null) ask(checked.phone)
  if (emailText(checked.email) !== null) ask(checked.email)
  const code = readCreditCode(checked.creditCode).text
  const ids = code === '' || recordType !== 'company' ? [] : idsWithCreditCode(db, code)
  const holders = ownHolders(db, checked)
  return findLookedUp(db, recordType, { numbers: [...numbers], ids: [...new Set([...ids, ...holders.keys()])] })
    .flatMap((record) => {
      const own = (holders.get(record.id) ?? []).map((key) => ({ field: 'own' as const, percent: SAME, key }))
      const reasons = [...reasonsFor(checked, record, { name, nameOf }), ...own]
      const percent = Math.max(0, ...reasons.map((reason) => reason.percent))
      if (percent === 0) return []
      const { id, name: shown, ownerName, isPooled } = record
      return [{ id, name: shown, percent, reasons, ownerName, isPooled: isPooled === 1 }]
    })
    .toSorted((one, other) => other.reasons.length - one.reasons.length || other.percent - one.percent)
    .slice(0, SHOWN)
}

/** What only one customer has. */
const KEYS: ReadonlySet<LikenessField> = new Set(['creditCode', 'own'])

/**
 * The records that one in use very likely is itself: of the same key, alike in name and something else, or companies of one name. People often have
 * the name of somebody else, and a number is often that of an office.
 */
export const likelyAgain = (context: CallContext, recordType: CustomerType, recordId: string): Lookalike[] => {
  const record = findLookedUp(context.db, recordType, { numbers: [], ids: [recordId] })[0]
  if (!record) return []
  const { name, phones, emails, website, creditCode } = record
  const texts = { phone: phones[0] ?? '', email: emails[0] ?? '', website: website ?? '', creditCode: creditCode ?? '' }
  return findLookalikes(context, { recordType, name, ...texts, custom: {} }).filter(({ id, reasons }) => {
    if (id === recordId) return false
    const alike = reasons.find(({ field }) => field === 'name')
    if (reasons.some(({ field }) => KEYS.has(field))) return true
    return alike !== undefined && (reasons.length > 1 || (recordType === 'company' && alike.percent === SAME))
  })
}

/** By record: which of the office's own keys it has in common with the new one. */
const ownHolders = (db: Db, { recordType, custom }: Checked): ReadonlyMap<string, readonly string[]> => {
  const holders = new Map<string, string[]>()
  for (const key of uniqueOwnFields(db, recordType)) {
    const value = custom[key]
    if ((typeof value !== 'string' && typeof value !== 'number') || String(value).trim() === '') continue
    for (const id of fieldChecks(db, recordType).unique.heldBy(key, value)) holders.set(id, [...(holders.get(id) ?? []), key])
  }
  return holders
}

interface NameToCheck {
  readonly name: string
  readonly nameOf: (name: string) => string | null
}

const reasonsFor = (checked: Checked, record: LookedUp, { name, nameOf }: NameToCheck): Lookalike['reasons'] => {
  const reasons: Lookalike['reasons'] = []
  const add = (field: LikenessField, percent: number): void => void reasons.push({ field, percent, key: null })
  const alike = nameLikeness(name, nameOf(record.name) ?? '')
  if (alike >= ALIKE) add('name', alike)
  const phone = phoneText(checked.phone)
  if (phone !== null && record.phones.some((one) => sharedNumber(phoneText(one) ?? '', phone) !== null)) add('phone', SAME)
  const email = emailText(checked.email)
  if (email !== null && record.emails.some((one) => emailText(one) === email)) add('email', SAME)
  const code = readCreditCode(checked.creditCode).text
  if (code !== '' && record.creditCode?.toUpperCase() === code) add('creditCode', SAME)
  const website = websiteText(checked.website)
  if (website !== null && websiteText(record.website ?? '') === website) add('website', SAME)
  return reasons
}

/** In percent: the same, sounding the same, the one the beginning of the other, or as alike as Jaro and Winkler say. */
const nameLikeness = (one: string, other: string): number => {
  if (one === '' || other === '') return 0
  if (one === other) return SAME
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const isChinese = /\p{Script=Han}/u.test(one + other)
  if (isChinese && pinyinOf(one).sounds.join(' ') === pinyinOf(other).sounds.join(' ')) return 95
  // Anna Berg and Berg, Anna.
  const whole = Math.max(jaroWinkler(one, other), jaroWinkler(inOrder(one), inOrder(other))) * SAME
  // 西湖科技 and 杭州西湖科技 are one, 张伟 and 张伟明 are not.
  const held = [...short].length >= 4 && long.includes(short) ? 86 + (12 * short.length) / long.length : 0
  return Math.round(isChinese && [...short].length < 4 ? 0 : Math.max(whole, held))
}

const inOrder = (name: string): string =>
  name
    .split(/[\s,]+/u)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ')
