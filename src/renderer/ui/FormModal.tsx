// A form in front of the page. Ctrl+S and Ctrl+Enter save from any field; Esc closes, and asks where words would be lost; the focus
// returns to where it was.
import { Button, Group, Modal, Stack } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { AppError } from '#shared/base/app-error.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { DraftNote } from './DraftNote.tsx'
import { ErrorNote } from './ErrorNote.tsx'
import { LeaveModal } from './LeaveModal.tsx'
import { useFocusBack } from './use-focus-back.ts'
import type { Unsaved } from './use-record-form.ts'

interface FormModalProps {
  readonly title: string
  readonly submitLabel: string
  /** Instead of “Cancel”, where nothing is left to cancel. */
  readonly leaveLabel?: string | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onSubmit: (event?: FormEvent<HTMLFormElement>) => void
  readonly isBusy?: boolean
  /** It cannot be sent now, as while what it shows is not what would be sent. */
  readonly isBlocked?: boolean
  /** What the engine refused; shown above the buttons unless it is about fields. */
  readonly error?: unknown
  /** `useRecordForm(…).modal` brings it along. */
  readonly unsaved?: Unsaved
  readonly size?: 'sm' | 'md' | 'lg' | 'xl' | number
  readonly children: ReactNode
}

export function FormModal(props: FormModalProps) {
  const { title, submitLabel, isOpen, onClose, onSubmit, isBusy = false, isBlocked = false, error, unsaved } = props
  const { leaveLabel, size = 'md', children } = props
  const t = useT()
  useFocusBack()
  const [isLeaving, setIsLeaving] = useState(false)

  const leave = () => {
    if (unsaved?.isDirty) setIsLeaving(true)
    else onClose()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return
    if (event.key === 'Enter' || event.key.toLowerCase() === 's') {
      event.preventDefault()
      if (!isBusy && !isBlocked) event.currentTarget.requestSubmit()
    }
  }
  return (
    <Modal
      opened={isOpen}
      onClose={leave}
      title={title}
      size={size}
      yOffset="5vh"
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      <form noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} onBlur={unsaved?.flush}>
        <Stack gap="md">
          {unsaved && <DraftNote restoredAt={unsaved.restoredAt} onDiscard={unsaved.onDiscard} />}
          {children}
          {error && !isAboutFields(error) ? <ErrorNote error={error} /> : null}
          <Group justify="flex-end" gap="sm" mt="sm">
            <Button variant="default" onClick={leave}>
              {leaveLabel ?? t('base.cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={isBlocked}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
      {isLeaving && unsaved && <LeaveModal unsaved={unsaved} onStay={() => setIsLeaving(false)} onLeave={onClose} />}
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
