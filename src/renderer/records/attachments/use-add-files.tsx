// Adds files to a record, however they came: chosen, dropped or pasted. Programs are asked about, and what was refused is listed.
import { type ReactNode, useState } from 'react'
import { useClient } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import type { AddedFile } from '#shared/attachments/attachment.ts'
import type { RecordType } from '#shared/base/fields.ts'
import { AddProgress } from './AddProgress.tsx'
import { type GivenFile, toReference } from './given-files.ts'
import { type RefusedFile, RefusedFiles } from './RefusedFiles.tsx'

export interface RecordPlace {
  readonly recordType: RecordType
  readonly recordId: string
}

export interface AddFiles {
  readonly add: (files: readonly GivenFile[]) => void
  /** Asks for files in the system's dialog. */
  readonly choose: () => void
  readonly isBusy: boolean
  /** To be rendered: questions, progress and refusals. */
  readonly dialogs: ReactNode
}

export const useAddFiles = ({ recordType, recordId }: RecordPlace): AddFiles => {
  const t = useT()
  const { api, shell, quietLine } = useClient()
  const [question, setQuestion] = useState<{ readonly files: readonly GivenFile[]; readonly text: string } | null>(null)
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])

  const adding = useAction(api.attachments.add(), {
    errors: 'caller',
    said: ({ files }) => {
      const added = files.filter(({ outcome }) => outcome === 'added')
      return t('attachments.said.added', { count: added.length, name: added[0]?.name ?? '' })
    },
    onDone: ({ files }) => {
      setRefused(files.filter(isRefused))
      const [first] = files
      if (first && files.every(({ outcome }) => outcome === 'known')) {
        quietLine.say(t('attachments.said.known', { name: first.name }), null)
      }
    },
  })
  const send = (files: readonly GivenFile[], areProgramsAllowed: boolean) => {
    if (files.length === 0) return
    adding.mutate(
      { recordType, recordId, files: files.map(toReference), areProgramsAllowed },
      {
        onError: (error) => {
          if (error.messageKey === 'attachments.programs') setQuestion({ files, text: errorText(t, error).text })
          else quietLine.fail(error)
        },
        onSuccess: () => setQuestion(null),
      },
    )
  }
  const choosing = useAction(shell.chooseFiles(), {
    onDone: (chosen) =>
      send(
        chosen.map(({ file }) => file),
        false,
      ),
  })

  return {
    add: (files) => send(files, false),
    choose: () => choosing.mutate({}),
    isBusy: adding.isPending || choosing.isPending,
    dialogs: (
      <>
        {question && (
          <ConfirmModal
            isOpen
            title={t('attachments.programs_title')}
            confirmLabel={t('attachments.programs_confirm')}
            isBusy={adding.isPending}
            onConfirm={() => send(question.files, true)}
            onClose={() => setQuestion(null)}
          >
            {question.text}
          </ConfirmModal>
        )}
        {adding.progress && <AddProgress progress={adding.progress} onCancel={adding.cancel} />}
        {refused.length > 0 && <RefusedFiles files={refused} onClose={() => setRefused([])} />}
      </>
    ),
  }
}

const isRefused = (file: AddedFile): file is RefusedFile => file.outcome === 'refused'
