// Gives a saved mapping another name.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import type { ImportMapping } from '#shared/imports/sources.ts'

interface RenameMappingProps {
  readonly mapping: ImportMapping
  readonly onClose: () => void
}

export function RenameMapping({ mapping: { id, name }, onClose }: RenameMappingProps) {
  const t = useT()
  const [text, setText] = useState(name)
  const rename = useAction(useApi().imports.renameMapping(), {
    errors: 'caller',
    said: (renamed) => t('imports.mapping.renamed', { name: renamed.name }),
    onDone: onClose,
  })
  return (
    <FormModal
      size="sm"
      title={t('imports.mapping.rename_title', { name })}
      submitLabel={t('base.save')}
      isOpen
      isBusy={rename.isPending}
      error={rename.error}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        if (text.trim() !== '') rename.mutate({ id, name: text.trim() })
      }}
    >
      <TextInput
        label={t('imports.mapping.name')}
        maxLength={100}
        data-autofocus
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </FormModal>
  )
}
