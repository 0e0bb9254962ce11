// Takes everything out into a folder that the user chooses a place for.
import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { LongWork } from './LongWork.tsx'

export function TakeOut() {
  const t = useT()
  const format = useFormat()
  const shell = useShell()
  const [file, setFile] = useState<string | null>(null)
  const everything = useAction(useApi().exports.everything.act(), { errors: 'caller' })
  const showFile = useAction(shell.showFile())
  const choose = useAction(shell.chooseTarget(), {
    onDone: (target) => {
      if (target === null) return
      setFile(target.file)
      everything.mutate({ target: target.file })
    },
  })
  const done = everything.data

  if (everything.isPending) return <LongWork title={t('exports.page.running')} action={everything} />
  return (
    <>
      {everything.error && everything.error.code !== 'cancelled' && <ErrorNote error={everything.error} />}
      {done && (
        <Text role="status">
          {t('exports.page.done', { rows: done.rows, tables: done.tables, files: done.files, name: done.name })}
        </Text>
      )}
      {done && done.missing.length > 0 && (
        <Alert color="yellow">{t('exports.page.missing', { count: done.missing.length, names: done.missing.join(', ') })}</Alert>
      )}
      <Group gap="sm">
        <Button
          loading={choose.isPending}
          onClick={() => choose.mutate({ kind: 'folder', suggestedName: t('exports.page.folder_name', { day: format.today() }) })}
        >
          {t('exports.page.out_button')}
        </Button>
        {done && file !== null && (
          <Button variant="default" onClick={() => showFile.mutate({ file })}>
            {t('exports.show')}
          </Button>
        )}
      </Group>
    </>
  )
}
