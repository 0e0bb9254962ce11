// A place in an order between two neighbours; either may be missing.
import { generateKeyBetween } from 'fractional-indexing'

/** Two machines may have given neighbours the same place: what is put between them then stands behind the first. */
export const positionBetween = (before: string | null, after: string | null): string =>
  generateKeyBetween(before, before !== null && after !== null && after <= before ? null : after)
