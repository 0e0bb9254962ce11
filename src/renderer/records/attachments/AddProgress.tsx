// How far the adding of large files is, with a way to give up.
import { Button, Modal } from '@mantine/core'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { ProgressBox } from '#renderer/ui/ProgressBox.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'
import type { Progress } from '#shared/base/procedure.ts'
import { fileSize } from './file-size.ts'

export function AddProgress({ progress, onCancel }: { readonly progress: Progress; readonly onCancel: () => void }) {
  const t = useT()
  useFocusBack()
  const language = useLanguage()
  const { step, done, total } = progress
  return (
    <Modal opened onClose={onCancel} withCloseButton={false} aria-label={t('attachments.adding')}>
      <ProgressBox
        title={t('attachments.adding')}
        step={t.known(step, 'base.loading')}
        count={fileSize(language, done)}
        ratio={total === null || total === 0 ? null : done / total}
        action={
          <Button variant="default" onClick={onCancel}>
            {t('base.cancel')}
          </Button>
        }
      />
    </Modal>
  )
}
