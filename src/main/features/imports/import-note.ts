// The note that an import leaves of itself, in its own operation: every value it wrote knows by it where it comes from.
import { cutText } from '#shared/base/cut-text.ts'
import type { ImportPlan } from '#shared/imports/plan.ts'
import type { ImportResult } from '#shared/imports/preview.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import type { ImportDone } from './import-all.ts'
import type { ImportFiles } from './sheets.ts'

interface Noted {
  readonly plan: ImportPlan
  readonly files: ImportFiles
  readonly done: ImportDone
}

/** Written last, so that its version is the operation's end. An import that changed nothing leaves no note. */
export const noteImport = ({ tx, newId, actor }: MutationContext, { plan, files, done }: Noted): ImportResult => {
  const importId = newId()
  const tables = plan.tables.map(({ entity }, place) => {
    const { counts, made } = { counts: done.counts[place], made: done.made[place] }
    if (!counts || !made) throw new Error(`Table ${place} was not imported.`)
    return { entity, counts, made }
  })
  const isChanged = tables.some(({ counts }) => counts.new + counts.update > 0)
  const [first] = plan.tables
  if (isChanged) {
    tx.insert('imports', {
      id: importId,
      fileName: cutText(files.files.map(({ name }) => name).join(' · '), 400),
      fileHash: first ? files.sheet(first.file, first.table).spool.fileHash : null,
      ...{ sourceId: plan.sourceId, mappingId: plan.mappingId, byId: actor.userId },
      counts: JSON.stringify(tables.map(({ entity, counts }) => ({ entity, counts }))),
    })
  }
  return { importId, tables }
}
