// The files that could not be added, each with its reason.
import { List, Modal } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { AddedFile } from '#shared/attachments/attachment.ts'

export type RefusedFile = Extract<AddedFile, { outcome: 'refused' }>

export function RefusedFiles({ files, onClose }: { readonly files: readonly RefusedFile[]; readonly onClose: () => void }) {
  const t = useT()
  return (
    <Modal opened onClose={onClose} title={t('attachments.results_title')} closeButtonProps={{ 'aria-label': t('base.close') }}>
      <List spacing="sm">
        {files.map(({ name, messageKey, params }) => (
          <List.Item key={name}>{t.known(messageKey, 'errors.invalid_input', params)}</List.Item>
        ))}
      </List>
    </Modal>
  )
}
