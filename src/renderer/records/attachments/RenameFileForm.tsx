// Another name for a file. Its ending stays out of the selection, so that typing keeps it.
import { TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import { attachmentsContract } from '#shared/attachments/attachments.contract.ts'
import type { ShownFile } from './use-file-actions.tsx'

export function RenameFileForm({ file, onClose }: { readonly file: ShownFile; readonly onClose: () => void }) {
  const t = useT()
  const stored = { name: file.name }
  const { modal, field } = useRecordForm({
    ...{ initialValues: stored, stored },
    always: ['name'],
    schema: attachmentsContract.rename.input,
    action: useApi().attachments.rename(),
    toInput: ({ name }) => ({ id: file.id, name }),
    said: ({ name }) => t('attachments.said.renamed', { name }),
    onDone: onClose,
  })
  const selectStem = (input: HTMLInputElement) => {
    const dot = input.value.lastIndexOf('.')
    input.setSelectionRange(0, dot > 0 ? dot : input.value.length)
  }
  return (
    <FormModal isOpen title={t('attachments.rename')} submitLabel={t('base.save')} onClose={onClose} {...modal}>
      <TextInput
        data-autofocus
        label={t('attachments.new_name')}
        {...field('name')}
        onFocus={({ currentTarget }) => selectStem(currentTarget)}
      />
    </FormModal>
  )
}
