// A record that became part of another leads to that one: from its address, a link, a list beside it.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useNavigate } from 'react-router'
import { useApi, useClient } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { recordHref } from '#shared/base/record-places.ts'
import type { RecordPlace } from '#renderer/ui/RecordScreen.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { customerType } from '#shared/customers/contact-point.ts'

interface AskedRecord {
  readonly type: RecordType
  readonly id: string
  readonly place: RecordPlace
}

/** The id of the record to show. Where that is another than the one asked for, the quiet line says so. */
export const useWinner = ({ type, id, place }: AskedRecord): string => {
  const t = useT()
  const navigate = useNavigate()
  const { quietLine } = useClient()
  const customer = customerType.safeParse(type).data
  const asked = useQuery({
    ...useApi().merges.winnerOf({ recordType: customer ?? 'company', id }),
    enabled: customer !== undefined,
  })
  const merged = asked.data ?? null
  const winnerId = merged?.winner.id ?? null

  const lead = useEffectEvent((winner: string) => {
    if (!merged) return
    quietLine.say(t('merges.led', { name: merged.name, winner: merged.winner.name }), null)
    if (place === 'page') void navigate(recordHref(type, winner), { replace: true })
  })
  useEffect(() => {
    if (winnerId !== null) lead(winnerId)
  }, [winnerId])

  return winnerId ?? id
}
