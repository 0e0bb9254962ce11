// The name of a view, and who sees it.
import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import type { NewView } from './use-view-actions.ts'

interface ViewFormProps {
  readonly title: string
  readonly initial: NewView
  readonly hasSharing: boolean
  readonly action: { readonly isPending: boolean; readonly error: unknown }
  readonly onSubmit: (view: NewView) => Promise<unknown>
  readonly onClose: () => void
}

export function ViewForm({ title, initial, hasSharing, action, onSubmit, onClose }: ViewFormProps) {
  const t = useT()
  const [name, setName] = useState(initial.name)
  const [isShared, setIsShared] = useState(initial.isShared)
  const [isMissing, setIsMissing] = useState(false)

  return (
    <FormModal
      isOpen
      size="sm"
      title={title}
      submitLabel={t('base.save')}
      onClose={onClose}
      isBusy={action.isPending}
      error={action.error}
      onSubmit={(event) => {
        event?.preventDefault()
        const clean = name.trim()
        setIsMissing(clean === '')
        // What the engine refuses is shown in the form, by `error`.
        if (clean !== '') onSubmit({ name: clean, isShared }).then(onClose, () => {})
      }}
    >
      <TextInput
        data-autofocus
        label={<RequiredLabel>{t('lists.view.name')}</RequiredLabel>}
        maxLength={100}
        value={name}
        error={isMissing && t('validation.required')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {hasSharing && (
        <Checkbox
          label={t('lists.view.is_shared')}
          checked={isShared}
          onChange={({ currentTarget }) => setIsShared(currentTarget.checked)}
        />
      )}
    </FormModal>
  )
}
