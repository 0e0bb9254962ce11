// Looking through archived rows. They stand in no index, so that no search meets them; the recycle bin is small enough to be read.
import { layouts } from '../registry/layout.ts'

/** The SQL function that folds a text. */
export const FOLDED = 'folded'

const plainOf = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Without case, accents and width, and once more without blanks, so that a phone number or pinyin is found in any writing. */
export const folded = (value: unknown): string => {
  const plain = plainOf(typeof value === 'string' ? value : '')
  return `${plain}\n${plain.replace(/[^\p{L}\p{N}\n]/gu, '')}`
}

/**
 * SQL that yields the `no` of the archived rows that hold every word of the text anywhere in a searched column, and its parameters; null if
 * nothing in the text is a word.
 */
export const archivedCondition = (
  text: string,
  kind: number,
): { readonly sql: string; readonly parameters: readonly string[] } | null => {
  // A sign such as ㈱ is written out before it is asked whether it is a word.
  const terms = plainOf(text)
    .split(/\s+/u)
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
  if (terms.length === 0) return null
  const layout = [...layouts.values()].find(({ search }) => search?.kind === kind)
  if (!layout?.search) throw new Error(`No table is searched as kind ${kind}.`)
  const columns = [...layout.search.columns, ...layout.derivedColumns.filter((name) => name === 'sortName')]
  const all = columns.map((name) => `coalesce(${name}, '')`).join(' || char(10) || ')
  return {
    sql: `SELECT no FROM ${layout.name} WHERE archivedReason = 'user' AND ${terms.map(() => `instr(${FOLDED}(${all}), ?) > 0`).join(' AND ')}`,
    parameters: terms,
  }
}
