// The head of a company or person: what it is to the office, where it stands, its tags, and what is done with it most.
import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FavouriteStar } from '#renderer/records/FavouriteStar.tsx'
import { RecordPhoto, useRecordPhoto } from '#renderer/records/attachments/RecordPhoto.tsx'
import { TagLine } from '#renderer/records/TagLine.tsx'
import { RecordHead } from '#renderer/ui/RecordHead.tsx'
import { CustomerActions } from './CustomerActions.tsx'
import { CustomerNotice } from './CustomerNotice.tsx'
import type { CustomerCard } from './customer-cards.ts'
import { LifecyclePicker } from './LifecyclePicker.tsx'

export function CustomerHead({ customer }: { readonly customer: CustomerCard }) {
  const t = useT()
  const { type, name, ownerName, tags, isFavourite, archivedAt } = customer
  const photo = useRecordPhoto(type, customer.id)
  const isReadOnly = archivedAt !== null
  const word = t(type === 'company' ? 'customers.company' : 'customers.contact')
  const other = type === 'company' && customer.kind !== 'customer' ? customer.kind : null
  const kind = other === null ? word : `${word} · ${t(`lists.companyKind.${other}`)}`

  return (
    <RecordHead
      kind={kind}
      name={name}
      sign={type === 'company' ? 'organisation' : 'person'}
      photo={<RecordPhoto photo={photo} />}
      mark={<FavouriteStar recordType={type} record={customer} isFavourite={isFavourite} />}
      facts={
        <>
          {type === 'contact' && <MainCompany contact={customer} />}
          <LifecyclePicker customer={customer} />
          {ownerName !== null && <span>{t('customers.owned_by', { name: ownerName })}</span>}
          <TagLine recordType={type} record={customer} tags={tags} isReadOnly={isReadOnly} />
        </>
      }
      actions={<CustomerActions customer={customer} />}
      notice={<CustomerNotice customer={customer} />}
    />
  )
}

function MainCompany({ contact }: { readonly contact: Extract<CustomerCard, { type: 'contact' }> }) {
  const main = contact.companies.find(({ link }) => link.isPrimary) ?? contact.companies[0]
  if (!main) return null
  return (
    <>
      {main.link.role && <span>{main.link.role}</span>}
      <Anchor component={Link} to={`/companies/${main.company.id}`}>
        {main.company.name}
      </Anchor>
    </>
  )
}
