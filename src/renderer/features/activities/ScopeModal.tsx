// Of what repeats: is this one meant, this and the following, or all?
import { Button, Modal, Stack, Text } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'

export const scopes = ['this', 'following', 'all'] as const
export type Scope = (typeof scopes)[number]

interface ScopeModalProps {
  readonly title: string
  readonly onChoose: (scope: Scope) => void
  readonly onClose: () => void
}

export function ScopeModal({ title, onChoose, onClose }: ScopeModalProps) {
  const t = useT()
  useFocusBack()
  return (
    <Modal opened onClose={onClose} title={title} size="sm" closeButtonProps={{ 'aria-label': t('base.close') }}>
      <Stack gap="sm">
        <Text>{t('plan.scope.question')}</Text>
        {scopes.map((scope) => (
          <Button
            key={scope}
            variant={scope === 'this' ? 'filled' : 'default'}
            {...(scope === 'this' ? { 'data-autofocus': true } : {})}
            onClick={() => onChoose(scope)}
          >
            {t(`plan.scope.${scope}`)}
          </Button>
        ))}
      </Stack>
    </Modal>
  )
}
