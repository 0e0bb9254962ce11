// The recovery key, shown once, and then typed back, so that it is certain it was kept.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { KeyText } from '#renderer/ui/KeyText.tsx'
import { EntryFrame } from './EntryFrame.tsx'

/** What the first run has made. */
export interface MadeWorkspace {
  readonly recoveryKey: string
  readonly workspaceName: string
  /** How many steps there are; these pages are the last two. */
  readonly steps: number
  /** Where one is once it is open. */
  readonly begins: string
}

interface RecoveryKeyPagesProps {
  /** Known only in the session that made it. */
  readonly made: MadeWorkspace | null
  readonly onConfirmed: () => void
}

export function RecoveryKeyPages({ made, onConfirmed }: RecoveryKeyPagesProps) {
  const t = useT()
  const [isShown, setIsShown] = useState(made !== null)
  const steps = made?.steps ?? 4

  if (made && isShown) {
    return (
      <EntryFrame title={t('entry.key.title')} text={t('entry.key.text')} step={t('entry.step', { step: steps - 1, steps })}>
        <RecoveryKeyBox recoveryKey={made.recoveryKey} workspaceName={made.workspaceName} />
        <Group justify="flex-end" mt="xl">
          <Button onClick={() => setIsShown(false)}>{t('entry.key.next')}</Button>
        </Group>
      </EntryFrame>
    )
  }
  return <ConfirmKey steps={steps} onConfirmed={onConfirmed} {...(made ? { onShow: () => setIsShown(true) } : {})} />
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

interface ConfirmKeyProps {
  readonly steps: number
  readonly onConfirmed: () => void
  readonly onShow?: () => void
}

function ConfirmKey({ steps, onConfirmed, onShow }: ConfirmKeyProps) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const confirm = useAction(useApi().workspace.confirmRecoveryKey(), { errors: 'caller', onDone: onConfirmed })

  return (
    <EntryFrame title={t('entry.confirm.title')} text={t('entry.confirm.text')} step={t('entry.step', { step: steps, steps })}>
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
