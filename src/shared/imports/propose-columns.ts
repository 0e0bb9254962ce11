// From a table's headings to what its columns mean. Only a proposal: the user sees every column and may change it.
import { entitySpecs } from './entities/entity-specs.ts'
import { foldHeading } from './fold-heading.ts'
import { furtherField } from './further-headings.ts'
import { joinedWords, type Meaning, meaningsOf, type ProposedColumn, wordsOf } from './heading-meanings.ts'
import type { ColumnLook } from './inspection.ts'
import { type ImportEntity, importEntity, type ReferenceBy } from './plan.ts'

const EMPTY_RANK = 1000
const FURTHER_RANK = 2000

const kindOf = (entity: ImportEntity, field: string) => entitySpecs[entity].fields.find(({ key }) => key === field)?.kind

interface Column {
  readonly heading: string
  readonly look: ColumnLook | null
  readonly samples?: readonly string[]
}

const furtherMeaning = (entity: ImportEntity, heading: string): Meaning[] | null => {
  if (entity !== 'contact' && entity !== 'company') return null
  return furtherField(heading)?.map((field) => ({ field, by: 'name', rank: 0 })) ?? null
}

/** French and English address books call two things “title”: what one is called, and what one does. */
const COURTESY = /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|m|mme|mlle|mm|sr|sra|srta|sig|先生|女士|小姐|様)\.?$/iu
const isCourtesy = (samples: readonly string[] = []): boolean =>
  samples.length > 0 && samples.every((sample) => COURTESY.test(sample))

const claimsOf = (entity: ImportEntity, { heading, look, samples }: Column, column: number) => {
  const found =
    furtherMeaning(entity, heading) ??
    wordsOf(heading)
      .map((word) => meaningsOf(entity, word))
      .find((all) => all.length > 0) ??
    []
  return found.flatMap(({ field: said, by, rank }) => {
    const field = entity === 'contact' && said === 'role' && isCourtesy(samples) ? 'salutation' : said
    const kind = kindOf(entity, field)
    // A column of numbers is no name, one of names no day.
    if (!suits(kind, by, look)) return []
    const isFurther = kind === 'point' || kind === 'pointType'
    return [
      {
        column,
        field,
        by,
        rank: (isFurther && found.length > 1 ? FURTHER_RANK : rank) + (look === 'empty' ? EMPTY_RANK : 0),
        isShared: isFurther,
      },
    ]
  })
}

const suits = (kind: string | undefined, by: ReferenceBy, look: ColumnLook | null): boolean => {
  if (look === null || look === 'empty' || look === 'choice') return true
  if (kind === 'day' || kind === 'moment') return look === 'day' || look === 'text' || look === 'number'
  if (kind === 'email') return look === 'email' || look === 'text'
  if (kind === 'quantity' || kind === 'price' || kind === 'money') return look === 'number' || look === 'text' || look === 'flag'
  if (kind === 'reference' && by === 'name') return look !== 'day' && look !== 'email'
  if (kind === 'name' || kind === 'stage') return look !== 'day'
  return true
}

/**
 * A field for each column, null where none fits. A field goes to the column whose heading says it best (the first of equals), each to one
 * column only; further numbers go to as many as there are.
 */
export const proposeColumns = (entity: ImportEntity, columns: readonly Column[]): (ProposedColumn | null)[] => {
  const claims = columns.flatMap((column, place) => claimsOf(entity, column, place))
  const proposed = columns.map((): ProposedColumn | null => null)
  const given = new Set<string>()
  for (const { column, field, by, isShared } of claims.toSorted(
    (one, other) => one.rank - other.rank || one.column - other.column,
  )) {
    const key = `${field}:${by}`
    if (proposed[column] !== null || (given.has(key) && !isShared)) continue
    proposed[column] = { field, by }
    given.add(key)
  }
  joinRest(entity, columns, proposed)
  return entity === 'contact' ? withoutTwoNames(columns, withGivenName(columns, proposed)) : withTypes(proposed)
}

const joinRest = (entity: ImportEntity, columns: readonly Column[], proposed: (ProposedColumn | null)[]): void => {
  for (const [field, known] of joinedWords(entity)) {
    for (const [place, { heading, look }] of columns.entries()) {
      if (proposed[place] === null && look !== 'empty' && wordsOf(heading).some((word) => known.has(word)))
        proposed[place] = { field, by: 'name' }
    }
  }
  // Two columns of remarks are both kept.
  for (const [place, column] of columns.entries()) {
    if (proposed[place] !== null || column.look === 'empty') continue
    const [remark] = claimsOf(entity, column, place).filter(({ field }) => kindOf(entity, field) === 'longText')
    if (remark && proposed.some((one) => one?.field === remark.field)) proposed[place] = { field: remark.field, by: 'name' }
  }
}

/** 名字 alone is the whole name; beside 姓氏 it is the given one. */
const withGivenName = (
  columns: readonly Column[],
  proposed: readonly (ProposedColumn | null)[],
): readonly (ProposedColumn | null)[] => {
  const has = (field: string): boolean => proposed.some((one) => one?.field === field)
  if (!has('familyName') || has('givenName')) return proposed
  return proposed.map((one, place) =>
    one?.field === 'name' && foldHeading(columns[place]?.heading ?? '') === '名字' ? { ...one, field: 'givenName' } : one,
  )
}

/** Year, month and day of birth in columns of their own. */
const BIRTH_PARTS = [
  'birthyear geburtsjahr 出生年 出生年份',
  'birthmonth geburtsmonat 出生月 出生月份',
  'birthday geburtstag 出生日',
].map((list) => new Set(list.split(' ')))
const birthPartOf = (heading: string): number => BIRTH_PARTS.findIndex((words) => words.has(foldHeading(heading)))

