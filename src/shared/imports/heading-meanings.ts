// The words of headings with the fields that they can mean, for each kind of record.
import { foldHeading } from './fold-heading.ts'
import { foldWriting } from './fold-writing.ts'
import { furtherField } from './further-headings.ts'
import { companyWords, contactWords } from './headings/customer-words.ts'
import { aroundElsewhere, companyElsewhere, contactElsewhere, joinedElsewhere } from './headings/further-languages.ts'
import { orderLineWords, orderWords, productWords } from './headings/trade-words.ts'
import { activityWords, dealWords, linkWords, ticketWords, userWords } from './headings/work-words.ts'
import { type ImportEntity, importEntity, type ReferenceBy, referenceBy } from './plan.ts'

export interface ProposedColumn {
  readonly field: string
  readonly by: ReferenceBy
}

export interface Meaning extends ProposedColumn {
  /** The place of the word in its field's list: the first is the best. */
  readonly rank: number
}

const words: Readonly<Record<ImportEntity, Readonly<Record<string, string>>>> = {
  ...{ user: userWords, company: companyWords, contact: contactWords, link: linkWords, product: productWords },
  ...{ deal: dealWords, order: orderWords, orderLine: orderLineWords, ticket: ticketWords, activity: activityWords },
}

/** Stand behind the words above. */
const elsewhere: Readonly<Partial<Record<ImportEntity, readonly Readonly<Record<string, string>>[]>>> = {
  company: [aroundElsewhere, companyElsewhere],
  contact: [aroundElsewhere, contactElsewhere],
}

const readWords = (entity: ImportEntity): Map<string, Meaning[]> => {
  const found = new Map<string, Meaning[]>()
  const lists = new Map(Object.entries(words[entity]))
  for (const [key, list] of (elsewhere[entity] ?? []).flatMap((more) => Object.entries(more)))
    lists.set(key, lists.has(key) ? `${lists.get(key)} ${list}` : list)
  for (const [key, list] of lists) {
    const [field = '', way] = key.split(':')
    const by = referenceBy.safeParse(way).data ?? (field === 'order' ? 'code' : 'name')
    for (const [rank, word] of list.split(' ').map(foldWriting).entries()) {
      const known = found.get(word) ?? []
      if (!known.some((one) => one.field === field && one.by === by)) found.set(word, [...known, { field, by, rank }])
    }
  }
  return found
}

const meanings = new Map(importEntity.options.map((entity) => [entity, readWords(entity)]))
/** What a word, as `wordsOf` writes it, can mean. */
export const meaningsOf = (entity: ImportEntity, word: string): readonly Meaning[] => meanings.get(entity)?.get(word) ?? []

/** Words for columns that are joined to a field which another column holds already, or stand for it alone. */
const JOINED: Readonly<Partial<Record<ImportEntity, Readonly<Record<string, string>>>>> = {
  contact: {
    role: 'department organizationdepartment organization1department 部门 单位部门 abteilung service departamento reparto 部署 afdeling',
    address:
      'address2 street2 businessstreet2 workaddress2 businessstreet3 businessstate workstate state province region district county 省 省份 所在省份 区县 区 县 乡镇 街道 商务地址街道2 商务地址街道3 商务地址省市自治区 公司所在省份 mailingstate mailingstateprovince stateregion',
    'address.home': 'homestate 家庭所在省份',
    'address.other': 'otherstate',
  },
  company: {
    address:
      'address2 street2 region state province district county billingstate billingstateprovince stateregion 省 省份 所在省份 区县 区 县 乡镇 街道',
  },
  order: {
    shipTo:
      'shipaddress shipcity shipregion shippostalcode shipcountry shippingstreet shippingcity shippingstate shippingzip shippingcountry billingcity billingstate billingcountry billingpostalcode',
  },
  activity: { text: 'outcomenotes internalnotes' },
}

const joined = new Map(
  importEntity.options.map((entity) => [
    entity,
    [JOINED[entity], joinedElsewhere[entity]].flatMap((lists) =>
      Object.entries(lists ?? {}).map(([field, list]) => [field, new Set(list.split(' ').map(foldWriting))] as const),
    ),
  ]),
)

/** The fields with the words of the columns that are joined to them. */
export const joinedWords = (entity: ImportEntity): readonly (readonly [field: string, words: ReadonlySet<string>])[] =>
  joined.get(entity) ?? []

/** The word of a heading, with what stands in brackets first. */
export const wordsOf = (heading: string): readonly string[] => {
  const whole = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  const bare = foldHeading(heading)
  return (whole === bare ? [bare] : [whole, bare]).map(foldWriting)
}

const known = new Set([...meanings.values()].flatMap((words) => [...words.keys()]))
const knownToo = new Set([...joined.values()].flatMap((lists) => lists.flatMap(([, words]) => [...words])))

/** Whether a text is what files call a field of some record. */
export const isKnownHeading = (text: string): boolean =>
  wordsOf(text).some((word) => known.has(word) || knownToo.has(word)) || furtherField(text) !== null
