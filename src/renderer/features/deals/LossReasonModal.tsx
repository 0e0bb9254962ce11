// Asks why a deal was lost. Esc gives up, and the card goes back to where it was.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { valueError } from '#renderer/ui/field-issues.ts'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'

interface LossReasonModalProps {
  readonly title: string
  readonly isBusy?: boolean
  readonly error?: unknown
  readonly onClose: () => void
  readonly onGive: (lossReason: string) => void
}

export function LossReasonModal({ title, isBusy = false, error, onClose, onGive }: LossReasonModalProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [complaint, setComplaint] = useState<string | null>(null)

  return (
    <FormModal
      isOpen
      title={t('deals.lose.title', { title })}
      submitLabel={t('deals.lose.submit')}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        const found = valueError(t, dealsContract.lose.input.shape.lossReason, reason)
        setComplaint(found)
        if (found === null) onGive(reason)
      }}
    >
      <TextInput
        data-autofocus
        label={<RequiredLabel>{t('deals.lose.reason')}</RequiredLabel>}
        description={t('deals.lose.hint')}
        value={reason}
        error={complaint}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormModal>
  )
}
