// The recovery key, shown once, and then typed back, so that it is certain it was kept.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { KeyText } from '#renderer/ui/KeyText.tsx'
import { EntryFrame } from './EntryFrame.tsx'

interface RecoveryKeyPagesProps {
  /** Known only in the session that made it. */
  readonly made: { readonly recoveryKey: string; readonly workspaceName: string } | null
  readonly onConfirmed: () => void
}

export function RecoveryKeyPages({ made, onConfirmed }: RecoveryKeyPagesProps) {
  const t = useT()
  const [isShown, setIsShown] = useState(made !== null)

  if (made && isShown) {
    return (
      <EntryFrame title={t('entry.key.title')} text={t('entry.key.text')} step={t('entry.step', { step: 3, steps: 4 })}>
        <RecoveryKeyBox {...made} />
        <Group justify="flex-end" mt="xl">
          <Button onClick={() => setIsShown(false)}>{t('entry.key.next')}</Button>
        </Group>
      </EntryFrame>
    )
  }
  return <ConfirmKey onConfirmed={onConfirmed} {...(made ? { onShow: () => setIsShown(true) } : {})} />
}

/** The key and a button that prints it. */
export function RecoveryKeyBox({ recoveryKey, workspaceName }: { readonly recoveryKey: string; readonly workspaceName: string }) {
  const t = useT()
  const print = useAction(useShell().print(), { errors: 'caller' })

  return (
    <Stack mt="lg" gap="md">
      <KeyText>{recoveryKey}</KeyText>
      <Group gap="sm">
        <Button
          variant="default"
          loading={print.isPending}
          onClick={() => print.mutate({ page: 'recovery-key', paper: 'A4', recoveryKey, workspaceName })}
        >
          {t('entry.key.print')}
        </Button>
        {print.data?.printed && <Text c="dimmed">{t('entry.key.printed')}</Text>}
      </Group>
      {print.isError && <ErrorNote error={print.error} />}
    </Stack>
  )
}

function ConfirmKey({ onConfirmed, onShow }: { readonly onConfirmed: () => void; readonly onShow?: () => void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const confirm = useAction(useApi().workspace.confirmRecoveryKey(), { errors: 'caller', onDone: onConfirmed })

  return (
    <EntryFrame title={t('entry.confirm.title')} text={t('entry.confirm.text')} step={t('entry.step', { step: 4, steps: 4 })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          confirm.mutate({ recoveryKey: typed })
        }}
      >
        <Stack mt="lg">
          <TextInput
            autoFocus
            autoComplete="off"
            spellCheck={false}
            label={t('entry.confirm.label')}
            description={t('entry.confirm.hint')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {confirm.isError && <ErrorNote error={confirm.error} />}
          <Group justify={onShow ? 'space-between' : 'flex-end'} mt="sm">
            {onShow && (
              <Button variant="default" onClick={onShow}>
                {t('entry.confirm.show')}
              </Button>
            )}
            <Button type="submit" loading={confirm.isPending}>
              {t('entry.confirm.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </EntryFrame>
  )
}
