// Whether this computer has a copy of every file of the office.
import { Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FETCHED_BYTES } from '#shared/attachments/attachments.contract.ts'

const MEGABYTE = 1024 * 1024

export function KeepFiles() {
  const t = useT()
  const api = useApi()
  const keeping = useQuery(api.attachments.keeping({}))
  const keepAll = useAction(api.attachments.keepAll())
  if (!keeping.isSuccess) return null
  return (
    <Switch
      label={t('arrivals.keep_all')}
      description={t('arrivals.keep_all_hint', { megabytes: FETCHED_BYTES / MEGABYTE })}
      checked={keeping.data.areAllKept}
      disabled={keepAll.isPending}
      onChange={({ currentTarget: { checked } }) => keepAll.mutate({ areAllKept: checked })}
    />
  )
}
