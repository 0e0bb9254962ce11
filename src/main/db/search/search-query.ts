// What was typed, as a question to the index. Every term is quoted: a quote, a dash or AND are words here, not syntax.

const HAN_RUN = /\p{Script=Han}+/gu
const WORD = /[\p{L}\p{N}]/u
const PHONE = /^[+\d\s().\-/]+$/u

const SHORTEST_NUMBER = 3

const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`
const beginning = (term: string): string => `${quoted(term)}*`

/** Chinese as a phrase of single characters, everything else by its beginning. */
const termQuery = (term: string): string[] => {
  const parts: string[] = []
  for (const run of term.match(HAN_RUN) ?? []) parts.push(quoted([...run].join(' ')))
  for (const rest of term.split(HAN_RUN)) if (WORD.test(rest)) parts.push(beginning(rest))
  return parts
}

/** A number in any writing: with and without the country code or the zero of the area that were typed. */
const phoneVariants = (typed: string): string[] => {
  const digits = typed.replace(/\D/gu, '')
  const variants = new Set([digits])
  const international = /^\s*\+/u.test(typed) ? digits : digits.startsWith('00') ? digits.slice(2) : null
  if (international !== null) {
    variants.add(international)
    for (const length of [1, 2, 3]) variants.add(international.slice(length).replace(/^0/u, ''))
  } else {
    if (digits.startsWith('86') && digits.length > 4) variants.add(digits.slice(2))
    if (digits.startsWith('0')) variants.add(digits.slice(1))
  }
  return [...variants].filter((variant) => variant.length >= SHORTEST_NUMBER)
}

export interface SearchQuery {
  /** For the index of words; null if nothing in the text is a word. */
  readonly words: string | null
  /** For the index of parts (e-mails, codes); null if a word is too short for it. */
  readonly parts: string | null
  /** The same in steps, what fits best first; the last one is `words`. Each asks the index of words. */
  readonly steps: readonly string[]
}

const ENDS_IN_HAN = /\p{Script=Han}$/u

/**
 * The whole text as the beginning of a name: `^` is the first word of the column. A Chinese character is a word and begins no longer one:
 * asked for as a beginning, a common one costs three times as much.
 */
const nameBeginning = (plain: string): string => {
  const words = plain
    .replace(/\p{Script=Han}/gu, ' $& ')
    .trim()
    .split(/\s+/u)
    .join(' ')
  return `name : ^ ${ENDS_IN_HAN.test(words) ? quoted(words) : beginning(words)}`
}

const PINYIN = /^[a-zü' ]+$/iu

/** How organisations end: it stands in most of their names and begins none, and asking which it begins would go through them all. */
const END_OF_NAMES = /^(?:集团)?(?:股份)?(?:有限)?(?:责任)?(?:公司)?$/u

const either = (queries: readonly string[]): string => queries.map((query) => `(${query})`).join(' OR ')

/**
 * A beginning makes the index gather every word that begins so, so there are as few of these questions as tell good hits from others: names that
 * begin or sound so as a whole, names that hold it or sound so somewhere, and everything else.
 */
const stepsOf = (plain: string, words: string, all: string, numbers: readonly string[]): string[] => {
  // A number typed in full, or the end of one, before its other parts.
  if (numbers.length > 0) return [`{phone words} : (${numbers.map(quoted).join(' OR ')})`, words]
  const inNames = `{name} : (${all})`
  if (END_OF_NAMES.test(plain)) return [inNames, words]
  if (!PINYIN.test(plain)) return [nameBeginning(plain), inNames, words]
  const letters = plain.replace(/[' ]/gu, '').replaceAll('ü', 'v')
  return [
    either([nameBeginning(plain), `pinyin : ^ ${quoted(letters)}`, `initials : ^ ${quoted(letters)}`]),
    either([
      `{name pinyin initials} : (${all})`,
      // Syllables typed apart: `zhang san`.
      ...(letters === plain ? [] : [`{pinyin initials} : ${beginning(letters)}`]),
    ]),
    words,
  ]
}

export const searchQuery = (text: string): SearchQuery => {
  const plain = text.normalize('NFKC').trim()
  const terms = plain.split(/\s+/u).filter((term) => WORD.test(term))
  if (terms.length === 0) return { words: null, parts: null, steps: [] }
  const all = terms.flatMap(termQuery).join(' AND ')
  const numbers = PHONE.test(plain) ? phoneVariants(plain) : []
  const asPhone = `phone : (${numbers.map(beginning).join(' OR ')})`
  // Groups of one or two digits begin half of all numbers: they mean something only together.
  const areWords = terms.every((term) => term.length >= SHORTEST_NUMBER)
  const words = numbers.length === 0 ? all : areWords ? `(${all}) OR ${asPhone}` : asPhone
  return {
    words,
    steps: stepsOf(plain, words, all, numbers),
    parts: terms.every((term) => [...term].length >= 3) ? terms.map(quoted).join(' AND ') : null,
  }
}
