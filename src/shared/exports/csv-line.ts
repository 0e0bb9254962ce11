// A row of a CSV file as RFC 4180 says, with the line ends that spreadsheets on Windows expect.

const SPECIAL = /[",\r\n]|^\s|\s$/u

/** One line with its end. What a spreadsheet might compute with is to be guarded before: see `guarded`. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

const csvCell = (text: string): string => (SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Tells spreadsheets that the file is UTF-8; without it a Chinese Excel takes it for GBK. */
export const BOM = '\uFEFF'
