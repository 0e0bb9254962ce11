// What each procedure of calendar files does. Files are read and written before or after the transaction, never in it.
import { open, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'
import type { IcsEntry } from '#shared/calendar/ics-entry.ts'
import { type ReadCalendar, readCalendar } from '#shared/calendar/ics-read.ts'
import { writeCalendar } from '#shared/calendar/ics-write.ts'
import { asDiskFault, errorCode } from '#main/attachments/disk.ts'
import { openFileSource } from '#main/attachments/file-source.ts'
import { type CallContext, type Handlers, type MutationContext, prepared } from '#main/rpc/handlers.ts'
import { requireActivity } from './activity-checks.ts'
import { entriesBetween, entriesOf } from './calendar-export.ts'
import { calledOffBy, findEntry, importEntries } from './calendar-import.ts'

const MEGABYTE = 1024 * 1024
const MAX_MEGABYTES = 20

export const calendarFilesHandlers: Handlers['calendarFiles'] = {
  preview: prepared(
    (context, { file }) => readFile(context, file),
    (context: CallContext, _input, { name, method, entries, warnings }: ReadCalendar) => ({
      ...{ name, method, warnings: [...warnings] },
      entries: entries.map((entry) => {
        const { kind, title, dueOn, dueTime, endsOn, recurrence } = entry
        return {
          kind,
          title,
          dueOn,
          dueTime,
          endsOn,
          recurrence,
          isHere: findEntry(context.db, entry) !== undefined,
          callsOff: calledOffBy(context, entry) !== null,
        }
      }),
    }),
  ),

  import: prepared(
    (context, { file }) => readFile(context, file),
    (context: MutationContext, { recordType, recordId }, { entries, warnings }: ReadCalendar) => {
      const done = importEntries(context, entries, { recordType, recordId })
      const said = [...warnings, ...done.warnings]
      return { ...done, warnings: said, skipped: said.filter(({ isSkipped }) => isSkipped).length }
    },
  ),

  export: prepared(
    (context, { target, ...asked }) => writeFile(context, target, entriesBetween(context, asked)),
    (_context: CallContext, _input, count: number) => ({ count }),
  ),

  exportOne: prepared(
    (context, { target, id }) => {
      const named = requireActivity(context, id)
      const whole = named.seriesId === null ? named : requireActivity(context, named.seriesId)
      return writeFile(context, target, entriesOf(context, whole))
    },
    (_context: CallContext, _input, count: number) => ({ count }),
  ),
}

const readFile = async ({ run }: CallContext, path: string): Promise<ReadCalendar> => {
  const { timeZone } = run('settings.get', {})
  const source = await openFileSource(path)
  if (source.size > MAX_MEGABYTES * MEGABYTE) {
    throw new AppError('invalid_input', 'calendar.ics.tooBig', { name: basename(path), limit: MAX_MEGABYTES })
  }
  return readCalendar(decoded(await source.bytes()), timeZone)
}

/** Calendar files are UTF-8; old Chinese programs write GB 18030 all the same. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('gb18030').decode(bytes)
    throw error
  }
}

/** Beside and then moved into place, so that half a file never stands for all of it. Answers how many entries it holds. */
const writeFile = async (context: CallContext, target: string, entries: readonly IcsEntry[]): Promise<number> => {
  const { timeZone, workspaceName } = context.run('settings.get', {})
  const text = writeCalendar(entries, { timeZone, stamp: context.now(), name: workspaceName })
  const unfinished = `${target}.part`
  try {
    const file = await open(unfinished, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { force: true })
    const fault = asDiskFault(error)
    if (fault instanceof AppError || errorCode(error) === '') throw fault
    throw new AppError('unavailable', 'calendar.ics.notWritten', { name: basename(target) }, { cause: error })
  }
  return entries.length
}
