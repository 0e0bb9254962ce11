// Several records side by side, to be made into one: what stays is chosen field by field, what comes of it is shown before it is done.
import { Anchor, Button } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { ScrollPage } from '#renderer/ui/StepBody.tsx'
import { MergeAdd } from './MergeAdd.tsx'
import { MergeDesk } from './MergeDesk.tsx'
import { useMerge } from './use-merge.ts'

export function MergePage() {
  const t = useT()
  const merge = useMerge()
  const { recordType, isEnough, preview } = merge
  const isCompany = recordType === 'company'
  const list = isCompany ? '/companies' : '/contacts'
  const listName = t(isCompany ? 'customers.companies' : 'customers.contacts')

  return (
    <Page
      title={t(isCompany ? 'merges.title.company' : 'merges.title.contact')}
      layout="fill"
      lead={
        <Anchor component={Link} to={list}>
          {listName}
        </Anchor>
      }
      actions={<MergeAdd merge={merge} />}
    >
      {!isEnough && (
        <ScrollPage>
          <EmptyState
            text={t('merges.choose')}
            action={
              <Button component={Link} to={list} variant="default">
                {listName}
              </Button>
            }
          />
        </ScrollPage>
      )}
      {isEnough && preview.isPending && (
        <ScrollPage>
          <Pending />
        </ScrollPage>
      )}
      {isEnough && preview.isError && (
        <ScrollPage>
          <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
        </ScrollPage>
      )}
      {isEnough && preview.isSuccess && <MergeDesk merge={merge} preview={preview.data} />}
    </Page>
  )
}
