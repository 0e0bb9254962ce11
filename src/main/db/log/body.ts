// The body of a change set: JSON, rows of one table, operation and column set under one header, zstd above 1 KB. Relayed as the bytes
// they are. Versions in it speak of the body's own list of origins, never of local numbers.
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { StoredValue } from '../registry/layout.ts'
import { shapedBody } from './body-shape.ts'
import { oidOf, seqOf, versionOf } from './version.ts'

/** A cell's value; the values of a group in the order of its columns. */
export type CellValue = StoredValue | boolean | readonly (StoredValue | boolean)[]

/**
 * One table, operation and set of cells. `i`: `[id, value…]`; `u`: `[id, new, old, base, new, old, base…]`, a base being
 * `index in origins · 2^36 + seq`.
 */
export interface BodyGroup {
  readonly t: number
  readonly op: 'i' | 'u'
  readonly c: readonly number[]
  readonly r: readonly (readonly unknown[])[]
}

export interface Body {
  /** Origins that versions in it speak of, in hex. */
  readonly o: readonly string[]
  readonly g: readonly BodyGroup[]
  /** What its writer had come to see of other origins since its last change set: the newest version of each. */
  readonly v?: readonly number[] | undefined
  /** Losing values that it closes: table, row, cell, version. Their cell is among those written. */
  readonly k?: readonly (readonly [tableId: number, rowId: string, cellId: number, version: number])[] | undefined
  /** Rows that rows it wrote stand on: work on a deal is work on its company. */
  readonly p?: readonly (readonly [tableId: number, rowId: string])[] | undefined
}

const LIMIT = 16 * 1024 * 1024
const ZSTD_MAGIC = [0x28, 0xb5, 0x2f, 0xfd]

export const encodeBody = (value: Body): Buffer => {
  const bytes = Buffer.from(JSON.stringify(value))
  return bytes.length <= 1024 ? bytes : zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } })
}

/** A body of this file, trusted: it was written here, and the chain covers it. */
export const decodeBody = (bytes: Uint8Array): Body => JSON.parse(textOf(bytes, LIMIT)) as Body

/** How long bodies from elsewhere may still be, unpacked: a few kilobytes can claim to be gigabytes. */
export interface Allowance {
  left: number
}

/** A body from elsewhere: sized, parsed and checked. */
export const checkBody = (bytes: Uint8Array, allowance: Allowance): Body => {
  if (allowance.left < 1) throw new RangeError('There is more of it than one batch may have.')
  const text = textOf(bytes, Math.min(LIMIT, allowance.left))
  allowance.left -= text.length
  return shapedBody(JSON.parse(text))
}

const textOf = (bytes: Uint8Array, maxOutputLength: number): string => {
  const isCompressed = ZSTD_MAGIC.every((byte, index) => bytes[index] === byte)
  return (isCompressed ? zstdDecompressSync(bytes, { maxOutputLength }) : Buffer.from(bytes)).toString('utf8')
}

/** Local versions → the body's, collecting the origins it needs. */
export const createBodyVersions = (originHexOf: (oid: number) => string) => {
  const origins: string[] = []
  const indexes = new Map<number, number>()
  return {
    origins,
    toBody: (version: number): number => {
      const oid = oidOf(version)
      let index = indexes.get(oid)
      if (index === undefined) {
        index = origins.push(originHexOf(oid)) - 1
        indexes.set(oid, index)
      }
      return versionOf(index, seqOf(version))
    },
  }
}
