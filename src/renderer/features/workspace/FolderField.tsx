// Where the workspace is put on this computer's disk.
import { Button, Group, Input, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'

interface FolderFieldProps {
  /** Null: the usual place. */
  readonly value: string | null
  readonly onChange: (folder: string) => void
}

export function FolderField({ value, onChange }: FolderFieldProps) {
  const t = useT()
  const usual = useQuery(useApi().workspace.status({})).data?.folder ?? ''
  const choose = useAction(useShell().chooseFolder(), { onDone: (chosen) => chosen && onChange(chosen.folder) })
  return (
    <Input.Wrapper label={t('entry.create.folder')} description={t('entry.create.folder_hint')} labelElement="div">
      <Group gap="sm" wrap="nowrap">
        <TextInput flex={1} readOnly aria-label={t('entry.create.folder')} value={value ?? usual} />
        <Button variant="default" onClick={() => choose.mutate({})}>
          {t('entry.create.folder_choose')}
        </Button>
      </Group>
    </Input.Wrapper>
  )
}
