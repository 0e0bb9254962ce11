// A form about all selected rows.
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'

interface BulkFormProps {
  readonly count: number
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export function BulkForm({ count, onSubmit, onClose, children }: BulkFormProps) {
  const t = useT()
  return (
    <FormModal
      isOpen
      size="sm"
      title={t('lists.bulk.change_title', { count })}
      submitLabel={t('lists.bulk.change_confirm', { count })}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </FormModal>
  )
}
