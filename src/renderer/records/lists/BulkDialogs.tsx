// What is asked before several rows are changed, and what some of them refused.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import type { ListField } from '#shared/lists/list-field.ts'
import { BulkChangeForm } from './BulkChangeForm.tsx'
import { BulkTagsForm } from './BulkTagsForm.tsx'
import { RefusedModal } from './RefusedModal.tsx'
import type { Bulk } from './use-bulk.ts'

export type BulkDialog = 'change' | 'tags' | 'archive'

interface BulkDialogsProps {
  readonly open: BulkDialog | null
  readonly count: number
  readonly fields: readonly ListField[]
  readonly bulk: Bulk
  readonly onClose: () => void
}

export function BulkDialogs({ open, count, fields, bulk, onClose }: BulkDialogsProps) {
  const t = useT()
  return (
    <>
      {bulk.refused && <RefusedModal refused={bulk.refused} onClose={bulk.forgetRefused} />}
      {open === 'change' && (
        <BulkChangeForm
          count={count}
          fields={fields.filter(({ isEditable, type }) => isEditable && type !== 'tags')}
          onChange={bulk.change}
          onClose={onClose}
        />
      )}
      {open === 'tags' && <BulkTagsForm count={count} onChange={(tags) => bulk.change({ tags })} onClose={onClose} />}
      <ConfirmModal
        isOpen={open === 'archive'}
        title={t('lists.bulk.archive_title', { count })}
        confirmLabel={t('lists.bulk.archive')}
        onClose={onClose}
        onConfirm={() => {
          onClose()
          bulk.archive()
        }}
      >
        {t('lists.bulk.archive_text')}
      </ConfirmModal>
    </>
  )
}
