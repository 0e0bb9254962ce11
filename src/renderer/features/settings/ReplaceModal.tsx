// Asks what takes the place of something that is taken away, and shows how far that is.
import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Action } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'

interface ReplaceModalProps<Input, Output> {
  readonly title: string
  readonly text: string
  /** What can take its place. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly label: string
  readonly placeholder?: string
  readonly action: Action<Input, Output>
  /** How many records are to follow, where the engine has not counted them yet. */
  readonly count: number
  readonly progressText: (progress: { readonly done: number; readonly total: number }) => string
  readonly submitLabel: ReactNode
  /** What is taken away cannot be chosen again. */
  readonly isRemoval?: boolean
  readonly onSubmit: (target: string) => void
  readonly onClose: () => void
}

export function ReplaceModal<Input, Output>(props: ReplaceModalProps<Input, Output>) {
  const { title, text, choices, label, placeholder, action, count, progressText, submitLabel, isRemoval, onSubmit, onClose } =
    props
  const t = useT()
  useFocusBack()
  const [target, setTarget] = useState<string | null>(null)
  const leave = action.isPending ? action.cancel : onClose

  return (
    <Modal opened onClose={leave} title={title} closeButtonProps={{ 'aria-label': t('base.close') }}>
      <Stack gap="lg">
        <Text>{text}</Text>
        <Select
          data-autofocus
          searchable
          allowDeselect={false}
          label={label}
          placeholder={placeholder}
          nothingFoundMessage={t('base.search_nothing')}
          data={[...choices]}
          value={target}
          onChange={setTarget}
        />
        {action.progress && (
          <Text role="status">{progressText({ done: action.progress.done, total: action.progress.total ?? count })}</Text>
        )}
        {action.isError && action.error.code !== 'cancelled' && <ErrorNote error={action.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={leave}>
            {t('base.cancel')}
          </Button>
          <Button
            {...(isRemoval ? { color: 'red' } : {})}
            disabled={target === null}
            loading={action.isPending}
            onClick={() => target !== null && onSubmit(target)}
          >
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
