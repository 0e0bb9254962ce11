// The workspace came here as a copy or out of a backup: asks whether it goes on with the office, or the office back to it. Until somebody answers.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { NoticeStrip } from '#renderer/ui/NoticeStrip.tsx'
import { GoBackModal } from './GoBackModal.tsx'

export function CopiedNotice() {
  const t = useT()
  const api = useApi()
  const format = useFormat()
  const copied = useQuery(api.history.copiedFrom({})).data ?? null
  const [asked, setAsked] = useState<string | null>(null)
  const keep = useAction(api.history.keepNewer())
  return (
    <>
      <div aria-live="polite">
        {copied && (
          <NoticeStrip
            text={t('history.copied', { when: format.moment(copied.until) })}
            actions={
              <>
                <Button size="compact-sm" variant="default" loading={keep.isPending} onClick={() => keep.mutate({})}>
                  {t('history.copied.keep')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setAsked(copied.until)}>
                  {t('history.copied.go_back')}
                </Button>
              </>
            }
          />
        )}
      </div>
      {asked !== null && <GoBackModal copiedFrom={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
