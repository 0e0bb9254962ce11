// Picks the record that is the same as this one, and goes to where the two are compared.
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import type { Reference } from '#shared/base/fields.ts'
import type { CustomerCard } from './customer-cards.ts'

interface MergeWithProps {
  readonly customer: Pick<CustomerCard, 'type' | 'id' | 'name'>
  readonly onClose: () => void
}

export function MergeWith({ customer: { type, id, name }, onClose }: MergeWithProps) {
  const t = useT()
  const api = useApi()
  const navigate = useNavigate()
  const [other, setOther] = useState<Reference | null>(null)
  const [isMissing, setIsMissing] = useState(false)
  const compare = (event?: FormEvent) => {
    event?.preventDefault()
    if (other === null || other.id === id) setIsMissing(true)
    else void navigate(`/merge/${type}?ids=${id},${other.id}&winner=${id}`)
  }
  return (
    <FormModal
      title={t('merges.with_title', { name })}
      submitLabel={t('merges.with_next')}
      isOpen
      onClose={onClose}
      onSubmit={compare}
    >
      <ReferencePicker
        data-autofocus
        label={t(type === 'company' ? 'field.companyId' : 'field.contactId')}
        query={(text) => (type === 'company' ? api.companies.pick({ text }) : api.contacts.pick({ text }))}
        value={other}
        error={isMissing ? t('merges.with_missing') : null}
        onChange={(picked) => {
          setOther(picked)
          setIsMissing(false)
        }}
      />
    </FormModal>
  )
}
