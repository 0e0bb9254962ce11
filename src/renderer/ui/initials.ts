// The letters that stand for a name on a small sign.

const HAN = /^\p{Script=Han}+$/u

/** An organisation is called by how its name begins: `深圳卓越物流有限公司` → `深圳`. */
export const organisationInitials = (name: string): string => {
  const letters = [...name.trim()]
  return HAN.test(letters.slice(0, 2).join('')) ? letters.slice(0, 2).join('') : initialsOf(name)
}

/** `Anna Maria Berg` → `AB`; a Chinese name gives its last two characters, as people call each other. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/u)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  if (words.length === 1 && HAN.test(first)) return [...first].slice(-2).join('')
  return [first, last]
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
