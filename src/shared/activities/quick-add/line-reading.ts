// One typed line while it is being understood: what was understood is taken out, the rest keeps its places.

export type Meaning = 'when' | 'repeats' | 'duration' | 'reminder' | 'priority' | 'kind'

export interface Span {
  readonly from: number
  readonly to: number
  readonly meaning: Meaning
}

/** Stands where something was taken: no rule meets it, and nothing moves. */
const TAKEN = '\uE000'

export interface LineReading {
  readonly rest: () => string
  readonly spans: () => readonly Span[]
  /** The first match in what is left; null if there is none. */
  readonly find: (pattern: RegExp) => RegExpExecArray | null
  /** Takes a match out as understood. */
  readonly take: (match: { readonly index: number; readonly 0: string }, meaning: Meaning) => void
  /** What is left, as a title. */
  readonly title: () => string
}

/** Full-width digits and signs as plain ones, letter for letter, so that every place stays where it was. */
const plain = (line: string): string =>
  line
    .replace(/[\uFF01-\uFF5E]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')

export const readLine = (line: string): LineReading => {
  let rest = plain(line)
  const spans: Span[] = []
  return {
    rest: () => rest,
    spans: () => spans.toSorted((a, b) => a.from - b.from),
    find: (pattern) => pattern.exec(rest),
    take: ({ index, 0: found }, meaning) => {
      const from = index + (found.length - found.trimStart().length)
      const to = index + found.trimEnd().length
      if (to <= from) return
      rest = rest.slice(0, from) + TAKEN.repeat(to - from) + rest.slice(to)
      spans.push({ from, to, meaning })
    },
    title: () =>
      [...rest]
        .map((character, index) => (character === TAKEN ? TAKEN : (line[index] ?? '')))
        .join('')
        .replace(new RegExp(`${TAKEN}+`, 'gu'), ' ')
        .replace(/\s+/gu, ' ')
        .replace(/^[\s,，、。.;；:：!！-]+|[\s,，、;；:：-]+$/gu, '')
        .replace(/\s+(?:on|at|by|in|的|在|于)$/iu, '')
        .trim(),
  }
}
