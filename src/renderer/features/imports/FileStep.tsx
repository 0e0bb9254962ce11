// The first step: a file is chosen or dropped.
import { useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { DropZone } from '#renderer/ui/DropZone.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { fromDrop, fromToken, type ImportSource } from './import-source.ts'

export function FileStep({ onChosen }: { readonly onChosen: (source: ImportSource) => void }) {
  const t = useT()
  const choose = useAction(useShell().chooseFile(), {
    errors: 'caller',
    onDone: (chosen) => {
      if (chosen) onChosen(fromToken(chosen))
    },
  })

  return (
    <DropZone
      title={t('imports.choose.title')}
      text={t('imports.choose.text')}
      button={t('imports.choose.button')}
      hint={t('imports.choose.drop')}
      isBusy={choose.isPending}
      onChoose={() => choose.mutate({ kind: 'csv' })}
      onDrop={(file) => onChosen(fromDrop(file))}
    >
      {choose.isError && <ErrorNote error={choose.error} />}
    </DropZone>
  )
}
