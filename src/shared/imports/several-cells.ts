// Several numbers or addresses written into one cell.
import { isEmail } from '#shared/base/addresses.ts'
import { plain } from './cell.ts'

/** A number with blanks inside, too short to be two. */
const ONE_NUMBER = /^[+(]?\d[\d .()-]{0,14}\d$/
const MAY_HOLD_SEVERAL = /[/、;；,，|:\s]/u
const MARKS = /\s*(?:[/、;；,，|]|\n)\s*/u
const BLANKS = /\s+/u
/** A shorter piece is an extension or the last digits of another number. */
const LEAST_DIGITS = 7
const MOBILES = /^1\d{10}(?:\s+1\d{10})+$/u

/** The numbers or addresses of a cell; the cell as it is where its pieces are not all of them whole. */
export const severalIn = (kind: string, cell: string): readonly string[] => {
  if ((kind !== 'phone' && kind !== 'email') || !MAY_HOLD_SEVERAL.test(cell)) return [cell]
  if (kind === 'phone' && ONE_NUMBER.test(cell)) return [cell]
  const pieces = cell.split(/\s*:::\s*/u).flatMap((one) => (kind === 'phone' ? phonesIn(one) : emailsIn(one)))
  return [...new Set(pieces)].filter((piece) => piece !== '')
}

const phonesIn = (cell: string): readonly string[] => {
  const text = plain(cell)
  const pieces = text.split(MOBILES.test(text) ? BLANKS : MARKS).filter((piece) => piece !== '')
  return pieces.every((piece) => (piece.match(/\d/gu)?.length ?? 0) >= LEAST_DIGITS) ? pieces : [cell]
}

const emailsIn = (cell: string): readonly string[] => {
  const pieces = cell
    .split(MARKS)
    .flatMap((piece) => piece.split(BLANKS))
    .filter((piece) => piece !== '')
  return pieces.every(isEmail) ? pieces : [cell]
}
