// One deal, as a page or beside a list: where it stands, what is known of it, and the tabs that the app puts beside it.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { RecordFrame } from '#renderer/records/RecordFrame.tsx'
import { RecordLayout, type RecordTab } from '#renderer/ui/RecordLayout.tsx'
import { type RecordPlace, RecordScreen } from '#renderer/ui/RecordScreen.tsx'
import type { DealRecord } from './deal-record.ts'
import { DealHead } from './DealHead.tsx'
import { DealProperties } from './DealProperties.tsx'

interface DealScreenProps {
  readonly id: string
  readonly place: RecordPlace
  readonly tabs: (deal: DealRecord) => readonly RecordTab[]
}

export function DealScreen({ id, place, tabs }: DealScreenProps) {
  const t = useT()
  const card = useQuery(useApi().deals.get({ id }))

  return (
    <RecordScreen
      place={place}
      card={card}
      kind={t('deals.page.kind')}
      nameOf={({ title }) => title}
      up={{ to: '/deals', label: t('deals.board.title') }}
    >
      {(deal) => (
        <RecordFrame recordType="deal" record={deal}>
          <RecordLayout head={<DealHead deal={deal} />} properties={<DealProperties deal={deal} />} tabs={tabs(deal)} />
        </RecordFrame>
      )}
    </RecordScreen>
  )
}
