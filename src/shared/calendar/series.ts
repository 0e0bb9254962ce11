// A series of tasks or appointments: one row that says how it repeats, and rows of their own for the occurrences that differ ("detached":
// done, moved, renamed). Completing or changing one never touches the others. Each edit answers what is to be written; it writes nothing.
import type { ActivityRecordType } from '#shared/activities/activity.ts'
import { addDays, daysBetween } from './days.ts'
import {
  endRuleBefore,
  firstDayOfRule,
  nextOccurrence,
  occurrencesBefore,
  occurrencesBetween,
  ruleOfParts,
  ruleParts,
} from './recurrence.ts'
import { sameOccurrence, shiftRule } from './shift-rule.ts'

/** What can differ from occurrence to occurrence. `dueTime` null: all day; `endsOn`: the last day of one that takes several. */
export interface OccurrenceFields {
  readonly title: string | null
  readonly text: string | null
  readonly dueOn: string
  readonly dueTime: string | null
  readonly endsOn: string | null
  readonly durationMinutes: number | null
  readonly reminderMinutes: number | null
  readonly location: string | null
  readonly priority: 'low' | 'normal' | 'high' | null
  readonly ownerId: string | null
  readonly recordType: ActivityRecordType
  readonly recordId: string
}
type Changes = Partial<OccurrenceFields>

export interface SeriesMaster {
  readonly recurrence: string
  readonly dueOn: string
  readonly endsOn: string | null
  readonly exDays: readonly string[]
}

export interface DetachedOccurrence {
  readonly id: string
  readonly occurrenceOn: string
  readonly doneAt: string | null
}

export interface Series {
  readonly master: SeriesMaster
  readonly detached: readonly DetachedOccurrence[]
}

/** `recurrence` null: no longer repeats. */
export type SeriesChanges = Changes & { readonly recurrence?: string | null }

interface Repeats {
  readonly recurrence: string | null
  readonly exDays: readonly string[]
}

/** What an edit writes. `null` and empty lists: nothing. */
export interface SeriesEdit {
  readonly master: (Changes & Partial<Repeats>) | null
  /** A new row for one occurrence: the master's fields with these over them. */
  readonly detach: (Changes & { readonly occurrenceOn: string; readonly dueOn: string; readonly doneAt: string | null }) | null
  /** A new series: the master's fields with these over them. */
  readonly newSeries: (Changes & Repeats & { readonly dueOn: string }) | null
  /** Changes of detached rows; `isMoved`: the row goes over to the new series. */
  readonly detached: readonly {
    readonly id: string
    readonly isMoved: boolean
    readonly changes: Changes & { readonly occurrenceOn?: string }
  }[]
}

const nothing: SeriesEdit = { master: null, detach: null, newSeries: null, detached: [] }

const repetitionOf = ({ master, detached }: Series) => ({
  rule: master.recurrence,
  startsOn: master.dueOn,
  exDays: [...master.exDays, ...detached.map(({ occurrenceOn }) => occurrenceOn)],
})

/** The days on which the series still stands as its master says: neither skipped nor detached. */
export const openDays = (
  series: Series,
  span: { readonly from: string; readonly to: string; readonly limit?: number },
): { readonly days: readonly string[]; readonly isCut: boolean } => occurrencesBetween(repetitionOf(series), span)

/** The first such day after a day (`null`: of all), or `null` when the series is through. */
export const nextOpenDay = (series: Series, after: string | null): string | null => nextOccurrence(repetitionOf(series), after)

export const isOpenDay = (series: Series, day: string): boolean => openDays(series, { from: day, to: day }).days.length > 0

/** When the occurrence of a day ends, for series whose occurrences take several days. */
export const endOfOccurrence = ({ dueOn, endsOn }: Pick<SeriesMaster, 'dueOn' | 'endsOn'>, on: string): string | null =>
  endsOn === null ? null : addDays(endsOn, daysBetween(dueOn, on))

/**
 * A series begins on its first open day: what lies before is done, moved or left out, each by itself. Answers what moves on; null: nothing
 * does, `over`: no day is open any more.
 */
export const movedOn = (
  series: Series,
): (Repeats & { readonly dueOn: string; readonly endsOn: string | null }) | 'over' | null => {
  const { master } = series
  const dueOn = nextOpenDay(series, null)
  if (dueOn === null) return 'over'
  if (dueOn === master.dueOn) return null
  const past = occurrencesBefore({ rule: master.recurrence, startsOn: master.dueOn, exDays: [] }, dueOn)
  return {
    dueOn,
    endsOn: endOfOccurrence(master, dueOn),
    recurrence: withoutFirst(master.recurrence, past),
    exDays: master.exDays.filter((day) => day > dueOn),
  }
}

/** One is done; the others stay open. */
export const completeOccurrence = ({ master }: Series, on: string, at: string): SeriesEdit => ({
  ...nothing,
  detach: { occurrenceOn: on, dueOn: on, endsOn: endOfOccurrence(master, on), doneAt: at },
})

/** One does not take place. */
export const skipOccurrence = ({ master }: Series, on: string): SeriesEdit => ({
  ...nothing,
  master: { exDays: [...new Set([...master.exDays, on])].toSorted() },
})

/** This one and all later ones do not take place. Answers null where none would be left before it. */
export const endBefore = ({ master }: Series, on: string): SeriesEdit | null => {
  const past = occurrencesBefore({ rule: master.recurrence, startsOn: master.dueOn, exDays: [] }, on)
  if (past === 0) return null
  const exDays = master.exDays.filter((day) => day < on)
  return { ...nothing, master: { recurrence: endRuleBefore(master.recurrence, on), exDays } }
}

