// What there is to be told of the workspace once it is open: that its keys were mended.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { NoticeStrip } from '#renderer/ui/NoticeStrip.tsx'

export function OpeningNotice() {
  const t = useT()
  const notice = useQuery(useApi().workspace.status({})).data?.notice ?? null
  const [closed, setClosed] = useState<string | null>(null)
  const isShown = notice !== null && notice !== closed
  // What is to be read out has to stand there before it is filled.
  return (
    <div aria-live="polite">
      {isShown && (
        <NoticeStrip
          text={t.known(notice, 'errors.unavailable')}
          actions={
            <Button size="compact-sm" variant="default" onClick={() => setClosed(notice)}>
              {t('base.close')}
            </Button>
          }
        />
      )}
    </div>
  )
}
