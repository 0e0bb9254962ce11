// Name, role and company among what is left of a pasted text once numbers and address are taken out.
import type { Piece } from './pieces.ts'
import { understand, type WorkingText } from './working-text.ts'
import { asName, isCompany, isPolite, isTitle, nameScore } from './words-in-text.ts'

interface People {
  readonly name: string | null
  readonly title: string | null
  readonly company: string | null
}

const HAN = /\p{Script=Han}/u

/** Takes them out of the text. */
export const takePeople = (working: WorkingText, pieces: readonly Piece[]): People => {
  const elements = elementsOf(working.text, pieces).filter(({ text }) => !isPolite(text))
  const company = elements.find(({ label }) => label === 'company') ?? elements.find(({ text }) => isCompany(text))
  const others = elements.filter((element) => element !== company)
  const name = bestName(others)
  const title =
    others.find(({ label }) => label === 'title') ?? others.find((element) => element !== name && isTitle(element.text))
  return {
    name: name ? asName(take(working, 'name', name)) : null,
    title: title ? take(working, 'title', title) : null,
    company: company ? take(working, 'company', company) : null,
  }
}

/** Chinese is parted by blanks, too; a line in Latin letters is one. */
const elementsOf = (text: string, pieces: readonly Piece[]): Piece[] => {
  const elements: Piece[] = []
  for (const piece of pieces) {
    const before = elements.at(-1)
    const isOne = before?.part === piece.part && before.label === piece.label && !HAN.test(before.text) && !HAN.test(piece.text)
    if (!before || !isOne) elements.push(piece)
    else
      elements[elements.length - 1] = {
        ...before,
        to: piece.to,
        text: text.slice(before.from, piece.to),
        isBeside: before.isBeside || piece.isBeside,
      }
  }
  return elements
}

/** A labelled one, else the one that looks most like a name; beside a phone number a word needs to look less like one. */
const bestName = (elements: readonly Piece[]): Piece | undefined => {
  const labelled = elements.find(({ label }) => label === 'name')
  if (labelled) return labelled
  let best: { readonly element: Piece; readonly score: number } | undefined
  for (const element of elements) {
    const looks = nameScore(element.text)
    const score = looks === 0 ? 0 : looks + (element.isBeside ? 1.5 : 0)
    if (score > (best?.score ?? 0)) best = { element, score }
  }
  return best?.element
}

const take = (working: WorkingText, field: 'name' | 'title' | 'company', { from, to }: Piece): string =>
  understand(working, field, from, to)
