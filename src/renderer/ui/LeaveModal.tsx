// Asks before words that were typed are lost.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Unsaved } from './use-record-form.ts'
import { useFocusBack } from './use-focus-back.ts'

interface LeaveModalProps {
  readonly unsaved: Unsaved
  readonly onStay: () => void
  readonly onLeave: () => void
}

export function LeaveModal({ unsaved, onStay, onLeave }: LeaveModalProps) {
  const t = useT()
  useFocusBack()
  return (
    <Modal opened size="sm" onClose={onStay} title={t('drafts.leave.title')} closeButtonProps={{ 'aria-label': t('base.close') }}>
      <Stack gap="lg">
        <Text>{t('drafts.leave.text')}</Text>
        <Group justify="flex-end" gap="sm">
          <Button
            variant="subtle"
            color="red"
            onClick={() => {
              unsaved.onDiscard()
              onLeave()
            }}
          >
            {t('drafts.discard')}
          </Button>
          {unsaved.isKept && (
            <Button
              variant="default"
              onClick={() => {
                unsaved.flush()
                onLeave()
              }}
            >
              {t('drafts.leave.keep')}
            </Button>
          )}
          <Button data-autofocus onClick={onStay}>
            {t('drafts.leave.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
