// Which source is stronger than which: for everything, and for single fields that have an order of their own. Pure.
import type { ImportSource } from './sources.ts'

type Ranked = Pick<ImportSource, 'id' | 'rank' | 'priorities'>

/** Room between two sources, as long as there are not too many. */
const STEP = 10
export const WEAKEST = 1000

/** How strong a source is in a field (`company.phone`; null: in general). The lower, the stronger. */
export const rankOf = ({ rank, priorities }: Pick<Ranked, 'rank' | 'priorities'>, field: string | null): number =>
  field === null ? rank : (priorities[field] ?? rank)

/** The strongest first; `sources` in their general order. */
export const orderedFor = <Source extends Ranked>(sources: readonly Source[], field: string | null): Source[] =>
  sources.toSorted((one, other) => rankOf(one, field) - rankOf(other, field))

/** The fields that have an order of their own. */
export const fieldsWithOrder = (sources: readonly Pick<Ranked, 'priorities'>[]): string[] =>
  [...new Set(sources.flatMap(({ priorities }) => Object.keys(priorities)))].toSorted((one, other) => one.localeCompare(other))

interface Move {
  readonly id: string
  /** Null: behind all. */
  readonly beforeId: string | null
  readonly field: string | null
}

/** The ranks of all sources once one of them was put elsewhere. Those that were as strong as each other stay so, but for the one that moves. */
export const ranksAfterMove = (sources: readonly Ranked[], { id, beforeId, field }: Move): ReadonlyMap<string, number> => {
  const ordered = orderedFor(sources, field)
  const others = ordered.filter((source) => source.id !== id)
  const at = beforeId === null ? others.length : others.findIndex((source) => source.id === beforeId)
  const before = others.slice(0, at === -1 ? others.length : at)
  const behind = others.slice(before.length)
  const tied = (group: readonly Ranked[]): Ranked[][] => [...Map.groupBy(group, (source) => rankOf(source, field)).values()]
  const moved = ordered.filter((source) => source.id === id)
  const groups = [...tied(before), moved, ...tied(behind)]
  const step = Math.max(1, Math.min(STEP, Math.floor(WEAKEST / groups.length)))
  return new Map(groups.flatMap((group, place) => group.map((source) => [source.id, Math.min(WEAKEST, place * step)] as const)))
}

/** Where a new source stands in the fields that have an order of their own: behind all, so that nobody is overwritten by a newcomer. */
export const prioritiesOfNewcomer = (sources: readonly Ranked[]): Record<string, number> =>
  Object.fromEntries(
    fieldsWithOrder(sources).map((field) => [
      field,
      Math.min(WEAKEST, Math.max(...sources.map((source) => rankOf(source, field))) + STEP),
    ]),
  )

/** The rank behind all others. */
export const rankOfNewcomer = (sources: readonly Ranked[]): number =>
  Math.min(WEAKEST, Math.max(0, ...sources.map(({ rank }) => rank)) + STEP)
