// Text that was encoded twice: UTF-8 that a program took for Western European and saved as UTF-8 again. `MÃ¼ller` was Müller, `å¼ ä¸‰` 张三.

/** What Windows shows for the bytes 80 to 9F; the five it has nothing for stay as they are. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const byteOfSign = new Map([...WINDOWS].map((sign, place) => [sign, 0x80 + place] as const))
const FOLLOWING = `[\\u0080-\\u00bf${WINDOWS}]`
/** A no-break space, which is byte A0, is often turned into a plain one: within the bytes of a Chinese character it can be nothing else. */
const WITH_SPACE = `(?:${FOLLOWING} |[ ]${FOLLOWING})`
const SEQUENCE = new RegExp(
  `[\\u00c2-\\u00df]${FOLLOWING}|[\\u00e0-\\u00ef]${FOLLOWING}{2}|[\\u00f0-\\u00f4]${FOLLOWING}{3}|[\\u00e4-\\u00e9]${WITH_SPACE}|\\u00c3[ ]`,
  'gu',
)
/** How a sequence may begin, and how it may go on. */
const BEGINNING = new RegExp(`[\\u00c2-\\u00f4](?:${FOLLOWING}|[ ]){0,2}$`, 'u')

const byteOf = (sign: string): number => byteOfSign.get(sign) ?? (sign === ' ' ? 0xa0 : sign.charCodeAt(0))

const decodeSequence = (sequence: string): string | null => {
  const text = new TextDecoder().decode(Uint8Array.from(sequence, byteOf))
  return text.includes('\ufffd') ? null : text
}

/** The text with everything put right in it that was encoded twice; what was not stays as it is. */
export const decodedOnce = (text: string): string => text.replace(SEQUENCE, (sequence) => decodeSequence(sequence) ?? sequence)

/** Reads bytes of UTF-8 and puts right what was encoded twice, also where a piece ends within a character. */
export const twiceDecoder = () => {
  const decoder = new TextDecoder()
  let open = ''
  return {
    decode: (piece: Uint8Array): string => {
      const text = open + decoder.decode(piece, { stream: true })
      const end = BEGINNING.exec(text)?.index ?? text.length
      open = text.slice(end)
      return decodedOnce(text.slice(0, end))
    },
    end: (): string => decodedOnce(open + decoder.decode()),
  }
}

/** Letters and signs that text is really written with. Other characters come about by chance, as from `CAFÉ™`. */
const USUAL =
  /^[\u00a0-\u017f\u0370-\u045f\u2010-\u2044\u20ac\u2122\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff01-\uff5e\u{1f300}-\u{1faff}]$/u
const LEADING = /[\u00c2-\u00f4]/gu

export interface TwiceEncoded {
  /** How many characters were encoded twice. */
  readonly count: number
  /** Of the signs with which such a character begins the share that stands for one; in other Western texts next to none does. */
  readonly share: number
}

export const twiceEncodedIn = (text: string): TwiceEncoded => {
  const leading = text.match(LEADING)?.length ?? 0
  if (leading === 0) return { count: 0, share: 0 }
  const count = (text.match(SEQUENCE) ?? []).filter(
    (sequence) => !sequence.includes(' ') && USUAL.test(decodeSequence(sequence) ?? ''),
  ).length
  return { count, share: count / leading }
}
