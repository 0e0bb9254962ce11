// Keeps what the columns mean under a name, so that the next file of this shape comes in without a question.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import type { ImportInspection } from '#shared/imports/inspection.ts'
import type { ImportPlan } from '#shared/imports/plan.ts'
import { stemOf } from '../import-source.ts'
import { useImportSession } from '../import-session.ts'

interface SaveMappingProps {
  readonly plan: ImportPlan | null
  readonly mapping: ImportInspection['mapping']
}

export function SaveMapping({ plan, mapping }: SaveMappingProps) {
  const t = useT()
  const { session, change } = useImportSession()
  const [name, setName] = useState<string | null>(null)
  const save = useAction(useApi().imports.saveMapping(), {
    errors: 'caller',
    said: ({ name: saved }) => t('imports.mapping.saved', { name: saved }),
    onDone: ({ id }) => {
      change({ mappingId: id })
      setName(null)
    },
  })
  const id = session.mappingId ?? mapping?.id ?? null

  return (
    <>
      <Button
        variant="subtle"
        disabled={plan === null}
        onClick={() => setName(mapping?.name ?? stemOf(session.sources[0]?.name ?? ''))}
      >
        {t(id === null ? 'imports.mapping.save' : 'imports.mapping.save_again')}
      </Button>
      <FormModal
        size="sm"
        title={t('imports.mapping.save_title')}
        submitLabel={t('base.save')}
        isOpen={name !== null}
        isBusy={save.isPending}
        error={save.error}
        onClose={() => setName(null)}
        onSubmit={(event) => {
          event?.preventDefault()
          if (plan === null || name === null || name.trim() === '') return
          save.mutate({ files: session.sources.map(({ file }) => file), mapping: { id, name: name.trim(), plan } })
        }}
      >
        <TextInput
          label={t('imports.mapping.name')}
          description={t('imports.mapping.name_text')}
          maxLength={100}
          data-autofocus
          value={name ?? ''}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
      </FormModal>
    </>
  )
}
