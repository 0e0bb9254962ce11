// Which parts of a line may be the name of a person or company. The engine looks each up; what nobody is called stays plain text.

export interface NameCandidate {
  readonly from: number
  readonly to: number
  readonly text: string
}

const HAN_RUN = /\p{Script=Han}[\p{Script=Han}·（）()A-Za-z0-9]*/gu
/** Behind these a name begins: 给张三回电, 联系华腾. */
const BEFORE_NAME = /[给跟和与找约向同陪见]|联系|拜访|回访|致电|提醒|通知|帮|对|请|问/gu
const LONGEST = 20
const SHORTEST = 2

const LATIN_NAME = /\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:von|van|de|der|la)\s+)?\p{Lu}[\p{L}\p{M}'’.-]*)*/gu
const LATIN_AFTER =
  /\b(?:call|meet|visit|ring|phone|email|mail|ask|tell|with|to|for|from|contact|remind)\s+(\p{L}[\p{L}'’.-]*(?:\s+\p{L}[\p{L}'’.-]*)?)/giu

/** Candidates, the most telling first: behind a word like 给 or call, then any name-like run; longer before shorter. Within what was not taken. */
export const nameCandidates = (rest: string): readonly NameCandidate[] => {
  const likely: NameCandidate[] = []
  const possible: NameCandidate[] = []
  const add = (list: NameCandidate[], from: number, to: number): void => {
    const text = rest.slice(from, to)
    if (text.trim().length >= SHORTEST) list.push({ from, to, text })
  }
  for (const { 0: run, index } of rest.matchAll(HAN_RUN)) {
    const prefixes = (list: NameCandidate[], at: number): void => {
      for (let to = Math.min(index + run.length, at + LONGEST); to >= at + SHORTEST; to--) add(list, at, to)
    }
    for (const word of run.matchAll(BEFORE_NAME)) prefixes(likely, index + word.index + word[0].length)
    prefixes(possible, index)
  }
  for (const match of rest.matchAll(LATIN_AFTER)) {
    const name = match[1] ?? ''
    const from = match.index + match[0].length - name.length
    add(likely, from, from + name.length)
    const [firstWord = ''] = name.split(/\s/u)
    if (firstWord.length < name.length) add(likely, from, from + firstWord.length)
  }
  for (const { 0: name, index } of rest.matchAll(LATIN_NAME)) {
    add(possible, index, index + name.length)
    const [firstWord = ''] = name.split(/\s/u)
    if (firstWord.length < name.length) add(possible, index, index + firstWord.length)
  }
  const seen = new Set<string>()
  return [...likely, ...possible].filter(({ from, to }) => {
    const key = `${from}-${to}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
