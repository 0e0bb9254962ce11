// When two writings are the same name: width, case and spaces do not count.

/** Visible signs of ASCII, without a space. */
const PLAIN = /^[!-~]*$/

/** Letters of Western and Central Europe, Chinese characters, and spaces: NFKC leaves all of them as they are. */
const NORMAL = /^[ -~\u00c0-\u0131\u4e00-\u9fff]*$/

/** The key under which a name is looked up. */
export const foldName = (name: string): string => {
  // Most codes and addresses are written plainly; an import asks for very many.
  if (PLAIN.test(name)) return name.toLowerCase()
  const isNormal = NORMAL.test(name)
  const folded = (isNormal ? name : name.normalize('NFKC')).toLowerCase()
  if (isNormal && !name.includes('  ') && !name.startsWith(' ') && !name.endsWith(' ')) return folded
  return folded.replace(/\s+/gu, ' ').trim()
}
