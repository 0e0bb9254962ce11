// Comparing all records, and keeping what was found.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import type { AppError } from '#shared/base/app-error.ts'
import type { Progress } from '#shared/base/procedure.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'

export interface Scan {
  readonly isRunning: boolean
  readonly progress: Progress | null
  readonly error: AppError | null
  readonly start: () => void
  readonly cancel: () => void
}

export const useScan = (recordType: CustomerType): Scan => {
  const { duplicates } = useApi()
  const keep = useAction(duplicates.keep())
  const scan = useAction(duplicates.scan.act(), {
    errors: 'caller',
    onDone: (result) => keep.mutate({ recordType, result }),
  })
  return {
    isRunning: scan.isPending || keep.isPending,
    progress: scan.progress,
    error: scan.error,
    start: () => scan.mutate({ recordType }),
    cancel: scan.cancel,
  }
}
