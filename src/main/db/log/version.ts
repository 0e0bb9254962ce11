// Versions of cells. In the file a version is one number, local origin · 2^36 + seq; it never leaves the machine in that form.

const SEQ_LIMIT = 2 ** 36

export const versionOf = (oid: number, seq: number): number => oid * SEQ_LIMIT + seq
export const oidOf = (version: number): number => Math.floor(version / SEQ_LIMIT)
export const seqOf = (version: number): number => version % SEQ_LIMIT

/** Versions of single cells, by cell number; the row's own version counts for the others. */
export type CellVersions = Record<string, number>

export const parseCells = (cells: string | null): CellVersions => (cells === null ? {} : (JSON.parse(cells) as CellVersions))

export const versionOfCell = (row: { readonly ver: number }, cells: CellVersions, cellId: number): number =>
  cells[cellId] ?? row.ver

/** `<origin in hex>-<first seq>`: an operation's name on every machine. */
export const operationIdOf = (originHex: string, op: number): string => `${originHex}-${op}`

export const parseOperationId = (id: string): { readonly originHex: string; readonly op: number } => {
  const at = id.lastIndexOf('-')
  return { originHex: id.slice(0, at), op: Number(id.slice(at + 1)) }
}
