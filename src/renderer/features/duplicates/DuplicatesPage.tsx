// Records that look alike, found by comparing all of a kind: to be merged, or remembered as two.
import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { ProgressBox } from '#renderer/ui/ProgressBox.tsx'
import { ScrollPage } from '#renderer/ui/StepBody.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { ViewTabs } from '#renderer/ui/ViewTabs.tsx'
import { DuplicateGroups, GROUPS_A_PAGE } from './DuplicateGroups.tsx'
import { useScan } from './use-scan.ts'

export function DuplicatesPage() {
  const t = useT()
  const format = useFormat()
  const address = useAddress()
  const recordType = address.get('kind') === 'contact' ? 'contact' : 'company'
  const [pages, setPages] = useState(1)
  const groups = useQuery(useApi().duplicates.groups({ recordType, limit: GROUPS_A_PAGE }))
  const scan = useScan(recordType)
  const { data } = groups
  const isScanned = data !== undefined && data.scannedAt !== null

  return (
    <Page
      title={t('duplicates.title')}
      layout="fill"
      tools={
        <ViewTabs
          label={t('duplicates.kind')}
          views={[
            { id: 'company', title: t('duplicates.companies') },
            { id: 'contact', title: t('duplicates.contacts') },
          ]}
          current={recordType}
          onChange={(kind) => address.set({ kind })}
        />
      }
      actions={
        <Button loading={scan.isRunning} onClick={scan.start}>
          {t(isScanned ? 'duplicates.scan_again' : 'duplicates.scan')}
        </Button>
      }
    >
      <ScrollPage>
        {scan.isRunning && (
          <ProgressBox
            title={t('duplicates.scan')}
            step={t.known(scan.progress?.step ?? '', 'duplicates.step.reading')}
            count={scan.progress ? format.number(scan.progress.done) : ''}
            ratio={scan.progress?.total ? scan.progress.done / scan.progress.total : null}
            action={
              <Button variant="default" onClick={scan.cancel}>
                {t('duplicates.cancel')}
              </Button>
            }
          />
        )}
        {scan.error && scan.error.code !== 'cancelled' && <ErrorNote error={scan.error} onRetry={scan.start} />}
        {groups.isPending && <Pending lines={6} />}
        {groups.isError && <ErrorNote error={groups.error} onRetry={() => void groups.refetch()} />}
        {!scan.isRunning && data && (
          <>
            <Text c="dimmed" maw={680}>
              {t('duplicates.about')}
            </Text>
            {data.scannedAt === null ? (
              <EmptyState isSmall text={t('duplicates.never')} />
            ) : (
              <Text role="status">
                {t('duplicates.found', {
                  total: data.total,
                  records: data.records,
                  compared: data.compared,
                  at: format.nearMoment(data.scannedAt),
                })}
              </Text>
            )}
            {data.crowded > 0 && (
              <Text c="dimmed" size="sm" maw={680}>
                {t('duplicates.crowded', { count: data.crowded })}
              </Text>
            )}
            {isScanned && data.total === 0 && <EmptyState isSmall text={t('duplicates.none')} />}
            {Array.from({ length: Math.min(pages, Math.ceil(data.total / GROUPS_A_PAGE)) }, (_, page) => (
              <DuplicateGroups key={page} recordType={recordType} page={page} />
            ))}
            {data.total > pages * GROUPS_A_PAGE && (
              <Button variant="default" onClick={() => setPages(pages + 1)}>
                {t('duplicates.more')}
              </Button>
            )}
          </>
        )}
      </ScrollPage>
    </Page>
  )
}
