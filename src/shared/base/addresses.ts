// Whether a text can be an address of mail or of a web page, as far as its writing tells.

const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]{2,}$/u
const NOT_A_PAGE = /^(?:javascript|data|vbscript|file):/iu
/** What browsers skip inside a scheme: `java\tscript:` is one. */
const SKIPPED = /[\s\p{Cc}\p{Cf}]/gu

/** `name@host.tld`, one address, nothing around it. */
export const isEmail = (text: string): boolean => EMAIL.test(text.trim())

/** Anything but what would run or open something else than a page. */
export const isWebPage = (text: string): boolean => !NOT_A_PAGE.test(text.normalize('NFKC').replace(SKIPPED, ''))
