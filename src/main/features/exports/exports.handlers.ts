// What each procedure of exports does. Files are written and read before the transaction, never in it.
import { basename } from 'node:path'
import { type CallContext, type Handlers, prepared } from '#main/rpc/handlers.ts'
import { exportView } from './export-view.ts'

export const exportsHandlers: Handlers['exports'] = {
  view: prepared(exportView, (_context: CallContext, { target }, rows: number) => ({ name: basename(target), rows })),
}
