// Texts under small numbers, for a million of them: their bytes lie side by side, where no heap has to go over them.

export interface TextList {
  /** A number may get another text. */
  readonly set: (number: number, text: string | null) => void
  /** Null where there is none. */
  readonly get: (number: number) => string | null
}

const FIRST_SIZE = 1024
const PAGE = 2 ** 18
/** The longest that is kept side by side with others, in UTF-16 units; a unit takes up to three bytes. */
const LONGEST = 20_000

export const createTextList = (): TextList => {
  const pages: Buffer[] = []
  /** How much of the last page is taken. */
  let used = PAGE
  /** One more than where the text begins, over all pages; 0: no text. */
  let starts = new Uint32Array(FIRST_SIZE)
  let lengths = new Uint16Array(FIRST_SIZE)
  /** Very long ones, and those with half a character, which bytes would not give back. */
  const odd = new Map<number, string>()

  const roomFor = (number: number): void => {
    if (number < starts.length) return
    const [oldStarts, oldLengths] = [starts, lengths]
    const size = Math.max(oldStarts.length * 2, number + 1)
    starts = new Uint32Array(size)
    lengths = new Uint16Array(size)
    starts.set(oldStarts)
    lengths.set(oldLengths)
  }
  const pageFor = (text: string): Buffer => {
    const last = pages.at(-1)
    if (last && used + text.length * 3 <= PAGE) return last
    const page = Buffer.allocUnsafeSlow(PAGE)
    pages.push(page)
    used = 0
    return page
  }

  return {
    set: (number, text) => {
      roomFor(number)
      starts[number] = 0
      odd.delete(number)
      if (text === null) return
      if (text.length > LONGEST || !text.isWellFormed()) {
        odd.set(number, text)
        return
      }
      const page = pageFor(text)
      const length = page.write(text, used)
      starts[number] = (pages.length - 1) * PAGE + used + 1
      lengths[number] = length
      used += length
    },
    get: (number) => {
      const start = (starts[number] ?? 0) - 1
      if (start < 0) return odd.get(number) ?? null
      const at = start % PAGE
      return pages[Math.floor(start / PAGE)]?.toString('utf8', at, at + (lengths[number] ?? 0)) ?? null
    },
  }
}
