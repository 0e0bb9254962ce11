// A calendar file as a table: a row an entry, in the wall clock of one time zone.
import type { IcsEntry, IcsPerson, IcsWarning } from '#shared/calendar/ics-entry.ts'
import { readCalendar } from '#shared/calendar/ics-read.ts'
import { decodeUnknown } from '#main/records/text/decode-text.ts'
import type { FileBytes } from '../file-bytes.ts'
import type { RowSource, SourceRow } from '../table-file.ts'

/** The row of an entry is its place in the file; entries that cannot be kept stand below with their reason. */
export const readCalendarTable = async (file: FileBytes, timeZone: string): Promise<RowSource> => {
  const { entries, warnings } = readCalendar(decodeUnknown(await file.whole()), timeZone)
  const rows = entries.map((entry, place): SourceRow => {
    const faults = warnings.filter(({ title, isSkipped }) => !isSkipped && title === entry.title).map(faultOf)
    return { row: place + 1, cells: columns.map(({ read }) => read(entry) ?? ''), ...(faults.length > 0 ? { faults } : {}) }
  })
  const skipped = warnings.filter(({ isSkipped }) => isSkipped)
  return {
    name: file.title,
    isHidden: false,
    isRagged: false,
    headings: columns.map(({ heading }) => heading),
    batches: async function* () {
      yield [...rows, ...skipped.map((warning, place) => skippedRow(warning, rows.length + place + 1))]
    },
  }
}

const columns: readonly { readonly heading: string; readonly read: (entry: IcsEntry) => string | null }[] = [
  { heading: 'Kind', read: ({ kind }) => kind },
  { heading: 'Title', read: ({ title }) => title },
  { heading: 'Date', read: ({ dueOn, dueTime }) => (dueOn === null || dueTime === null ? dueOn : `${dueOn} ${dueTime}`) },
  { heading: 'End date', read: ({ endsOn }) => endsOn },
  { heading: 'Duration (minutes)', read: ({ durationMinutes }) => (durationMinutes === null ? null : String(durationMinutes)) },
  { heading: 'Location', read: ({ location }) => location },
  { heading: 'Attendees', read: ({ people }) => people?.map(personText).join('; ') ?? null },
  { heading: 'Description', read: ({ text }) => text },
  { heading: 'Priority', read: ({ priority }) => priority },
  { heading: 'Completed', read: ({ doneAt }) => doneAt },
  { heading: 'Status', read: ({ isCancelled }) => (isCancelled ? 'CANCELLED' : null) },
  { heading: 'Recurrence', read: ({ recurrence }) => recurrence },
  { heading: 'UID', read: ({ uid }) => uid },
]

const personText = ({ name, email }: IcsPerson): string =>
  name === null || name.toLowerCase() === email ? email : `${name.replace(/[;,<>]/gu, ' ')} <${email}>`

type Fault = NonNullable<SourceRow['faults']>[number]

const faultOf = ({ key, params, isSkipped }: IcsWarning): Fault => ({
  column: null,
  severity: isSkipped ? 'refuse' : 'warn',
  messageKey: key,
  params: Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  ),
})

const skippedRow = (warning: IcsWarning, row: number): SourceRow => ({
  row,
  cells: columns.map(({ heading }) => (heading === 'Title' ? (warning.title ?? '—') : '')),
  faults: [faultOf(warning)],
})
