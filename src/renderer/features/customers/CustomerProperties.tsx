// The company and the person a deal or a ticket is about, chosen where they stand, with the way to their pages.
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EditableReference } from '#renderer/ui/EditableReference.tsx'
import type { Reference } from '#shared/base/fields.ts'

interface CompanyPropertyProps {
  readonly company: Reference | null
  readonly isReadOnly: boolean
  readonly onSave: (companyId: string | null) => Promise<unknown>
}

export function CompanyProperty({ company, isReadOnly, onSave }: CompanyPropertyProps) {
  const t = useT()
  const api = useApi()
  return (
    <EditableReference
      label={t('field.companyId')}
      field="companyId"
      value={company}
      query={(text) => api.companies.pick({ text })}
      href={company ? `/companies/${company.id}` : undefined}
      linkLabel={t('customers.open_company')}
      isReadOnly={isReadOnly}
      onSave={(chosen) => onSave(chosen?.id ?? null)}
    />
  )
}

interface ContactPropertyProps {
  readonly contact: Reference | null
  /** Its people are offered first. */
  readonly companyId: string | null
  readonly isReadOnly: boolean
  readonly onSave: (contactId: string | null) => Promise<unknown>
}

export function ContactProperty({ contact, companyId, isReadOnly, onSave }: ContactPropertyProps) {
  const t = useT()
  const api = useApi()
  return (
    <EditableReference
      label={t('field.contactId')}
      field="contactId"
      value={contact}
      query={(text) => api.contacts.pick({ text, companyId })}
      href={contact ? `/contacts/${contact.id}` : undefined}
      linkLabel={t('customers.open_contact')}
      isReadOnly={isReadOnly}
      onSave={(chosen) => onSave(chosen?.id ?? null)}
    />
  )
}
