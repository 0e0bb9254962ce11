// The pictures of cards: kept in the workspace's store before the import writes, so that its transaction only says whose they are.
import { photoEnding } from '#shared/attachments/file-kinds.ts'
import { takenAs } from '#shared/imports/cell.ts'
import type { ImportPlan, TablePlan } from '#shared/imports/plan.ts'
import { rowFault, type RowReading } from '#shared/imports/reading.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import type { TablePicture } from '#main/tables/table-file.ts'
import { listKeptHashes } from './imports.repository.ts'
import { hasField } from './row-steps.ts'
import type { ImportFiles } from './sheets.ts'

const MEGABYTE = 1024 * 1024

export interface Pictures {
  /** The picture that a row brings along; null: none that can come in, for which the row gets its reason. */
  readonly of: (reading: RowReading) => TablePicture | null
}

/** Those of one table. A row whose cell was emptied has none. */
export const picturesOf = (context: Pick<CallContext, 'run'>, files: ImportFiles, table: TablePlan): Pictures => {
  if (!hasField(table, 'photo')) return { of: () => null }
  const pictures = files.fileAt(table.file)?.pictures
  const { attachmentLimitMb: limit } = context.run('settings.get', {})
  return {
    of: (reading) => {
      const said = reading.values['photo']
      if (typeof said !== 'string') return null
      const picture = pictures?.get(reading.row) ?? null
      const { fault } =
        picture === null || photoEnding(picture.mimeType) === null
          ? takenAs(null, 'imports.photo.unreadable')
          : picture.bytes.length > limit * MEGABYTE
            ? takenAs(null, 'imports.photo.too_big', {
                ...{ name: picture.name, megabytes: Math.ceil(picture.bytes.length / MEGABYTE), limit },
              })
            : { fault: null }
      if (fault === null) return picture
      const column = table.columns.findIndex(({ field }) => field === 'photo')
      reading.values['photo'] = null
      reading.faults.push(rowFault(fault, column < 0 ? { field: 'photo', value: said } : { column, field: 'photo', value: said }))
      return null
    },
  }
}

/** Puts the pictures of a plan's tables into the store. Those that records have already lie there. */
export const keepPictures = async (context: CallContext, plan: ImportPlan, files: ImportFiles): Promise<void> => {
  const { attachmentLimitMb: limit } = context.run('settings.get', {})
  const wanted = new Set(plan.tables.filter((table) => hasField(table, 'photo')).map(({ file }) => file))
  const pictures = [...wanted].flatMap((file) => [...(files.fileAt(file)?.pictures?.values() ?? [])])
  const known = new Set(pictures.length === 0 ? [] : listKeptHashes(context.db))
  for (const [place, { hash, mimeType, bytes }] of pictures.entries()) {
    context.progress('imports.step.pictures', place, pictures.length)
    context.checkCancelled()
    if (known.has(hash) || photoEnding(mimeType) === null || bytes.length > limit * MEGABYTE) continue
    await context.attachments.keep([bytes])
    known.add(hash)
  }
}
