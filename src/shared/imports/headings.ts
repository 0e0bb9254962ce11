// From a file's headings to what its columns mean. Only a proposal: the user sees every column and may change it.
import { headingWords, tellingFields } from './heading-words.ts'
import { type ImportEntity, importEntity } from './import.ts'
import { isPointField, pointFields } from './points.ts'

/** A heading without case, width, spaces, signs and what stands in brackets: `Close_Date`, `close date` and `closeDate` are one. */
export const foldHeading = (heading: string): string => {
  const text = heading.normalize('NFKC').replace(/[([【].*?[)\]】]/gu, '')
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

interface Meaning {
  readonly field: string
  /** The place of the word in its field's list: the first is the best. */
  readonly rank: number
}

const readWords = (entity: ImportEntity): ReadonlyMap<string, readonly Meaning[]> => {
  const meanings = new Map<string, Meaning[]>()
  for (const [field, words] of Object.entries(headingWords[entity])) {
    for (const [rank, word] of words.split(' ').entries()) {
      meanings.set(word, [...(meanings.get(word) ?? []), { field, rank }])
    }
  }
  return meanings
}

const meaningsOf: Readonly<Record<ImportEntity, ReadonlyMap<string, readonly Meaning[]>>> = {
  company: readWords('company'),
  contact: readWords('contact'),
  deal: readWords('deal'),
}

interface Claim extends Meaning {
  readonly column: number
}

const EMPTY_RANK = 1000
const FURTHER_RANK = 2000

/** A word for the main phone or e-mail becomes a further one only where the main one is taken, and only with something in it. */
const claimsOf = (
  entity: ImportEntity,
  heading: string,
  { column, isEmpty }: { readonly column: number; readonly isEmpty: boolean },
): Claim[] => {
  const meanings = meaningsOf[entity].get(foldHeading(heading)) ?? []
  const isMain = meanings.some(({ field }) => field === 'phone' || field === 'email')
  return meanings.flatMap(({ field, rank }) => {
    const isFurther = isMain && isPointField(field)
    if (isFurther && isEmpty) return []
    // Of the further ones the first that fits, in the order of the columns, however well its word is known.
    return [{ column, field, rank: isFurther ? FURTHER_RANK + pointFields.indexOf(field) : rank + (isEmpty ? EMPTY_RANK : 0) }]
  })
}

/**
 * One field a column, `null` where none fits. A field goes to the column whose heading says it best (the first of equals), each to one
 * column only. `isEmpty` tells of columns without any value: they give way to those that hold something.
 */
export const proposeColumns = (
  headings: readonly string[],
  entity: ImportEntity,
  isEmpty: (column: number) => boolean = () => false,
): (string | null)[] => {
  const claims = headings.flatMap((heading, column) => claimsOf(entity, heading, { column, isEmpty: isEmpty(column) }))
  const columns = headings.map((): string | null => null)
  const given = new Set<string>()
  for (const { column, field } of claims.toSorted((one, other) => one.rank - other.rank || one.column - other.column)) {
    if (given.has(field) || columns[column] !== null) continue
    columns[column] = field
    given.add(field)
  }
  return entity === 'contact' ? preferWholeName(withoutSplitBirthday(headings, columns)) : columns
}

/** Where year, month and day stand in columns of their own, the one of the day is no birthday. */
const withoutSplitBirthday = (headings: readonly string[], columns: readonly (string | null)[]): (string | null)[] => {
  const isSplit = headings.some((heading) => foldHeading(heading) === 'birthmonth')
  return columns.map((field) => (isSplit && field === 'birthday' ? null : field))
}

/** A whole name makes its parts superfluous. */
const preferWholeName = (columns: readonly (string | null)[]): (string | null)[] =>
  columns.includes('name')
    ? columns.map((field) => (field === 'familyName' || field === 'givenName' ? null : field))
    : [...columns]

/** The kind of record that most headings speak of; what only one kind has counts more. */
export const proposeEntity = (headings: readonly string[]): ImportEntity => {
  const scored = importEntity.options.map((entity) => {
    const fields = proposeColumns(headings, entity).filter((field) => field !== null)
    const telling: readonly string[] = tellingFields[entity]
    return { entity, score: fields.length + 2 * fields.filter((field) => telling.includes(field)).length }
  })
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).entity
}

/** The unit that a heading like `金额(万元)` or `Revenue (in millions)` names. */
export const unitInHeading = (heading: string): 1 | 1000 | 10000 | 1_000_000 => {
  const text = heading.normalize('NFKC').toLowerCase()
  if (/百万|million|\bmn\b|\bmio\b/u.test(text)) return 1_000_000
  if (/万/u.test(text)) return 10_000
  return /千元|thousand|[€$£¥]\s?k\b|\(k\)/u.test(text) ? 1000 : 1
}
