// The first step: files are chosen or dropped, and what was recognised in them is shown.
import { useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { DropArea, DropZone } from '#renderer/ui/DropZone.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { fromDrop, fromToken, type ImportSource, withSources } from '../import-source.ts'
import { useImportSession } from '../import-session.ts'
import { PastImports } from '../past/PastImports.tsx'
import { ChosenFiles } from './ChosenFiles.tsx'

const RECENT = 5

export function FileStep() {
  const t = useT()
  const { session, change } = useImportSession()
  const add = (more: readonly ImportSource[]) => change({ sources: withSources(session.sources, more) })
  const choose = useAction(useShell().chooseFiles(), { errors: 'caller', onDone: (chosen) => add(chosen.map(fromToken)) })
  const drop = (files: readonly File[]) => add(files.map(fromDrop))

  if (session.sources.length > 0) {
    return (
      <DropArea label={t('imports.files.list')} onDrop={drop}>
        <ChosenFiles isChoosing={choose.isPending} error={choose.error} onAdd={() => choose.mutate({})} />
      </DropArea>
    )
  }
  return (
    <DropZone
      title={t('imports.choose.title')}
      text={t('imports.choose.text')}
      button={t('imports.choose.button')}
      hint={t('imports.choose.drop')}
      isBusy={choose.isPending}
      onChoose={() => choose.mutate({})}
      onDrop={drop}
    >
      {choose.isError && <ErrorNote error={choose.error} />}
      <PastImports limit={RECENT} />
    </DropZone>
  )
}
