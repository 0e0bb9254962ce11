// What can be done with a file wherever it is shown: open it with its own program, save a copy. A program is asked about first.
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useClient } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import type { AppError } from '#shared/base/app-error.ts'
import { isProgram, shownFileName } from '#shared/attachments/file-names.ts'

export interface ShownFile {
  readonly id: string
  readonly name: string
}

export interface FileActions {
  readonly open: (file: ShownFile) => void
  readonly saveCopy: (file: ShownFile) => void
  /** To be rendered: the question before a program is opened. */
  readonly question: ReactNode
}

export const useFileActions = (): FileActions => {
  const t = useT()
  const { api, shell, queryClient, quietLine } = useClient()
  const [program, setProgram] = useState<ShownFile | null>(null)
  const onError = (error: AppError) => quietLine.fail(error)
  const opening = useMutation<unknown, AppError, { readonly file: ShownFile; readonly isProgramAllowed: boolean }>({
    networkMode: 'always',
    mutationFn: ({ file, isProgramAllowed }) => shell.openAttachment().run({ id: file.id, isProgramAllowed }),
    onError,
    onSettled: () => setProgram(null),
  })
  const saving = useMutation<string | null, AppError, ShownFile>({
    networkMode: 'always',
    mutationFn: async ({ id, name }) => {
      const { data: target } = await shell.chooseTarget().run({ kind: 'any', suggestedName: name })
      if (target === null) return null
      // Writes a file, but nothing of the workspace: for the engine it is a query, to be run each time it is asked.
      await queryClient.fetchQuery({ ...api.attachments.saveCopy({ id, target: target.file }), staleTime: 0, gcTime: 0 })
      return target.name
    },
    onSuccess: (name) => {
      if (name !== null) quietLine.say(t('attachments.said.saved', { name }), null)
    },
    onError,
  })

  return {
    open: (file) => (isProgram(file.name) ? setProgram(file) : opening.mutate({ file, isProgramAllowed: false })),
    saveCopy: (file) => saving.mutate(file),
    question: program && (
      <ConfirmModal
        isOpen
        title={t('attachments.open_program_title')}
        confirmLabel={t('attachments.open_program_confirm')}
        isBusy={opening.isPending}
        onConfirm={() => opening.mutate({ file: program, isProgramAllowed: true })}
        onClose={() => setProgram(null)}
      >
        {t('attachments.programToOpen', { name: shownFileName(program.name) })}
      </ConfirmModal>
    ),
  }
}
