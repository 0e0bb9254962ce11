// Rows packed in memory: a million of them take a tenth of their size as a file, and are unpacked a batch at a time.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { TableRow } from './table-file.ts'

export interface PackedRows {
  readonly first: number
  readonly last: number
  readonly bytes: Uint8Array
}

/** Rows that are packed together: enough to share their words, few enough to unpack for one of them. */
export const PACK = 500

export const packRows = (rows: readonly TableRow[]): PackedRows => ({
  first: rows[0]?.row ?? 0,
  last: rows.at(-1)?.row ?? 0,
  bytes: deflateRawSync(JSON.stringify(rows.map(({ row, cells }) => [row, cells])), { level: 1 }),
})

export const unpackRows = ({ bytes }: PackedRows): TableRow[] => {
  // Written by packRows just above.
  const rows = JSON.parse(inflateRawSync(bytes).toString()) as [number, string[]][]
  return rows.map(([row, cells]) => ({ row, cells }))
}
