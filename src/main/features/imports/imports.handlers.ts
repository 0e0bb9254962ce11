// What each imports procedure does.
import { AppError } from '#shared/base/app-error.ts'
import type { Handlers } from '#main/rpc/handlers.ts'

const later = (): never => {
  throw new AppError('unavailable', 'errors.internal')
}

export const importsHandlers: Handlers['imports'] = {
  inspect: later,
  preview: later,
  rows: later,
  run: later,
  saveRows: later,
  mappings: () => [],
  mapping: later,
  saveMapping: later,
  removeMapping: later,
  sources: () => [],
  saveSource: later,
  removeSource: later,
  past: () => ({ imports: [], next: null }),
  editedSince: () => ({ total: 0, listed: [] }),
  takeBack: later,
  lineage: () => [],
}
