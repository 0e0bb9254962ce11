// What is taken and what is left when records are merged. The same for the screen, which shows it, and for the engine, which does it.
import type { MergeChoices, MergeField, MergeValue } from './merge.ts'

/**
 * The place among the records of the one whose value stays. A choice that names none of them is as good as none, and so is one that would
 * leave further numbers without a main one.
 */
export const chosenPlace = (field: MergeField, ids: readonly string[], winnerId: string, choices: MergeChoices): number => {
  const wanted = ids.indexOf(field.isFixed ? winnerId : (choices[field.field] ?? field.proposedId))
  const isSound = wanted >= 0 && (field.values[wanted]?.group !== null || !field.values.some(({ isUnited }) => isUnited))
  return isSound ? wanted : ids.indexOf(field.proposedId)
}

export type FieldState = 'differs' | 'filled' | 'alike'

/** `filled`: all that have a value have the same, and some have none. */
export const fieldState = ({ values }: MergeField): FieldState => {
  const groups = new Set(values.map(({ group }) => group))
  const isSomeEmpty = groups.delete(null)
  return groups.size > 1 ? 'differs' : isSomeEmpty ? 'filled' : 'alike'
}

/**
 * The value proposed, as the place of its record. `order`: the winner first, then the others. The fullest of them where `weights` says how
 * full each is, else the first that is not empty; where all are, the winner's.
 */
export const proposedPlace = (values: readonly MergeValue[], order: readonly number[], weights: readonly number[]): number => {
  const filled = order.filter((place) => (values[place]?.group ?? null) !== null)
  const [first = order[0] ?? 0] = filled.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0))
  return first
}

export interface LeftValue {
  readonly recordId: string
  readonly field: MergeField
  readonly value: MergeValue
}

/** The values that stand nowhere on the winner afterwards, record by record: they go into its note, the winner's own among them. */
export const leftValues = (
  fields: readonly MergeField[],
  ids: readonly string[],
  winnerId: string,
  choices: MergeChoices,
): readonly LeftValue[] =>
  ids.flatMap((recordId, place) =>
    fields.flatMap((field) => {
      const value = field.values[place]
      const taken = field.values[chosenPlace(field, ids, winnerId, choices)]
      return !value || value.isUnited || value.group === null || value.group === taken?.group ? [] : [{ recordId, field, value }]
    }),
  )
