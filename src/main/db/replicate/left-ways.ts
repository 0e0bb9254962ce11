// The names under which ways of an origin stand that were left: they follow from the way, so that all machines that leave it choose the same one.
// Whoever still goes such a way sees by the name alone that it was left, and where it begins.
import { sha256 } from '../log/set-header.ts'
import type { VersionVector } from './outgoing.ts'

const PREFIX_BYTES = 8
const SEQ_BYTES = 4
const NAME_BYTES = 16

/**
 * 16 bytes: the first eight are the origin's own, so that of two changes with the same stamp the same one stays the later; then the number of the
 * way's first change set, and a hash of its chain. Null: there is no room for such a number.
 */
export const leftName = (origin: Uint8Array, first: number, chain: Uint8Array): Buffer | null => {
  if (first >= 2 ** (8 * SEQ_BYTES)) return null
  const seq = Buffer.alloc(SEQ_BYTES)
  seq.writeUInt32BE(first)
  return Buffer.concat([origin.subarray(0, PREFIX_BYTES), seq, sha256(Buffer.concat([origin, chain]))]).subarray(0, NAME_BYTES)
}

export interface LeftWay {
  readonly originHex: string
  /** The first change set of the way. */
  readonly first: number
  /** Under what it stands where it was left, in hex. */
  readonly nameHex: string
}

const firstOf = (nameHex: string): number => {
  const name = Buffer.from(nameHex, 'hex')
  return name.length === NAME_BYTES ? name.readUInt32BE(PREFIX_BYTES) : 0
}
const isNameOf = (nameHex: string, originHex: string): boolean =>
  nameHex !== originHex && nameHex.startsWith(originHex.slice(0, 2 * PREFIX_BYTES))

/** The ways that this machine goes and the other one may have left, by the names that only the other one knows. */
export const waysMaybeLeft = (ours: VersionVector, theirs: VersionVector): LeftWay[] =>
  [...theirs.keys()]
    .filter((nameHex) => !ours.has(nameHex))
    .flatMap((nameHex) => {
      const first = firstOf(nameHex)
      return [...ours]
        .filter(([originHex, held]) => isNameOf(nameHex, originHex) && first > 0 && first <= held)
        .map(([originHex]) => ({ originHex, first, nameHex }))
    })

/**
 * The last change set of its own origin before a way that others went and left: the machine was set back to there, and nobody is left who knows more
 * of that origin than itself. Null: no name tells of such a way.
 */
export const setBackTo = (ownOrigin: string, ours: VersionVector, theirs: VersionVector): number | null => {
  const firsts = [...ours.keys(), ...theirs.keys()].filter((nameHex) => isNameOf(nameHex, ownOrigin)).map(firstOf)
  return firsts.length === 0 ? null : Math.max(0, Math.min(...firsts) - 1)
}

/** Whether it was left indeed. `chainHex`: of its first change set here; null: it is not here. */
export const isLeft = ({ originHex, first, nameHex }: LeftWay, chainHex: string | null | undefined): boolean =>
  typeof chainHex === 'string' &&
  leftName(Buffer.from(originHex, 'hex'), first, Buffer.from(chainHex, 'hex'))?.toString('hex') === nameHex