/** A whole name makes its parts superfluous, unless it stands in few rows only. */
const withoutTwoNames = (columns: readonly Column[], proposed: readonly (ProposedColumn | null)[]): (ProposedColumn | null)[] => {
  const isSplitBirthday = columns.some(({ heading }) => birthPartOf(heading) === 1)
  const has = (field: string): boolean => proposed.some((one, place) => one?.field === field && columns[place]?.look !== 'empty')
  const hasParts = has('familyName') && has('givenName')
  const parts: readonly string[] = ['familyName', 'givenName', 'middleName', 'nameSuffix']
  return withTypes(
    proposed.map((one, place) => {
      if (isSplitBirthday && birthPartOf(columns[place]?.heading ?? '') >= 0) return { field: 'birthday', by: 'name' }
      if (one === null) return null
      if (hasParts && one.field === 'name') return null
      return !hasParts && has('name') && parts.includes(one.field) ? null : one
    }),
  )
}

/** What a number is stands before it; anywhere else it says nothing. */
const withTypes = (proposed: readonly (ProposedColumn | null)[]): (ProposedColumn | null)[] =>
  proposed.map((one, place) =>
    one?.field === 'nextType' && !proposed.slice(place + 1, place + 3).some((next) => next?.field.includes('.')) ? null : one,
  )

/** Fields that only one kind of record has: finding one speaks for that kind. */
const TELLING: Readonly<Record<ImportEntity, readonly string[]>> = {
  user: [],
  company: ['industry', 'employees', 'annualRevenue', 'foundedYear', 'parent', 'creditCode', 'kind'],
  contact: ['familyName', 'givenName', 'role', 'birthday', 'salutation', 'phone.home', 'address.home'],
  link: ['isPrimary'],
  product: ['isDiscontinued', 'category', 'code', 'unit'],
  deal: ['stage', 'closedOn', 'expectedCloseOn', 'lossReason', 'openedOn'],
  order: ['orderedOn', 'shippedOn', 'freight', 'shipTo', 'number'],
  orderLine: ['quantity', 'lineNo', 'discount', 'order', 'product'],
  ticket: ['priority', 'channel', 'subject', 'closedAt'],
  activity: ['happenedAt', 'durationMinutes', 'dueOn', 'doneAt', 'direction', 'outcome', 'icsUid', 'kind'],
}
/** Without one of these a row is none of the kind, whatever else it says. */
const NEEDED: Readonly<Partial<Record<ImportEntity, readonly string[]>>> = {
  orderLine: ['order'],
  order: ['number'],
  product: ['name', 'code'],
  deal: ['title', 'externalId', 'product', 'stage', 'amount'],
  ticket: ['subject', 'description'],
  activity: ['title', 'text'],
  company: ['name', 'externalId'],
  contact: ['name', 'familyName', 'givenName', 'email', 'phone'],
  user: ['name', 'familyName'],
}

export interface ScoredEntity {
  readonly entity: ImportEntity
  /** From 0 to 1. */
  readonly confidence: number
}

const FIRM = /公司|集团|有限|股份|事务所|研究院|\b(?:inc|llc|ltd|gmbh|ag|corp|co|plc|kg|s\.?a|bv|nv|company|group)\b\.?$/iu
/** Whether most of these are called as firms are. */
export const areFirms = (samples: readonly string[]): boolean =>
  samples.length > 0 && samples.filter((sample) => FIRM.test(sample)).length * 2 > samples.length
const ANYONE = ['name', 'title', '名称', '名字']

/** A column that is only called “name” holds people, unless they are called as firms are. */
const leaning = (entity: ImportEntity, columns: readonly Column[], fields: readonly (ProposedColumn | null)[]): number => {
  if (entity === 'user') return -1.5
  if (entity !== 'company') return 0
  const place = fields.findIndex((one) => one?.field === 'name')
  const { heading = '', samples = [] } = columns[place] ?? {}
  if (!ANYONE.includes(foldHeading(heading))) return 0
  return areFirms(samples) ? 2 : -0.5
}

/** The kinds of records that the headings speak of, the likeliest first; what only one kind has counts more. */
export const proposeEntities = (columns: readonly Column[]): ScoredEntity[] => {
  const filled = columns.filter(({ look }) => look !== 'empty').length
  return importEntity.options
    .flatMap((entity) => {
      if (entity === 'link') return []
      const proposedColumns = proposeColumns(entity, columns)
      const fields = proposedColumns.flatMap((one, place) =>
        one === null || columns[place]?.look === 'empty' ? [] : [one.field],
      )
      const needed = NEEDED[entity]
      if (fields.length === 0 || (needed && !needed.some((field) => fields.includes(field)))) return []
      if (entity === 'orderLine' && !fields.includes('quantity')) return []
      const telling = fields.filter((field) => TELLING[entity].includes(field)).length
      const rare = leaning(entity, columns, proposedColumns)
      return [
        {
          entity,
          confidence: Math.max(0.01, Math.min(1, (fields.length + 2 * telling + rare) / (3 * Math.max(3, Math.min(filled, 12))))),
          score: fields.length + 2 * telling + rare,
        },
      ]
    })
    .toSorted((one, other) => other.score - one.score)
    .map(({ entity, confidence }, _place, all) => ({
      entity,
      // A list of colleagues has little that tells.
      confidence: entity === 'user' && all.length === 1 ? 0.3 : Math.round(confidence * 100) / 100,
    }))
}
