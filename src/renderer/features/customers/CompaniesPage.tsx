// The list of companies.
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
import { type CompanyRow, companySort } from '#shared/customers/company.ts'
import { CustomersEmpty } from './CustomersEmpty.tsx'
import { FoundOf } from './FoundOf.tsx'
import { OwnerFilter } from './OwnerFilter.tsx'
import { NewCompanyForm } from './NewCompanyForm.tsx'

export function CompaniesPage() {
  const t = useT()
  const api = useApi()
  const navigate = useNavigate()
  const columns = useCompanyColumns()
  const list = useListState(companySort.options, { sort: 'name', direction: 'asc' })
  const { text, state, ownerId, sort, direction, setIsCreating } = list
  const filter = { text, state, ownerId, sort, direction }
  const outline = useQuery(api.companies.outline(filter))
  const startCreating = () => setIsCreating(true)
  useShortcuts([{ keys: 'n', label: t('customers.new_company'), group: 'page', run: startCreating }])

  return (
    <Page
      title={t('customers.companies')}
      layout="fill"
      tools={
        <>
          <SearchField label={t('customers.search_companies')} value={text} onChange={list.setText} />
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
          <ImportMenu entity="company" />
          <Button onClick={startCreating}>{t('customers.new_company')}</Button>
        </>
      }
      status={outline.data && <FoundOf count={outline.data.count} list={list} all={api.companies.outline({ state })} />}
    >
      <RecordList
        label={t('customers.companies')}
        columns={columns}
        source={{
          outline: api.companies.outline(filter),
          block: (after, limit) => api.companies.list({ ...filter, after, limit }),
        }}
        sort={sort}
        direction={direction}
        onSort={list.setSort}
        onOpen={({ id }) => void navigate(`/companies/${id}`)}
        empty={<CustomersEmpty kind="companies" list={list} />}
      />
      <NewCompanyForm
        isOpen={list.isCreating}
        onClose={() => setIsCreating(false)}
        onCreated={({ id }) => void navigate(`/companies/${id}`)}
      />
    </Page>
  )
}

const useCompanyColumns = (): readonly RecordColumn<CompanyRow>[] => {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'name',
      title: t('field.name'),
      width: 240,
      grow: 3,
      isSortable: true,
      cell: ({ name }) => <span title={name}>{name}</span>,
    },
    { id: 'industry', title: t('field.industry'), width: 120, grow: 1, isSortable: true, cell: ({ industry }) => industry },
    { id: 'city', title: t('field.city'), width: 110, grow: 1, isSortable: true, cell: ({ city }) => city },
    { id: 'phone', title: t('field.phone'), width: 150, grow: 1, cell: ({ phone }) => phone },
    { id: 'email', title: t('field.email'), width: 180, grow: 2, cell: ({ email }) => <span>{email}</span> },
    { id: 'owner', title: t('field.ownerId'), width: 110, grow: 1, cell: ({ ownerName }) => <span>{ownerName}</span> },
    {
      id: 'updatedAt',
      title: t('field.updatedAt'),
      width: 120,
      align: 'end',
      isSortable: true,
      cell: ({ updatedAt }) => format.nearMoment(updatedAt),
    },
  ]
}
