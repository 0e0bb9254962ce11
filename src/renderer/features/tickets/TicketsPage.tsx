// The queues of tickets.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { RecordList } from '#renderer/ui/RecordList.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { StateSwitch } from '#renderer/ui/StateSwitch.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { useListState } from '#renderer/ui/use-list-state.ts'
import { ViewTabs } from '#renderer/ui/ViewTabs.tsx'
import { ticketListInput, ticketSort } from '#shared/tickets/ticket.ts'
import { NewTicketForm } from './NewTicketForm.tsx'
import { useTicketColumns } from './use-ticket-columns.tsx'

const QUEUES = ticketListInput.shape.queue.unwrap().options

export function TicketsPage() {
  const t = useT()
  const api = useApi()
  const navigate = useNavigate()
  const address = useAddress()
  const list = useListState(ticketSort.options, { sort: 'priority', direction: 'desc' })
  const queue = QUEUES.find((some) => some === address.get('queue')) ?? 'open'
  const columns = useTicketColumns()
  const { text, state, sort, direction } = list
  const filter = { text, state, sort, direction, queue }
  const outline = useQuery(api.tickets.outline(filter))
  const startCreating = () => list.setIsCreating(true)
  useShortcuts([{ keys: 'n', label: t('tickets.new.title'), group: 'page', run: startCreating }])

  const isFiltered = text !== '' || state === 'archived'
  const empty = isFiltered ? (
    <EmptyState
      text={text !== '' ? t('tickets.empty.search', { text }) : t('tickets.empty.archived')}
      action={
        <Button variant="default" onClick={list.clear}>
          {t('base.list.clear_filters')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      text={t(`tickets.empty.${queue}`)}
      action={
        queue !== 'closed' && (
          <Button variant="default" onClick={startCreating}>
            {t('tickets.new.title')}
          </Button>
        )
      }
    />
  )
  return (
    <Page
      title={t('tickets.list.title')}
      layout="fill"
      tools={
        <>
          <ViewTabs
            label={t('tickets.queue.label')}
            views={QUEUES.map((id) => ({ id, title: t(`tickets.queue.${id}`) }))}
            current={queue}
            onChange={(id) => address.set({ queue: id })}
          />
          <SearchField label={t('tickets.list.search')} value={text} onChange={list.setText} />
          <StateSwitch
            label={t('tickets.state.label')}
            active={t('tickets.state.active')}
            archived={t('tickets.state.archived')}
            value={state}
            onChange={list.setState}
          />
        </>
      }
      actions={<Button onClick={startCreating}>{t('tickets.new.title')}</Button>}
      status={outline.data && t('base.list.rows', { count: outline.data.count })}
    >
      <RecordList
        label={`${t('tickets.list.title')} · ${t(`tickets.queue.${queue}`)}`}
        columns={columns}
        source={{
          outline: api.tickets.outline(filter),
          block: (after, limit) => api.tickets.list({ ...filter, after, limit }),
        }}
        sort={sort}
        direction={direction}
        onSort={list.setSort}
        onOpen={({ id }) => void navigate(`/tickets/${id}`)}
        empty={empty}
      />
      {list.isCreating && (
        <NewTicketForm onClose={() => list.setIsCreating(false)} onCreated={({ id }) => void navigate(`/tickets/${id}`)} />
      )}
    </Page>
  )
}