/** One is different. How the series repeats is no matter of one occurrence. */
export const editOccurrence = (
  { master }: Series,
  on: string,
  { recurrence: _recurrence, ...changes }: SeriesChanges,
): SeriesEdit => {
  const dueOn = changes.dueOn ?? on
  return { ...nothing, detach: { endsOn: endOfOccurrence(master, dueOn), ...changes, dueOn, occurrenceOn: on, doneAt: null } }
}

/**
 * All are different. A new day is the day of the occurrence at hand: the rule and the days taken out move along with it. Occurrences that
 * are done stay as they were; open ones that differ take the changes over, but keep a day and time of their own.
 */
export const editAll = (series: Series, on: string, changes: SeriesChanges): SeriesEdit => {
  const { master, detached } = series
  const to = changes.dueOn ?? on
  const { recurrence, ...fields } = changes
  if (recurrence === null) return { ...nothing, master: { ...placed(master, to, fields), recurrence, exDays: [] } }
  const rule = recurrence ?? shiftRule(master.recurrence, { from: on, to })
  if (rule === master.recurrence && to === on) {
    const { dueOn: _dueOn, endsOn, ...rest } = fields
    const end = endsOn === undefined ? {} : { endsOn: endsOn === null ? null : addDays(master.dueOn, daysBetween(on, endsOn)) }
    return { ...nothing, master: { ...rest, ...end }, detached: takenOver(detached, fields) }
  }
  const shifted = addDays(master.dueOn, daysBetween(on, to))
  const startsOn = firstDayOfRule(rule, shifted) ?? shifted
  const before = { rule: master.recurrence, startsOn: master.dueOn, exDays: [] }
  // Days before the series' present begin are over and stay what they were.
  const moved = (day: string): string =>
    day < master.dueOn ? day : (sameOccurrence(before, { rule, startsOn, exDays: [] }, day) ?? day)
  const taken = new Map(takenOver(detached, fields).map((edit) => [edit.id, edit.changes]))
  return {
    ...nothing,
    master: { ...placed(master, startsOn, fields), recurrence: rule, exDays: master.exDays.map(moved) },
    detached: detached.map(({ id, occurrenceOn }) => ({
      ...{ id, isMoved: false },
      changes: { ...taken.get(id), occurrenceOn: moved(occurrenceOn) },
    })),
  }
}

/** This one and all later ones are different: the series ends before it, and a new one begins. */
export const editFollowing = (series: Series, on: string, changes: SeriesChanges): SeriesEdit => {
  const { master, detached } = series
  const past = occurrencesBefore({ rule: master.recurrence, startsOn: master.dueOn, exDays: [] }, on)
  if (past === 0) return editAll(series, on, changes)
  const { recurrence, ...fields } = changes
  const to = fields.dueOn ?? on
  const rest = withoutFirst(master.recurrence, past)
  const rule = recurrence === undefined ? shiftRule(rest, { from: on, to }) : recurrence
  const startsOn = rule === null ? to : (firstDayOfRule(rule, to) ?? to)
  const moved = (day: string): string =>
    rule === null ? day : (sameOccurrence({ rule: rest, startsOn: on, exDays: [] }, { rule, startsOn, exDays: [] }, day) ?? day)
  const later = detached.filter(({ occurrenceOn }) => occurrenceOn >= on)
  const taken = new Map(takenOver(later, fields).map((edit) => [edit.id, edit.changes]))
  return {
    ...nothing,
    master: { recurrence: endRuleBefore(master.recurrence, on), exDays: master.exDays.filter((day) => day < on) },
    newSeries: {
      ...placed(master, startsOn, fields),
      recurrence: rule,
      exDays: rule === null ? [] : master.exDays.filter((day) => day >= on).map(moved),
    },
    detached: later.map(({ id, occurrenceOn }) => ({
      ...{ id, isMoved: true },
      changes: { ...taken.get(id), occurrenceOn: moved(occurrenceOn) },
    })),
  }
}

/** Changes of a series that begins on a day: it ends as many days later as before, unless they say otherwise. */
const placed = (master: SeriesMaster, startsOn: string, changes: Changes): Changes & { readonly dueOn: string } => {
  const asked = changes.endsOn
  const from = changes.dueOn ?? startsOn
  const endsOn =
    asked === undefined || asked === null ? endOfOccurrence(master, startsOn) : addDays(startsOn, daysBetween(from, asked))
  return { ...changes, dueOn: startsOn, endsOn: asked === null ? null : endsOn }
}

/** The end by number counts from the first occurrence, so the rest of a series has so many fewer. */
const withoutFirst = (rule: string, past: number): string => {
  const parts = new Map(ruleParts(rule))
  const count = parts.get('COUNT')
  if (count !== undefined) parts.set('COUNT', String(Math.max(1, Number(count) - past)))
  return ruleOfParts(parts)
}

const takenOver = (
  detached: readonly DetachedOccurrence[],
  { dueOn: _dueOn, dueTime: _dueTime, endsOn: _endsOn, ...fields }: Changes,
): SeriesEdit['detached'] =>
  Object.keys(fields).length === 0
    ? []
    : detached.filter(({ doneAt }) => doneAt === null).map(({ id }) => ({ id, isMoved: false, changes: fields }))
