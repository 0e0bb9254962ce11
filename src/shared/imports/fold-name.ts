// When two writings are the same name: width, case and spaces do not count.

/** The key under which a name is looked up. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
