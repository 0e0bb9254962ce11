// Returns all that lay idle for too long to the public pool: with the number before, with progress and a way to stop meanwhile.
import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { ProgressBox } from '#renderer/ui/ProgressBox.tsx'
import { numbersDue } from './numbers-due.ts'

export function PoolReturn({ idleDays }: { readonly idleDays: number }) {
  const t = useT()
  const api = useApi()
  const [isAsking, setIsAsking] = useState(false)
  const forecast = useQuery(api.pool.forecast({ idleDays }))
  const recycle = useAction(api.pool.recycle(), {
    said: ({ companies, contacts }) => t('pool.said.returned', { count: companies + contacts }),
  })
  const { progress } = recycle
  if (recycle.isPending) {
    return (
      <ProgressBox
        title={t('pool.now')}
        step={t(progress?.step === 'pool.step.returning' ? 'pool.step.returning' : 'pool.step.looking')}
        count={progress?.total ? t('pool.progress', { done: progress.done, total: progress.total }) : ''}
        ratio={progress?.total ? progress.done / progress.total : null}
        action={
          <Button variant="default" onClick={recycle.cancel}>
            {t('base.cancel')}
          </Button>
        }
      />
    )
  }
  if (forecast.isError) return <ErrorNote error={forecast.error} onRetry={() => void forecast.refetch()} />
  if (!forecast.data) return <Text role="status">{t('pool.counting')}</Text>

  const due = numbersDue(forecast.data)
  return (
    <>
      <Text role="status">{due.total === 0 ? t('pool.none_due') : t('pool.is_due', due)}</Text>
      {due.total > 0 && (
        <Group>
          <Button variant="default" onClick={() => setIsAsking(true)}>
            {t('pool.return', { count: due.total })}
          </Button>
        </Group>
      )}
      <ConfirmModal
        title={t('pool.return_title')}
        confirmLabel={t('pool.return', { count: due.total })}
        isOpen={isAsking}
        onConfirm={() => {
          setIsAsking(false)
          recycle.mutate({})
        }}
        onClose={() => setIsAsking(false)}
      >
        {t('pool.return_text', due)}
      </ConfirmModal>
    </>
  )
}
