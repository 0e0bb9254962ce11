// The way out where only a new code helps: the workspace is locked and left as it is, and the office joined into a new folder.
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import classes from './Network.module.css'

/** What no waiting and no switching off and on mends. */
const NEEDS_CODE = /^network\.(?:trouble\.(?:removed|refused|self|fork)|damaged|check\.broken)$/u

export function JoinAgain({ sentence }: Pick<NetworkStatus, 'sentence'>) {
  const t = useT()
  const { workspace } = useApi()
  const [isAsked, setIsAsked] = useState(false)
  const choose = useAction(workspace.choose())
  // What comes next stands before every page: this one is gone by then.
  const lock = useAction(workspace.lock(), { onDone: () => choose.mutate({ folder: null }) })
  if (!NEEDS_CODE.test(sentence.messageKey)) return null
  return (
    <>
      <Button variant="default" className={classes['again'] ?? ''} onClick={() => setIsAsked(true)}>
        {t('network_page.join_again')}
      </Button>
      {isAsked && (
        <ConfirmModal
          isOpen
          title={t('network_page.join_again_title')}
          confirmLabel={t('network_page.join_again_submit')}
          isBusy={lock.isPending}
          onConfirm={() => lock.mutate({})}
          onClose={() => setIsAsked(false)}
        >
          <Text mb="sm">{t('network_page.join_again_text')}</Text>
          <Text c="dimmed">{t('network_page.join_again_stays')}</Text>
        </ConfirmModal>
      )}
    </>
  )
}
