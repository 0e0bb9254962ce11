// A pasted text while it is read: what was understood is blanked out, character by character, so that places stay those of the original.
import type { ProposalSpan } from './proposal.ts'

/** Stands where something was understood: neither a letter nor a blank. */
export const TAKEN = '\u0001'

export interface WorkingText {
  /** Full-width letters, digits and signs in their usual width; as long as the original. */
  text: string
  readonly spans: ProposalSpan[]
}

export const workingText = (typed: string): WorkingText => ({
  text: typed
    .split('')
    .map((unit) => {
      const plain = unit.normalize('NFKC')
      return plain.length === 1 ? plain : unit
    })
    .join('')
    .replaceAll(TAKEN, ' '),
  spans: [],
})

/** Blanks [from, to) out. */
export const takeOut = (working: WorkingText, from: number, to: number): void => {
  working.text = working.text.slice(0, from) + TAKEN.repeat(to - from) + working.text.slice(to)
}

/** Notes what [from, to) means and blanks it out. Blanks at the ends are left outside the span. */
export const understand = (working: WorkingText, field: ProposalSpan['field'], from: number, to: number): string => {
  const raw = working.text.slice(from, to)
  const start = from + (raw.length - raw.trimStart().length)
  const end = to - (raw.length - raw.trimEnd().length)
  if (end > start) working.spans.push({ from: start, to: end, field })
  takeOut(working, from, to)
  return raw.trim()
}

/** Every match of a pattern, each blanked out. The group `value`, if the pattern has one, is what is meant. */
export const takeAll = (working: WorkingText, field: ProposalSpan['field'], pattern: RegExp): string[] => {
  const values: string[] = []
  for (const match of [...working.text.matchAll(pattern)]) {
    const value = match.groups?.['value'] ?? match[0]
    const from = match.index + match[0].indexOf(value)
    const understood = understand(working, field, from, from + value.length)
    takeOut(working, match.index, match.index + match[0].length)
    if (understood !== '') values.push(understood)
  }
  return values
}
