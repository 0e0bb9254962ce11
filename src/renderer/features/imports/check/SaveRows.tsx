// Saves the rows that stay out, each with its reasons, as a file to be mended and imported.
import { Anchor, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
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
  const shell = useShell()
  const { session } = useImportSession()
  const [saved, setSaved] = useState<SavedRows | null>(null)
  const showFile = useAction(shell.showFile())
  const save = useAction(useApi().imports.saveRows.act(), { errors: 'caller' })
  const choose = useAction(shell.chooseTarget(), {
    errors: 'caller',
    onDone: (target) => {
      if (target === null) return
      const input = {
        files: session.sources.map(({ file }) => file),
        ...{ plan, table: place, target: target.file },
        fates: STAYING_OUT.filter((fate) => counts[fate] > 0),
      }
      save.mutate(input, { onSuccess: ({ rows }) => setSaved({ rows, ...target }) })
    },
  })
  const source = session.sources[plan.tables[place]?.file ?? 0]
  const name = sheet && sheet.name !== '' ? sheet.name : stemOf(source?.name ?? '')
  const error = choose.error ?? save.error

  return (
    <Group gap="sm" role="status">
      {error && <Text c="red">{errorText(t, error).text}</Text>}
      {saved && (
        <>
          <Text>{t('imports.check.saved', { count: saved.rows, name: saved.name })}</Text>
          <Anchor component="button" type="button" onClick={() => showFile.mutate({ file: saved.file })}>
            {t('imports.check.show_file')}
          </Anchor>
        </>
      )}
      <Button
        variant="default"
        loading={save.isPending}
        onClick={() => choose.mutate({ kind: 'csv', suggestedName: t('imports.check.refused_name', { name }) })}
      >
        {t('imports.check.save_rows', { count: stayingOut(counts) })}
      </Button>
    </Group>
  )
}
