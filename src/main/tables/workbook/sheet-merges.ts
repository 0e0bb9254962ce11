// Which cells of a sheet are merged. That stands behind its rows, so the rows are passed over unread.
import type { Merge } from '../table-file.ts'
import { columnOf } from './sheet-rows.ts'

const END_OF_ROWS = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\/>/u
const MERGE = /<(?:\w+:)?mergeCell\b[^>]*\bref="(?<first>[A-Z]+)(?<top>\d+):[A-Z]+(?<bottom>\d+)"/gu

export const readMerges = async (texts: AsyncIterable<string>): Promise<Merge[]> => {
  let behind: string | null = null
  let last = ''
  for await (const text of texts) {
    if (behind !== null) behind += text
    else {
      const piece = last + text
      const end = piece.includes('sheetData') ? END_OF_ROWS.exec(piece) : null
      if (end) behind = piece.slice(end.index)
      last = piece.slice(-40)
    }
  }
  return [...(behind ?? '').matchAll(MERGE)].map(({ groups }) => ({
    top: Number(groups?.['top']),
    bottom: Number(groups?.['bottom']),
    column: columnOf(groups?.['first']) ?? 0,
  }))
}
