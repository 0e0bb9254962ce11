// A form in front of the page. Ctrl+Enter saves from any field; Esc closes; the focus returns to where it was.
import { Button, Group, Modal, Stack } from '@mantine/core'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { AppError } from '#shared/base/app-error.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from './ErrorNote.tsx'

interface FormModalProps {
  readonly title: string
  readonly submitLabel: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onSubmit: (event?: FormEvent<HTMLFormElement>) => void
  readonly isBusy?: boolean
  /** What the engine refused; shown above the buttons unless it is about fields. */
  readonly error?: unknown
  readonly size?: 'sm' | 'md' | 'lg'
  readonly children: ReactNode
}

export function FormModal(props: FormModalProps) {
  const { title, submitLabel, isOpen, onClose, onSubmit, isBusy = false, error, size = 'md', children } = props
  const t = useT()

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.currentTarget.requestSubmit()
    }
  }
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t('base.close') }}>
      <form noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
        <Stack gap="md">
          {children}
          {error && !isAboutFields(error) ? <ErrorNote error={error} /> : null}
          <Group justify="flex-end" gap="sm" mt="sm">
            <Button variant="default" onClick={onClose}>
              {t('base.cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** “Name · required”: said in words, not with a star. */
export function RequiredLabel({ children }: { readonly children: string }) {
  const t = useT()
  return (
    <>
      {children} · {t('base.required')}
    </>
  )
}

const isAboutFields = (error: unknown): boolean => error instanceof AppError && (error.details.issues?.length ?? 0) > 0
