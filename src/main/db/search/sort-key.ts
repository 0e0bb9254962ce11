// How text sorts: Latin without case and accents, Chinese by pinyin, blanks last. Stored, because SQLite cannot compute it.
import { pinyinOf } from './pinyin.ts'

/** Greater than any character that text may hold, so that blanks come last. */
export const BLANK = '\u{10ffff}'

/** The SQL function of the same, for columns that lists are seldom sorted by. */
export const SORT_KEY = 'sort_key'

/** The stored key that text sorts by. Plain binary comparison of two keys gives the order that a reader expects. */
export const sortKey = (value: string | null): string => {
  if (value === null || value.trim() === '') return BLANK
  const { syllables } = pinyinOf(value)
  const latin = syllables === null ? value : syllables.join(' ')
  return latin.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

const KEPT = 30_000

/** The same for a list that is sorted again and again by what no column stores: pinyin of a title takes a tenth of a millisecond. */
export const createSortKeys = (): ((value: unknown) => string) => {
  const kept = new Map<string, string>()
  return (value) => {
    if (typeof value !== 'string') return BLANK
    const known = kept.get(value)
    if (known !== undefined) return known
    if (kept.size >= KEPT) kept.clear()
    const key = sortKey(value)
    kept.set(value, key)
    return key
  }
}
