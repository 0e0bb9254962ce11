// A banner on a record that somebody changes at another computer while it is open here: who, and what. What is being typed stays as it is.
import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useNow, useT } from '#renderer/i18n/i18n-context.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { recordPlaces } from '#shared/base/record-places.ts'
import type { RecordChange } from '#shared/history/history.ts'
import { usePresence } from '../use-presence.ts'
import { changedValues, fieldWord, toldChanges } from './changed-value.ts'

const NEWEST = 100
const SHOWN = 3
const JUST_NOW_MS = 2 * 60_000

interface ChangedElsewhereProps {
  readonly recordType: RecordType
  readonly recordId: string
  readonly className: string | undefined
}

export function ChangedElsewhere({ recordType, recordId, className }: ChangedElsewhereProps) {
  const t = useT()
  const api = useApi()
  const ownOrigin = usePresence(recordType, recordId)?.ownOrigin ?? null
  const isOn = useQuery(api.network.status({})).data?.isOn ?? false
  const page = { table: recordPlaces[recordType], id: recordId, page: { before: null, limit: NEWEST } }
  // Whoever else is there may take its time: what is changed meanwhile would count as seen.
  const history = useQuery({ ...api.history.ofRecord(page), enabled: isOn })
  /** Operations that were there when the record was opened, or that were seen since. */
  const [seen, setSeen] = useState<ReadonlySet<string> | null>(null)
  const seeAll = () => setSeen(new Set(history.data?.map(({ operation }) => operation)))
  // What is left of an earlier opening says nothing of what was done since. The record beside it is read again along with it, and after each change,
  // so that what counts as seen is shown.
  const isOfNow = history.isFetchedAfterMount || !history.isStale
  if (seen === null && isOn && history.data && isOfNow) seeAll()

  const news = (history.data ?? []).filter(
    ({ operation }) => seen !== null && !seen.has(operation) && !operation.startsWith(`${ownOrigin}-`),
  )
  if (ownOrigin === null) return null
  // What is to be read out has to stand there before it is filled.
  if (news.length === 0) return <div role="status" className={className} />
  return (
    <div role="status" className={className}>
      <Group justify="space-between" wrap="nowrap">
        <div>
          {news.slice(0, SHOWN).map((change) => (
            <OneChange key={`${change.operation} ${change.row?.id ?? ''}`} change={change} recordType={recordType} />
          ))}
          {news.length > SHOWN && <Text size="sm">{t('presence.more_changes', { count: news.length - SHOWN })}</Text>}
        </div>
        <Button size="compact-sm" variant="default" flex="none" onClick={seeAll}>
          {t('presence.seen')}
        </Button>
      </Group>
    </div>
  )
}

function OneChange({ change, recordType }: { readonly change: RecordChange; readonly recordType: RecordType }) {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const name = change.actorName ?? t('history.system')
  const who = change.deviceName === null ? name : t('presence.at', { name, device: change.deviceName })
  const isNow = Math.abs(now() - Date.parse(change.at)) < JUST_NOW_MS
  const news = isNow ? t('presence.changed_now', { who }) : t('presence.changed_then', { who, when: format.nearTime(change.at) })
  const table = change.row?.table ?? recordPlaces[recordType]
  const words = toldChanges(change.changes).map((told) => {
    const field = fieldWord(t, told, recordType === 'contact' && change.row === null)
    return t('history.from_to', { field, ...changedValues(t, format, { ...change, table })(told) })
  })
  return (
    <Text size="sm" lineClamp={2}>
      {t('presence.told', { news, changes: words.join(' · ') })}
    </Text>
  )
}
