// What an activity stands on, who takes part in it, and when it is: from the names and moments of its row.
import { cutText } from '#shared/base/cut-text.ts'
import { wallTimeAt } from '#shared/calendar/zone.ts'
import { takenAs } from '#shared/imports/cell.ts'
import { noteFault, type RowReading, textOf } from '#shared/imports/reading.ts'
import type { Columns } from './kinds.ts'
import { peopleOf } from './people-of-row.ts'
import type { World } from './world.ts'

const LONGEST_TEXT = 20_000

interface Settling {
  readonly columns: Columns
  readonly ids: Readonly<Record<string, string | null>>
  readonly before: Readonly<Record<string, unknown>> | null
}

/** On the narrowest record that the row names, else the first person who takes part; without one it is its owner's own. */
export const settleActivity = (world: World, reading: RowReading, { columns, ids, before }: Settling): void => {
  const { office } = world
  const { known, others } = peopleOf(world, reading)
  const named = (['deal', 'ticket', 'contact', 'company'] as const).find((field) => typeof ids[field] === 'string')
  const [participant] = known
  if (named !== undefined) putOn(columns, named, ids[named])
  else if (before !== null && before['recordType'] !== 'user') {
    // It was given to a record before, and the row does not say another.
  } else if (participant !== undefined) putOn(columns, 'contact', participant)
  else putOn(columns, 'user', ids['owner'] ?? office.actorId)
  if (others.length > 0) nameOthers(reading, columns, others)

  const planned = textOf(reading, 'plannedAt')
  if (planned !== null) {
    const { day, time } = wallTimeAt(Date.parse(planned), office.timeZone)
    columns['dueOn'] ??= day
    if (time !== '00:00') columns['dueTime'] ??= time
  }
  if (reading.values['isDone'] === true) columns['doneAt'] ??= columns['happenedAt'] ?? office.now
}

const putOn = (columns: Columns, recordType: string, recordId: string | null | undefined): void => {
  columns['recordType'] = recordType
  columns['recordId'] = recordId
}

/** People whom nobody here knows stand in the text. */
const nameOthers = (reading: RowReading, columns: Columns, others: readonly string[]): void => {
  const value = others.join(', ')
  const text = columns['text']
  columns['text'] = cutText(typeof text === 'string' && text !== '' ? `${text}\n\n${value}` : value, LONGEST_TEXT)
  const { fault } = takenAs(null, 'imports.attendees.unknown', { value: cutText(value, 200) })
  noteFault(reading, fault, { field: 'attendees', value })
}
