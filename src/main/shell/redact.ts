// Takes out of a line for the log what is nobody's business: keys, people, addresses, numbers, values of SQL. What is left tells where.

/** The order matters: what is kept as it stands comes before what looks like it. */
const KEPT = [
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/iu, // ids and traces
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?\b/u, // moments
  /(?:file:\/\/\/|app:\/\/|node:)[^\s)'"]*/u, // places in the program
  /:\d+:\d+(?=\)|\s|$)/u,
]
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u
const RECOVERY_KEY = /\b[0-9A-HJKMNP-TV-Z]{4,8}(?:[- ][0-9A-HJKMNP-TV-Z]{4,8}){3,}\b/iu
const SECRET = /\b(?:[0-9a-f]{32,}|[A-Za-z0-9+/_-]{40,}={0,2})(?![\w/])/u
const PHONE = /(?<![\w.])\+?\(?\d[\d\s()./-]{5,}\d(?![\w])/u
const QUOTED = /'(?:[^'\\\n]|''|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|“[^”\n]*”|‘[^’\n]*’|「[^」\n]*」|《[^》\n]*》/u
/** Sentences of the log are English, so Han characters are data. */
const HAN = /[\p{Script=Han}·]*\p{Script=Han}[\p{Script=Han}·]*/u

const everything = new RegExp(
  [
    `(?<kept>${KEPT.map((pattern) => pattern.source).join('|')})`,
    `(?<email>${EMAIL.source})`,
    `(?<key>${RECOVERY_KEY.source}|${SECRET.source})`,
    `(?<quoted>${QUOTED.source})`,
    `(?<phone>${PHONE.source})`,
    `(?<han>${HAN.source})`,
  ].join('|'),
  'giu',
)

const SQL = /\b(?:select\b.+\bfrom|insert\s+into|update\b.+\bset|delete\s+from|pragma|values\s*\()/iu
const SQL_VALUE = /x?'(?:[^']|'')*'|(?<![\w$])-?\d+(?:\.\d+)?(?!\w)/giu
/** `name: …`, `password=…` and the like, as objects are printed; to the end of the value. */
const NAMED =
  /(?<label>["']?\b(?:name|userName|fullName|familyName|givenName|title|text|email|phone|address|password|newPassword|recoveryKey|key)["']?\s*[:=]\s*)(?!\s)[^,;}\n]+/giu

/**
 * A line or a stack for the log, without personal data. Ids, procedure names, positions in the program and moments are kept.
 * `homeFolder` is replaced by `~`, because it holds the user's name.
 */
export const redact = (text: string, homeFolder = ''): string =>
  (homeFolder.length > 1 ? text.replaceAll(homeFolder, '~') : text).split('\n').map(redactLine).join('\n')

const redactLine = (line: string): string => {
  const plain = (SQL.test(line) ? line.replace(SQL_VALUE, '?') : line).replace(NAMED, '$<label>[private]')
  return plain.replace(everything, (whole: string, ...rest: unknown[]) => {
    // The last argument of a replacer is the object of named groups (ECMA-262, 22.2.6.11).
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>
    if (groups['kept'] !== undefined) return whole
    if (groups['email'] !== undefined) return '[email]'
    if (groups['key'] !== undefined) return '[key]'
    if (groups['phone'] !== undefined) return '[number]'
    if (groups['quoted'] !== undefined) return isNameOfProgram(whole.slice(1, -1)) ? whole : `${whole[0]}…${whole.at(-1)}`
    return '[text]'
  })
}

/** `deals.move`, `ERR_MODULE_NOT_FOUND`, `./out/main/index.js`: words of the program, not of a person. */
const isNameOfProgram = (text: string): boolean =>
  /^(?:[a-z][A-Za-z]*(?:\.[a-z][A-Za-z_]*)+|[A-Z]+(?:_[A-Z0-9]+)+|(?:[a-z]+_)+[a-z]+|[@\w./-]+\.(?:js|mjs|cjs|ts|tsx|node))$/u.test(
    text,
  )
