// The window in which a value is written anew. Where somebody else was faster it says so, and what was written stays to be read and copied.
import { Button, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import type { Draft } from '#renderer/ui/use-draft.ts'
import classes from './Conflict.module.css'
import type { OpenConflict } from './use-open-conflict.ts'

interface ConflictFormProps {
  readonly open: OpenConflict
  readonly title: string
  readonly size: 'md' | 'xl' | number
  /** Stands above the fields, as long as there is something to decide about. */
  readonly about: ReactNode
  /** What was written, as it can be copied; null: it is no text. */
  readonly words: string | null
  readonly isDirty: boolean
  /** Without one what was written goes with the window. */
  readonly draft?: Draft
  readonly isBusy: boolean
  readonly isBlocked?: boolean
  readonly error: unknown
  readonly onSave: () => void
  /** The versions of now were looked at: what was refused because of them is no news any more. */
  readonly onSeen: () => void
  readonly onDiscard: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export function ConflictForm(props: ConflictFormProps) {
  const { open, title, size, about, words, isDirty, draft, isBusy, isBlocked = false, error, children } = props
  const t = useT()
  const [copied, setCopied] = useState<string | null>(null)
  // The own decision closes it, too, before its answer is here.
  const state = isBusy ? 'open' : open.state
  const isGone = state === 'gone'
  const hasWords = words !== null && words.trim() !== ''
  const isCopied = copied !== null && copied === words

  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  const close = () => {
    if (isGone) draft?.forget()
    props.onClose()
  }
  return (
    <FormModal
      {...{ title, size, isBusy }}
      submitLabel={t(isGone && hasWords ? 'conflicts.copy' : 'conflicts.save')}
      leaveLabel={isGone ? t('base.close') : undefined}
      isOpen
      onClose={close}
      onSubmit={(event) => {
        event?.preventDefault()
        if (!isGone) props.onSave()
        else if (hasWords) void copy(words)
      }}
      isBlocked={state === 'changed' || (isGone ? !hasWords : isBlocked)}
      unsaved={{
        isDirty: isDirty && !(isGone && isCopied),
        // Nobody would find a draft of what is not asked any more.
        isKept: draft !== undefined && !isGone,
        restoredAt: isGone ? null : (draft?.restoredAt ?? null),
        flush: draft?.flush ?? (() => {}),
        onDiscard: () => {
          props.onDiscard()
          draft?.forget()
        },
      }}
      error={state === 'open' ? error : null}
    >
      <Stack gap={state === 'changed' ? 'sm' : 0}>
        {/* What is to be read out has to stand there before it is filled. */}
        <div role="status">
          {state !== 'open' && (
            <div className={classes['meanwhile']}>
              <Text size="sm">{t(`conflicts.meanwhile.${state}`)}</Text>
              {isGone && isCopied && <Text size="sm">{t('conflicts.copied')}</Text>}
              {state === 'changed' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    props.onSeen()
                    open.see()
                  }}
                >
                  {t('conflicts.seen')}
                </Button>
              )}
            </div>
          )}
        </div>
        {!isGone && about}
      </Stack>
      {children}
    </FormModal>
  )
}
