// Where one was: favourites, and the records looked at last on this machine.
import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { recordHref } from '#shared/base/record-places.ts'
import { AgendaSection } from '#renderer/ui/Agenda.tsx'
import { BriefList, BriefRow } from '#renderer/ui/BriefList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { RecordType } from '#shared/base/fields.ts'

const SHOWN = 8

interface Way {
  readonly recordType: RecordType
  readonly recordId: string
  readonly name: string
}

export function WaysBack() {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const favourites = useQuery(api.favourites.list({}))
  const recents = useQuery(api.recents.list({ limit: SHOWN }))
  const row = ({ recordType, recordId, name }: Way, when: string | null) => (
    <BriefRow
      key={recordId}
      title={
        <Anchor component={Link} to={recordHref(recordType, recordId)}>
          {name}
        </Anchor>
      }
      facts={[t(`app.search.kind.${recordType}`)]}
      when={when}
    />
  )

  return (
    <>
      <AgendaSection title={t('home.favourites')}>
        {favourites.data?.length === 0 && <EmptyState isSmall text={t('home.favourites_empty')} />}
        <BriefList label={t('home.favourites')}>{favourites.data?.map((each) => row(each, null))}</BriefList>
      </AgendaSection>
      <AgendaSection title={t('home.recents')}>
        {recents.data?.length === 0 && <EmptyState isSmall text={t('home.recents_empty')} />}
        <BriefList label={t('home.recents')}>{recents.data?.map((each) => row(each, format.nearMoment(each.at)))}</BriefList>
      </AgendaSection>
    </>
  )
}
