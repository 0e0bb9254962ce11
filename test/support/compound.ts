// Files in Microsoft's compound format made by hand: one stream in sectors of 512 bytes, as an old .xls is.

const SECTOR = 512
const FREE = 0xffffffff
const END = 0xfffffffe
const TABLE = 0xfffffffd
/** Shorter streams would go into sectors of their own kind. */
const SHORTEST = 4096

/** A compound file with one stream of this name. */
export const compoundOf = (name: string, content: Uint8Array): Uint8Array => {
  const length = Math.max(content.length, SHORTEST)
  const sectors = Math.ceil(length / SECTOR)
  const stream = Buffer.alloc(sectors * SECTOR)
  stream.set(content)

  const table = Buffer.alloc(SECTOR, 0xff)
  table.writeUInt32LE(TABLE, 0)
  table.writeUInt32LE(END, 4)
  for (let at = 0; at < sectors; at += 1) table.writeUInt32LE(at === sectors - 1 ? END : at + 3, (at + 2) * 4)

  const directory = Buffer.alloc(SECTOR)
  entry(directory, 0, { name: 'Root Entry', kind: 5, child: 1, start: END, length: 0 })
  entry(directory, 1, { name, kind: 2, child: FREE, start: 2, length })

  const head = Buffer.alloc(SECTOR, 0xff)
  head.set(Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  head.fill(0, 8, 76)
  head.writeUInt16LE(0x3e, 24)
  head.writeUInt16LE(3, 26)
  head.writeUInt16LE(0xfffe, 28)
  head.writeUInt16LE(9, 30)
  head.writeUInt16LE(6, 32)
  head.writeUInt32LE(1, 44)
  head.writeUInt32LE(1, 48)
  head.writeUInt32LE(SHORTEST, 56)
  head.writeUInt32LE(END, 60)
  head.writeUInt32LE(END, 68)
  head.writeUInt32LE(0, 76)
  return Buffer.concat([head, table, directory, stream])
}

interface Entry {
  readonly name: string
  readonly kind: number
  readonly child: number
  readonly start: number
  readonly length: number
}

const entry = (directory: Buffer, place: number, { name, kind, child, start, length }: Entry): void => {
  const at = place * 128
  directory.write(name, at, 'utf16le')
  directory.writeUInt16LE((name.length + 1) * 2, at + 64)
  directory.writeUInt8(kind, at + 66)
  directory.writeUInt8(1, at + 67)
  directory.writeUInt32LE(FREE, at + 68)
  directory.writeUInt32LE(FREE, at + 72)
  directory.writeUInt32LE(child, at + 76)
  directory.writeUInt32LE(start, at + 116)
  directory.writeUInt32LE(length, at + 120)
}

const record = (id: number, content: Uint8Array): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(content.length, 2)
  return Buffer.concat([head, content])
}

const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2)
  return bytes
}

const begin = (kind: number): Buffer => record(0x0809, Buffer.concat([words(0x0600, kind), Buffer.alloc(12)]))
const finish = record(0x000a, Buffer.alloc(0))

const label = (row: number, column: number, text: string): Buffer =>
  record(0x0204, Buffer.concat([words(row, column, 0, text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]))

const amount = (row: number, column: number, format: number, value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return record(0x0203, Buffer.concat([words(row, column, format), bytes]))
}

/** The bytes of an .xls (BIFF8) with one sheet of texts and numbers; a Date is a number shown as a day. */
export const oldBookOf = (
  sheet: string,
  rows: readonly (readonly (string | number | Date)[])[],
  isLocked = false,
): Uint8Array => {
  const cells = rows.flatMap((row, at) =>
    row.map((cell, column) => {
      if (typeof cell === 'string') return label(at, column, cell)
      return typeof cell === 'number' ? amount(at, column, 0, cell) : amount(at, column, 1, cell.getTime() / 86_400_000 + 25_569)
    }),
  )
  const style = (format: number): Buffer => record(0x00e0, Buffer.concat([words(0, format), Buffer.alloc(16)]))
  const lock = isLocked ? [record(0x002f, Buffer.alloc(6))] : []
  const name = Buffer.concat([Buffer.from([sheet.length, 1]), Buffer.from(sheet, 'utf16le')])
  const place = Buffer.alloc(6)
  const bound = record(0x0085, Buffer.concat([place, name]))
  const globals = [begin(5), ...lock, style(0), style(14)]
  const length = [...globals, bound, finish].reduce((sum, { length: bytes }) => sum + bytes, 0)
  bound.writeUInt32LE(length, 4)
  return compoundOf('Workbook', Buffer.concat([...globals, bound, finish, begin(0x10), ...cells, finish]))
}
