// What of a record two of them are compared by.
import { codeText, emailText, phoneText, websiteText } from '#main/records/match-texts.ts'
import { addressTokens, companyTokens, personTokens, type Token } from './tokens.ts'

/** A company or person as the file keeps it. */
export interface Likened {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly city: string | null
  readonly postcode: string | null
  readonly birthday: string | null
  readonly externalId: string | null
  readonly creditCode: string | null
  readonly website: string | null
  /** Of a person: the ids of its companies. */
  readonly companyIds: readonly string[]
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** The office's own fields that no two records may share, by key. */
  readonly own: Readonly<Record<string, string>>
}

export interface Comparable {
  readonly id: string
  readonly name: readonly Token[]
  readonly address: readonly Token[]
  /** Pieces of the own city: in a company's name they tell little. */
  readonly cityPieces: ReadonlySet<string>
  readonly city: string
  readonly postcode: string
  /** Digits: year, month, day; shorter without a year. */
  readonly birthday: string
  readonly externalId: string
  readonly creditCode: string
  readonly domain: string
  readonly companyIds: readonly string[]
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** By key, whatever the writing. */
  readonly own: ReadonlyMap<string, string>
}

/** Mailboxes of people, not of a firm: sharing their domain says nothing. */
const OPEN_DOMAINS = new Set(
  `qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn wo.cn aliyun.com 21cn.com tom.com
   gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.jp yahoo.co.uk icloud.com me.com mac.com aol.com
   proton.me protonmail.com gmx.de gmx.net gmx.com web.de t-online.de freenet.de mail.ru yandex.ru orange.fr free.fr wanadoo.fr libero.it`.split(
    /\s+/u,
  ),
)

const packed = (text: string | null): string =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

const texts = (values: readonly string[], textOf: (value: string) => string | null): string[] => [
  ...new Set(values.flatMap((value) => textOf(value) ?? [])),
]

/** Without what the owner of a mailbox may add to its name: anna+news@… arrives at anna@… */
const mailboxOf = (email: string): string | null => emailText(email)?.replace(/(?<=^[^+@]+)\+[^@]*(?=@)/u, '') ?? null

export const comparable = (record: Likened, isCompany: boolean): Comparable => {
  const emails = texts(record.emails, mailboxOf)
  const domains = [websiteText(record.website ?? ''), ...emails.map((email) => email.slice(email.lastIndexOf('@') + 1))]
  return {
    id: record.id,
    name: isCompany ? companyTokens(record.name) : personTokens(record.name),
    address: addressTokens(record.address ?? ''),
    cityPieces: new Set(companyTokens(record.city ?? '').map(({ text }) => text)),
    city: packed(record.city).replace(/市$/u, ''),
    postcode: packed(record.postcode),
    birthday: (record.birthday ?? '').replace(/\D/gu, ''),
    externalId: codeText(record.externalId ?? '') ?? '',
    creditCode: packed(record.creditCode),
    domain: isCompany ? (domains.find((domain) => domain !== null && domain !== '' && !OPEN_DOMAINS.has(domain)) ?? '') : '',
    companyIds: record.companyIds,
    phones: texts(record.phones, phoneText),
    emails,
    own: new Map(
      Object.entries(record.own).flatMap(([key, value]) => {
        const text = codeText(value)
        return text === null ? [] : [[key, text] as const]
      }),
    ),
  }
}
