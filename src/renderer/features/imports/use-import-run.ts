// The import itself: its progress, giving up, and the operation that takes it back.
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { useApi, useClient } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { AppError } from '#shared/base/app-error.ts'
import type { Progress } from '#shared/base/procedure.ts'
import type { ImportPlan, importResult } from '#shared/imports/import.ts'
import type { ImportSource } from './import-source.ts'

export interface ImportOutcome {
  readonly result: z.infer<typeof importResult>
  readonly operation: string | null
}

interface ImportRunOptions {
  readonly source: ImportSource
  readonly plan: ImportPlan
  readonly onDone: (outcome: ImportOutcome) => void
}

export const useImportRun = ({ source, plan, onDone }: ImportRunOptions) => {
  const t = useT()
  const api = useApi()
  const { quietLine } = useClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const controller = useRef<AbortController | null>(null)

  const run = useMutation<ImportOutcome, AppError>({
    mutationKey: ['imports.run'],
    networkMode: 'always',
    mutationFn: async () => {
      controller.current = new AbortController()
      const { data, operation } = await api.imports
        .run()
        .run({ file: source.file, plan }, { signal: controller.current.signal, onProgress: setProgress })
      return { result: data, operation }
    },
    onSuccess: (outcome) => {
      quietLine.say(t('imports.said.imported', { count: outcome.result.created, name: source.name }), outcome.operation)
      onDone(outcome)
    },
    onSettled: () => setProgress(null),
  })

  return {
    isRunning: run.isPending,
    error: run.error,
    progress,
    start: () => run.mutate(),
    cancel: () => controller.current?.abort(),
  }
}
