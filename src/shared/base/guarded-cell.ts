// Text in a cell of a CSV file that a spreadsheet would compute with: an apostrophe keeps it text, and reading takes the apostrophe off again.

/** What a spreadsheet takes for a formula: `=1+1`, `+86…`, `-5`, `@SUM`; a tab or a line break before it is looked through. */
const FORMULA = /^[=+\-@\t\r\n]/u
/**
 * What it would change into a number, a day or a time: leading zeros, more than eleven digits, `3-5`, `12:30`, `1E5`, `5%`, `1,200`, `1.50`.
 */
const NUMBER_LIKE =
  /^(?:0\d+|\d{12,}|\d{1,4}([-/.])\d{1,2}(?:\1\d{1,4})?|\d{1,2}:\d{2}(?::\d{2})?|\d+(?:\.\d+)?e\d+|\d[\d,]*(?:\.\d+)?%|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d*0)\s*$/iu
/** A text that looks guarded already gets one apostrophe more, so that reading gives it back as it was. */
const LOOKS_GUARDED = /^'+[=+\-@\t\r\n\d]/u
const AS_TEXT = /^="(?<text>[\s\S]*)"$/u

/** A text that stands in a CSV file safely, whatever program opens it. */
export const guarded = (text: string): string =>
  FORMULA.test(text) || NUMBER_LIKE.test(text) || LOOKS_GUARDED.test(text) ? `'${text}` : text

/** A cell without what keeps a spreadsheet from computing with it: `="0571"`, `'+86…`. */
export const unguarded = (cell: string): string => {
  const first = cell.charCodeAt(0)
  if (first === 61) return AS_TEXT.exec(cell)?.groups?.['text']?.replaceAll('""', '"') ?? cell
  return first === 39 && LOOKS_GUARDED.test(cell) ? cell.slice(1) : cell
}
