// All changes that crossed, record by record, with what can be done about each.
import { Button, Text, Title } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { ScrollPage } from '#renderer/ui/StepBody.tsx'
import type { Cursor } from '#shared/base/fields.ts'
import type { Conflict } from '#shared/conflicts/conflict.ts'
import { MOST_CIRCLES, MOST_SAME_NUMBERS } from '#shared/conflicts/conflicts.contract.ts'
import { CircleEntry } from './CircleEntry.tsx'
import classes from './Conflict.module.css'
import { useNextEntry } from './conflict-entries.ts'
import { ConflictEditor } from './ConflictEditor.tsx'
import { ConflictGroup } from './ConflictGroup.tsx'
import { SameNumberEntry } from './SameNumberEntry.tsx'
import { useConflictKeys } from './use-conflict-keys.ts'

export function ConflictsPage() {
  const t = useT()
  const { conflicts } = useApi()
  useConflictKeys()
  useNextEntry()
  const [places, setPlaces] = useState<readonly (Cursor | null)[]>([null])
  const [opened, setOpened] = useState<Conflict | null>(null)
  const pages = useQueries({ queries: places.map((after) => conflicts.list(after === null ? {} : { after })) })
  const numbers = useQuery(conflicts.sameNumbers({})).data
  const circles = useQuery(conflicts.circles({})).data
  const count = useQuery(conflicts.count({})).data
  const groups = [...new Map(pages.flatMap(({ data }) => data?.groups ?? []).map((group) => [group.id, group])).values()]
  const next = pages.at(-1)?.data?.next ?? null
  const failed = pages.find(({ isError }) => isError)
  const first = pages[0]?.data

  return (
    <Page title={t('conflicts.title')} layout="fill" status={count && count.open > 0 && t('conflicts.status', count)}>
      <ScrollPage>
        {pages[0]?.isPending && <Pending lines={6} />}
        {failed && <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />}
        {first?.open === 0 && numbers?.length === 0 && circles?.length === 0 && <EmptyState text={t('conflicts.empty')} />}
        {groups.length > 0 && (
          <Text c="dimmed" maw={720}>
            {t('conflicts.about')}
          </Text>
        )}
        {numbers && numbers.length > 0 && (
          <section className={classes['group']} aria-label={t('conflicts.numbers')}>
            <Title order={2}>{t('conflicts.numbers')}</Title>
            {numbers.map((same, index) => (
              <SameNumberEntry key={`${same.first.id} ${same.later.id}`} same={same} isExplained={index === 0} />
            ))}
          </section>
        )}
        {numbers && count && numbers.length >= MOST_SAME_NUMBERS && count.numbers > numbers.length && (
          <Text c="dimmed">{t('conflicts.moreNumbers', { shown: numbers.length, count: count.numbers })}</Text>
        )}
        {circles && circles.length > 0 && (
          <section className={classes['group']} aria-label={t('conflicts.circles')}>
            <Title order={2}>{t('conflicts.circles')}</Title>
            {circles.map((circle, index) => (
              <CircleEntry key={circle.companies.map(({ id }) => id).join(' ')} circle={circle} isExplained={index === 0} />
            ))}
          </section>
        )}
        {circles && count && circles.length >= MOST_CIRCLES && count.circles > circles.length && (
          <Text c="dimmed">{t('conflicts.moreCircles', { shown: circles.length, count: count.circles })}</Text>
        )}
        {groups.map((group) => (
          <ConflictGroup key={group.id} group={group} onWrite={setOpened} />
        ))}
        {next !== null && (
          <Button
            variant="default"
            className={classes['more'] ?? ''}
            loading={pages.at(-1)?.isPending ?? false}
            onClick={() => setPlaces([...places, next])}
          >
            {t('conflicts.more')}
          </Button>
        )}
      </ScrollPage>
      {opened && <ConflictEditor opened={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
