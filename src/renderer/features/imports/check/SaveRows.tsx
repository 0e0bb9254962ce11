// Saves the rows that stay out, each with its reasons, as a file to be mended and imported.
import { Anchor, Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { AppError } from '#shared/base/app-error.ts'
import type { InspectedTable } from '#shared/imports/inspection.ts'
import type { ImportPlan } from '#shared/imports/plan.ts'
import { useImportSession } from '../import-session.ts'
import { stemOf } from '../import-source.ts'
import { type FateCounts, STAYING_OUT, stayingOut } from './fates.ts'

interface SaveRowsProps {
  readonly plan: ImportPlan
  /** Of the table in the plan. */
  readonly place: number
  readonly sheet: InspectedTable | undefined
  readonly counts: FateCounts
}

interface SavedRows {
  readonly rows: number
  readonly name: string
  readonly file: string
}

export function SaveRows({ plan, place, sheet, counts }: SaveRowsProps) {
  const t = useT()
  const api = useApi()
  const shell = useShell()
  const queryClient = useQueryClient()
  const { session } = useImportSession()
  const chooseTarget = useAction(shell.chooseTarget(), { errors: 'caller' })
  const showFile = useAction(shell.showFile())
  const source = session.sources[plan.tables[place]?.file ?? 0]
  const save = useMutation<SavedRows | null, AppError>({
    networkMode: 'always',
    mutationFn: async () => {
      const name = sheet && sheet.name !== '' ? sheet.name : stemOf(source?.name ?? '')
      const target = await chooseTarget.mutateAsync({ kind: 'csv', suggestedName: t('imports.check.refused_name', { name }) })
      if (target === null) return null
      // Reads the workspace and writes a file, so for the engine it is a query. It must run each time it is asked.
      const saving = api.imports.saveRows({
        files: session.sources.map(({ file }) => file),
        plan,
        table: place,
        fates: STAYING_OUT.filter((fate) => counts[fate] > 0),
        target: target.file,
      })
      const { rows } = await queryClient.fetchQuery({ ...saving, staleTime: 0, gcTime: 0 })
      return { rows, ...target }
    },
  })

  return (
    <Group gap="sm" role="status">
      {save.isError && <Text c="red">{errorText(t, save.error).text}</Text>}
      {save.data && (
        <>
          <Text>{t('imports.check.saved', { count: save.data.rows, name: save.data.name })}</Text>
          <Anchor component="button" type="button" onClick={() => save.data && showFile.mutate({ file: save.data.file })}>
            {t('imports.check.show_file')}
          </Anchor>
        </>
      )}
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {t('imports.check.save_rows', { count: stayingOut(counts) })}
      </Button>
    </Group>
  )
}
