// The screen of the pipeline: which one, whose deals, the board, and the form for a new deal. All of it is in the address.
import { Button, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { PersonSelect } from '#renderer/records/fields/PersonSelect.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { ImportMenu } from '#renderer/ui/ImportMenu.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { BoardStatus } from './BoardStatus.tsx'
import { DealBoard } from './DealBoard.tsx'
import { NewDealForm } from './NewDealForm.tsx'
import { ShownAs } from './ShownAs.tsx'

export function DealBoardPage() {
  const t = useT()
  const api = useApi()
  const navigate = useNavigate()
  const address = useAddress()
  const ownerId = address.get('owner')
  const board = useQuery({
    ...api.deals.board({ pipelineId: address.get('pipeline'), ownerId }),
    placeholderData: keepPreviousData,
  })
  const pipelines = useQuery(api.deals.pipelines({}))
  const people = useQuery(api.users.list({}))
  const { pipeline, columns = [] } = board.data ?? {}
  const owner = people.data?.find(({ id }) => id === ownerId)

  const openForm = () => address.set({ new: '' })
  useShortcuts([{ keys: 'n', label: t('deals.new.title'), group: 'page', run: openForm }])

  const isEmpty = board.isSuccess && columns.every(({ count }) => count === 0)
  return (
    <Page
      title={t('deals.board.title')}
      layout="fill"
      tools={
        <>
          <ShownAs shown="board" />
          <Select
            w={180}
            aria-label={t('deals.board.pipeline')}
            allowDeselect={false}
            data={(pipelines.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={pipeline?.id ?? null}
            onChange={(id) => address.set({ pipeline: id, stage: null })}
          />
          <PersonSelect
            w={180}
            aria-label={t('deals.board.owner')}
            placeholder={t('deals.board.all_owners')}
            clearable
            value={ownerId}
            onChange={(id) => address.set({ owner: id })}
          />
        </>
      }
      actions={
        <>
          <ImportMenu entity="deal" />
          <Button onClick={openForm}>{t('deals.new.title')}</Button>
        </>
      }
      status={<BoardStatus columns={columns} />}
    >
      {board.isPending && <Pending />}
      {board.isError && <ErrorNote error={board.error} onRetry={() => void board.refetch()} />}
      {isEmpty && (
        <EmptyState
          text={owner ? t('deals.board.empty_owner', { name: owner.name }) : t('deals.board.empty')}
          action={
            owner ? (
              <Button variant="default" onClick={() => address.set({ owner: null })}>
                {t('base.list.clear_filters')}
              </Button>
            ) : (
              <Button variant="default" component={Link} to="/import?entity=deal">
                {t('imports.screen.of_deal')}
              </Button>
            )
          }
        />
      )}
      {board.isSuccess && !isEmpty && (
        <DealBoard key={pipeline?.id} columns={columns} ownerId={ownerId} pointedAt={address.get('stage')} />
      )}
      {address.has('new') && pipeline && (
        <NewDealForm
          stages={columns.map(({ stage }) => stage)}
          onClose={() => address.set({ new: null })}
          onCreated={({ id }) => void navigate(`/deals/${id}`)}
        />
      )}
    </Page>
  )
}
