// When two writings are the same name: width, case and spaces do not count.

/** Visible signs of ASCII, without a space. */
const PLAIN = /^[!-~]*$/

/** The key under which a name is looked up. */
export const foldName = (name: string): string =>
  // Most codes and addresses are written plainly; an import asks for very many.
  PLAIN.test(name) ? name.toLowerCase() : name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
