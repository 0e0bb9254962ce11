// Printing a page and saving it as PDF. What is saved and printed is what the preview shows.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import type { AppError } from '#shared/base/app-error.ts'
import type { Printable } from '#shared/shell/shell.contract.ts'

export interface SavedFile {
  readonly file: string
  readonly name: string
}

/** `suggestedName`: of the file, without its ending. */
export const usePaperOutput = (printable: Printable, suggestedName: string) => {
  const shell = useShell()
  const print = useAction(shell.print(), { errors: 'caller' })
  const chooseTarget = useAction(shell.chooseTarget(), { errors: 'caller' })
  const savePdf = useAction(shell.savePdf(), { errors: 'caller' })
  const showFile = useAction(shell.showFile())
  const [saved, setSaved] = useState<SavedFile | null>(null)

  const save = useMutation<SavedFile | null, AppError>({
    networkMode: 'always',
    mutationFn: async () => {
      const target = await chooseTarget.mutateAsync({ kind: 'pdf', suggestedName })
      if (target === null) return null
      const { name } = await savePdf.mutateAsync({ printable, target: target.file })
      return { file: target.file, name }
    },
    onSuccess: (file) => {
      if (file) setSaved(file)
    },
  })
  return { print, save, saved, showFile: (file: string) => showFile.mutate({ file }) }
}
