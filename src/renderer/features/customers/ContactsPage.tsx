// The list of contacts.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ImportMenu } from '#renderer/ui/ImportMenu.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import type { RecordColumn } from '#renderer/ui/record-column.ts'
import { RecordList } from '#renderer/ui/RecordList.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { StateSwitch } from '#renderer/ui/StateSwitch.tsx'
import { useListState } from '#renderer/ui/use-list-state.ts'
import { type ContactRow, contactSort } from '#shared/customers/contact.ts'
import { CustomersEmpty } from './CustomersEmpty.tsx'
import { FoundOf } from './FoundOf.tsx'
import { OwnerFilter } from './OwnerFilter.tsx'
import { NewContactForm } from './NewContactForm.tsx'

export function ContactsPage() {
  const t = useT()
  const api = useApi()
  const navigate = useNavigate()
  const columns = useContactColumns()
  const list = useListState(contactSort.options, { sort: 'name', direction: 'asc' })
  const { text, state, ownerId, sort, direction, setIsCreating } = list
  const filter = { text, state, ownerId, sort, direction }
  const outline = useQuery(api.contacts.outline(filter))
  const startCreating = () => setIsCreating(true)
  useShortcuts([{ keys: 'n', label: t('customers.new_contact'), group: 'page', run: startCreating }])

  return (
    <Page
      title={t('customers.contacts')}
      layout="fill"
      tools={
        <>
          <SearchField label={t('customers.search_contacts')} value={text} onChange={list.setText} />
          <StateSwitch
            label={t('customers.state')}
            active={t('customers.active')}
            archived={t('customers.archived')}
            value={state}
            onChange={list.setState}
          />
          <OwnerFilter ownerId={ownerId} onChange={list.setOwnerId} />
        </>
      }
      actions={
        <>
          <ImportMenu entity="contact" />
          <Button onClick={startCreating}>{t('customers.new_contact')}</Button>
        </>
      }
      status={outline.data && <FoundOf count={outline.data.count} list={list} all={api.contacts.outline({ state })} />}
    >
      <RecordList
        label={t('customers.contacts')}
        columns={columns}
        source={{
          outline: api.contacts.outline(filter),
          block: (after, limit) => api.contacts.list({ ...filter, after, limit }),
        }}
        sort={sort}
        direction={direction}
        onSort={list.setSort}
        onOpen={({ id }) => void navigate(`/contacts/${id}`)}
        empty={<CustomersEmpty kind="contacts" list={list} />}
      />
      <NewContactForm
        isOpen={list.isCreating}
        onClose={() => setIsCreating(false)}
        onCreated={({ id }) => void navigate(`/contacts/${id}`)}
      />
    </Page>
  )
}

const useContactColumns = (): readonly RecordColumn<ContactRow>[] => {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'name',
      title: t('field.personName'),
      width: 140,
      grow: 2,
      isSortable: true,
      cell: ({ name }) => <span title={name}>{name}</span>,
    },
    { id: 'company', title: t('field.companyId'), width: 180, grow: 3, cell: ({ company }) => <span>{company?.name}</span> },
    { id: 'role', title: t('field.role'), width: 110, grow: 1, cell: ({ role }) => <span>{role}</span> },
    { id: 'phone', title: t('field.phone'), width: 140, cell: ({ phone }) => phone },
    { id: 'email', title: t('field.email'), width: 200, grow: 2, cell: ({ email }) => <span>{email}</span> },
    { id: 'city', title: t('field.city'), width: 90, grow: 1, isSortable: true, cell: ({ city }) => <span>{city}</span> },
    { id: 'owner', title: t('field.ownerId'), width: 100, grow: 1, cell: ({ ownerName }) => <span>{ownerName}</span> },
    {
      id: 'updatedAt',
      title: t('field.updatedAt'),
      width: 110,
      align: 'end',
      isSortable: true,
      cell: ({ updatedAt }) => format.nearMoment(updatedAt),
    },
  ]
}
