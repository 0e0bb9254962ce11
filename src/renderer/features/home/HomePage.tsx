// Home: one's own day on the left, and on the right what changed and where one was.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { QuickAdd } from '#renderer/features/activities/QuickAdd.tsx'
import { HomeLayout } from '#renderer/ui/Agenda.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { MyDay } from './MyDay.tsx'
import { News } from './News.tsx'
import { WaysBack } from './WaysBack.tsx'

export function HomePage() {
  const t = useT()
  const format = useFormat()
  const me = useQuery(useApi().users.me({}))

  return (
    <Page title={t('app.nav.home')} status={format.weekdayAndDay(format.today())}>
      <HomeLayout
        main={
          <>
            <QuickAdd />
            {me.isPending && <Pending />}
            {me.isError && <ErrorNote error={me.error} onRetry={() => void me.refetch()} />}
            {me.data && <MyDay me={me.data.id} />}
          </>
        }
        aside={
          <>
            <News />
            <WaysBack />
          </>
        }
      />
    </Page>
  )
}
