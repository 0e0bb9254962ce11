// A new source: its name, and whom it is believed against.
import { Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import type { ImportSource } from '#shared/imports/sources.ts'
import { useSourceName } from '../sources/use-source-name.ts'
import { rankBehind } from './source-rank.ts'

interface SourceFormProps {
  /** The strongest first. */
  readonly sources: readonly ImportSource[]
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}

export function SourceForm({ sources, onClose, onMade }: SourceFormProps) {
  const t = useT()
  const [name, setName] = useState('')
  // Behind the last one: nobody is overwritten by a newcomer.
  const [place, setPlace] = useState(String(Math.max(0, sources.length - 1)))
  const save = useAction(useApi().imports.saveSource(), {
    errors: 'caller',
    said: (made) => t('imports.source.made', { name: made.name }),
    onDone: ({ id }) => {
      onMade(id)
      onClose()
    },
  })
  const nameOf = useSourceName()

  return (
    <FormModal
      size="sm"
      title={t('imports.source.new_title')}
      submitLabel={t('base.save')}
      isOpen
      isBusy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        if (name.trim() === '') return
        save.mutate({ source: { id: null, name: name.trim(), rank: rankBehind(sources, Number(place)) } })
      }}
    >
      <TextInput
        label={t('imports.source.name')}
        placeholder={t('imports.source.name_example')}
        maxLength={100}
        data-autofocus
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Radio.Group
        label={t('imports.source.strength')}
        description={t('imports.source.strength_text')}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        value={place}
        onChange={setPlace}
      >
        <Stack gap="xs" mt="xs">
          {sources.map((source, at) => (
            <Radio key={source.id} value={String(at)} label={t('imports.source.weaker_than', { name: nameOf(source) })} />
          ))}
          <Radio value="-1" label={t('imports.source.strongest')} />
        </Stack>
      </Radio.Group>
    </FormModal>
  )
}
