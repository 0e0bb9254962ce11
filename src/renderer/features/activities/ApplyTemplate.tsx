// Plans the steps of a template on a record, after showing on which days they will fall.
import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import type { RecordType } from '#shared/base/fields.ts'

interface ApplyTemplateProps {
  readonly recordType: RecordType
  readonly recordId: string
  readonly onClose: () => void
}

export function ApplyTemplate({ recordType, recordId, onClose }: ApplyTemplateProps) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const templates = useQuery(api.activityTemplates.list({}))
  const [chosen, setChosen] = useState<string | null>(null)
  const [startsOn, setStartsOn] = useState(format.today())
  const id = chosen ?? templates.data?.[0]?.id ?? null
  const preview = useQuery({
    ...api.activityTemplates.preview({ id: id ?? '', startsOn }),
    enabled: id !== null,
    placeholderData: keepPreviousData,
  })
  const steps = id === null ? [] : (preview.data ?? [])
  const apply = useAction(api.activityTemplates.apply(), {
    said: (made) => t('templates.said.applied', { count: made.length }),
    errors: 'caller',
    onDone: onClose,
  })

  return (
    <FormModal
      isOpen
      title={t('templates.apply')}
      submitLabel={t('templates.apply.submit', { count: steps.length })}
      isBusy={apply.isPending}
      isBlocked={id !== null && (!preview.data || preview.isPlaceholderData)}
      error={apply.error ?? preview.error ?? templates.error}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        if (id === null) onClose()
        else apply.mutate({ id, recordType, recordId, startsOn })
      }}
    >
      {templates.data?.length === 0 && <EmptyState isSmall text={t('templates.apply.none')} />}
      {id !== null && (
        <>
          <Select
            data-autofocus
            label={t('templates.apply.which')}
            allowDeselect={false}
            data={templates.data?.map((template) => ({ value: template.id, label: template.name })) ?? []}
            value={id}
            onChange={setChosen}
          />
          <DayInput
            label={t('templates.apply.starts')}
            clearable={false}
            value={startsOn}
            onChange={(day) => day !== null && setStartsOn(day)}
          />
          <RelatedList label={t('templates.apply.preview')}>
            {steps.map(({ step, dueOn }, index) => (
              <RelatedRow key={index} name={step.title} facts={[format.weekdayAndDay(dueOn), step.dueTime]} />
            ))}
          </RelatedList>
        </>
      )}
    </FormModal>
  )
}
