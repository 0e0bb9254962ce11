// Writing a list to a file: where to is asked first, then it runs with its count, and what was written can be shown.
import { useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { type Action, useAction } from '#renderer/api/use-action.ts'
import { useLanguage } from '#renderer/i18n/i18n-context.tsx'
import { AppError } from '#shared/base/app-error.ts'
import type { ExportFormat } from '#shared/exports/exports.contract.ts'
import type { ListQuestion } from '#shared/lists/list-question.ts'

export interface ExportWish {
  readonly question: ListQuestion
  readonly columns: readonly string[]
  readonly group: string | null
  /** Null: all rows. */
  readonly only: readonly string[] | null
  readonly except: readonly string[]
  readonly format: ExportFormat
  readonly days: 'iso' | 'shown'
  readonly withPoints: boolean
  readonly vcardVersion: '3.0' | '4.0'
}

export interface Written {
  readonly rows: number
  readonly name: string
  readonly file: string
}

export interface ListExport {
  readonly isRunning: boolean
  readonly progress: Action<unknown, unknown>['progress']
  readonly cancel: () => void
  readonly error: AppError | null
  readonly written: Written | null
  readonly start: (wish: ExportWish, suggestedName: string) => void
  readonly show: () => void
}

const endings = { xlsx: 'xlsx', csv: 'csv', vcard: 'vcf' } as const

export const useExport = (): ListExport => {
  const api = useApi()
  const shell = useShell()
  const language = useLanguage()
  const chooseTarget = useAction(shell.chooseTarget(), { errors: 'caller' })
  const write = useAction(api.exports.view.act(), { errors: 'caller' })
  const showFile = useAction(shell.showFile())
  const [written, setWritten] = useState<Written | null>(null)

  const run = async ({ question, columns, only, except, ...wish }: ExportWish, suggestedName: string) => {
    setWritten(null)
    write.reset()
    const target = await chooseTarget.mutateAsync({ kind: endings[wish.format], suggestedName })
    if (target === null) return
    const done = await write.mutateAsync({
      ...question,
      ...wish,
      ...{ columns: [...columns], only: only && [...only], except: [...except], language, target: target.file },
    })
    setWritten({ ...done, file: target.file })
  }
  const error = chooseTarget.error ?? write.error
  return {
    isRunning: chooseTarget.isPending || write.isPending,
    progress: write.progress,
    cancel: write.cancel,
    // Who stopped it knows.
    error: error?.code === 'cancelled' ? null : error,
    written,
    start: (wish, suggestedName) =>
      void run(wish, suggestedName).catch((thrown: unknown) => {
        // It is shown by the form.
        if (!(thrown instanceof AppError)) throw thrown
      }),
    show: () => written && showFile.mutate({ file: written.file }),
  }
}
