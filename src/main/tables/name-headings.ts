// Headings as they are shown and mapped: in one line, none empty, no two alike.
import { visible } from '#shared/imports/cell.ts'

/** `(C)` for a column without one, “Name (2)” for a second “Name”. */
export const nameHeadings = (cells: readonly string[], width: number): string[] => {
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, column) => {
    const text = visible(cells[column] ?? '')
      .replace(/\s+/gu, ' ')
      .trim()
    const heading = text === '' ? `(${letterOf(column)})` : text
    let name = heading
    for (let count = 2; taken.has(name); count += 1) name = `${heading} (${count})`
    taken.add(name)
    return name
  })
}

/** As a spreadsheet names its columns: A … Z, AA … */
export const letterOf = (column: number): string => {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter
}
