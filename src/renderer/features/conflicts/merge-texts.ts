// Two versions of a text that both came from a third: what each changed, and one text that has the changes of both.
import { diff3Merge, diffComm } from 'node-diff3'

export interface TextPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Past this many words a changed passage is told by its lines alone. */
const MOST_WORDS = 1500

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment)
/** Lines with their line ends, so that put together they are the text again. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/gu) ?? []

const partsBetween = (before: readonly string[], after: readonly string[]): TextPart[] =>
  diffComm([...before], [...after]).flatMap(({ common, buffer1, buffer2 }): TextPart[] =>
    common
      ? [{ kind: 'same', text: common.join('') }]
      : [
          { kind: 'removed', text: buffer1.join('') },
          { kind: 'added', text: buffer2.join('') },
        ],
  )

/** What was done to a text, word by word within the lines that changed. */
export const textParts = (before: string, after: string): TextPart[] => {
  const parts = diffComm(linesOf(before), linesOf(after)).flatMap(({ common, buffer1, buffer2 }): TextPart[] => {
    if (common) return [{ kind: 'same', text: common.join('') }]
    const [removed, added] = [wordsOf(buffer1.join('')), wordsOf(buffer2.join(''))]
    return removed.length + added.length > MOST_WORDS ? partsBetween(buffer1, buffer2) : partsBetween(removed, added)
  })
  return parts.filter(({ text }) => text !== '')
}

const isShort = (...texts: readonly string[]): boolean => texts.every((text) => text.length <= 4 * MOST_WORDS)

/** The words of both, where they changed different ones of the same lines; null: they changed the same words. */
const mergedWords = (one: string, base: string, other: string): string | null => {
  if (base === '' || !isShort(one, base, other)) return null
  const regions = diff3Merge(wordsOf(one), wordsOf(base), wordsOf(other), { excludeFalseConflicts: true })
  return regions.every(({ conflict }) => conflict === undefined) ? regions.flatMap(({ ok }) => ok ?? []).join('') : null
}

const withLineEnd = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

/** Both versions in one text: where both changed the same words, the one stands below the other. */
export const bothTexts = (one: string, base: string, other: string): string => {
  // Every line has its end, so that a line that was the last one is the same line with more below it.
  const [left, middle, right] = [one, base, other].map((text) => linesOf(withLineEnd(text)))
  const regions = diff3Merge(left ?? [], middle ?? [], right ?? [], { excludeFalseConflicts: true })
  const lines = regions.map(({ ok, conflict }) => {
    if (!conflict) return (ok ?? []).join('')
    const [a, o, b] = [conflict.a.join(''), conflict.o.join(''), conflict.b.join('')]
    return mergedWords(a, o, b) ?? `${a}${b}`
  })
  return lines.join('').replace(/\n$/u, '')
}
