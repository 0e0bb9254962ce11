// What the bytes of a text show without being read: zeros between letters, marks at the beginning, high bytes alone or in pairs.

type Wide = 'utf-32le' | 'utf-32be' | 'utf-16le' | 'utf-16be'

/** UTF-32 and UTF-16 by the places of their zero bytes, else by their byte order marks: some files begin with a mark that is wrong. */
export const wideOf = (head: Uint8Array): Wide | null => wideByZeros(head) ?? wideByMark(head)

const wideByMark = ([a, b, c, d]: Uint8Array): Wide | null => {
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** Signs and line ends have some in each; no character of UTF-32 needs the highest byte, hardly any the next. */
const wideByZeros = (head: Uint8Array): Wide | null => {
  const zeros: [number, number, number, number] = [0, 0, 0, 0]
  const length = head.length - (head.length % 4)
  for (let at = 0; at < length; at += 1) if (head[at] === 0) zeros[(at % 4) as 0 | 1 | 2 | 3] += 1
  const [first, second, third, fourth] = zeros
  const all = first + second + third + fourth
  // A few zeros in a longer text were left there by a program.
  if (length === 0 || all * 50 <= length || (all < 3 && length > 40)) return null
  const quarter = length / 4
  if (fourth === quarter && third * 20 > quarter * 19) return 'utf-32le'
  if (first === quarter && second * 20 > quarter * 19) return 'utf-32be'
  if (second + fourth > (first + third) * 19) return 'utf-16le'
  return first + third > (second + fourth) * 19 ? 'utf-16be' : null
}

/** Bytes that no text has, in more than one of a hundred places; some programs leave a few zeros in a text. */
export const isBinary = (head: Uint8Array): boolean => {
  let controls = 0
  let zeros = 0
  for (const byte of head) {
    if (byte === 0) zeros += 1
    else if (byte < 32 && (byte < 9 || byte > 13) && byte !== 26 && byte !== 27) controls += 1
  }
  return controls * 100 > head.length || zeros * 10 > head.length || (zeros > 20 && (zeros + controls) * 100 > head.length)
}

/**
 * How bytes above ASCII stand together. `alone`: mostly one by one between plain letters, as Western accents do. `chinese`: always in pairs,
 * nearly all of them in the part of GB 18030 that daily text uses (GB 2312), most in its first level of 3,755 characters.
 */
export const patternOf = (bytes: Uint8Array): 'alone' | 'chinese' | 'mixed' => {
  let single = 0
  let even = 0
  let odd = 0
  let pairs = 0
  let daily = 0
  let firstLevel = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const begin = at
    while (at < bytes.length && (bytes[at] ?? 0) >= 0x80) at += 1
    const run = at - begin
    if (run === 0) continue
    if (run === 1) single += 1
    else if (run % 2 === 0) even += 1
    else odd += 1
    for (let lead = begin; lead + 1 < at; lead += 2) {
      const [high = 0, low = 0] = [bytes[lead], bytes[lead + 1]]
      pairs += 1
      if (high >= 0xa1 && high <= 0xf7 && low >= 0xa1) daily += 1
      if (high >= 0xb0 && high <= 0xd7 && low >= 0xa1) firstLevel += 1
    }
  }
  if (single > even + odd) return 'alone'
  return single + odd <= even * 0.02 && daily >= pairs * 0.95 && firstLevel >= pairs * 0.5 ? 'chinese' : 'mixed'
}
