// The letters of number series: A to Z, then AA, AB and on. I and O are left out, because they are read as figures.
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The first one that no machine has. `from`: how many are passed over, because they may have been in use. */
export const freeLetter = (taken: readonly string[], from = 0): string => {
  const used = new Set(taken)
  for (let number = from; ; number++) {
    const [one, more] = [LETTERS[number % LETTERS.length] ?? '', Math.floor(number / LETTERS.length)]
    const letter = more === 0 ? one : `${LETTERS[(more - 1) % LETTERS.length] ?? ''}${one}`
    if (!used.has(letter)) return letter
    if (number > LETTERS.length * (LETTERS.length + 1)) throw new RangeError('All letters of number series are taken.')
  }
}

/** One of those with two letters that no machine has, by a random number: for a machine that cannot ask the others first. */
export const drawnLetter = (taken: readonly string[], draw: number): string => {
  const used = new Set(taken)
  const all = LETTERS.length ** 2
  for (let tried = 0; tried < all; tried++) {
    const number = (draw + tried) % all
    const letter = `${LETTERS[Math.floor(number / LETTERS.length)] ?? ''}${LETTERS[number % LETTERS.length] ?? ''}`
    if (!used.has(letter)) return letter
  }
  throw new RangeError('All letters of number series are taken.')
}
