// Writes down a call by keys: one for its outcome, then the note, then what comes next in words (“fri send the offer”), Ctrl+Enter.
import { Checkbox, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { type CallOutcome, callOutcome } from '#shared/activities/activity.ts'
import { understandLine } from '#shared/activities/quick-add/understand-line.ts'
import type { RecordType } from '#shared/base/fields.ts'
import { KeyedChoices } from '#renderer/ui/KeyedChoices.tsx'

interface CallLogProps {
  readonly recordType: RecordType
  readonly recordId: string
  readonly onClose: () => void
}

export function CallLog({ recordType, recordId, onClose }: CallLogProps) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const note = useRef<HTMLTextAreaElement>(null)
  const [outcome, setOutcome] = useState<CallOutcome | null>(null)
  const [direction, setDirection] = useState<'out' | 'in'>('out')
  const [text, setText] = useState('')
  const [next, setNext] = useState('')
  const open = useQuery(api.activities.tasks({ record: { type: recordType, id: recordId }, limit: 20 }))
  const planned = open.data?.tasks.find(({ kind }) => kind === 'call') ?? null
  const [wasPlanned, setWasPlanned] = useState<boolean | null>(null)
  // One that is planned for a later day is more likely another call.
  const isPlanned = wasPlanned ?? (planned !== null && planned.dueOn !== null && planned.dueOn <= format.today())
  const log = useAction(api.activities.logCall(), {
    errors: 'caller',
    said: ({ next: planned }) =>
      t(planned ? 'call_log.said.with_next' : 'activities.logged.call', { title: planned?.title ?? '' }),
    onDone: onClose,
  })
  const step = next.trim() === '' ? null : understandLine(next, { today: format.today(), time: format.timeNow() })
  // Only a day was typed: what is to be done then is to follow up.
  const title = step && (step.title === next.trim() && step.spans.length > 0 ? t('call_log.follow_up') : step.title)

  const choose = (chosen: CallOutcome) => {
    setOutcome(chosen)
    note.current?.focus()
  }
  const submit = () => {
    if (log.isPending) return
    log.mutate({
      ...{ recordType, recordId, direction, outcome: outcome ?? 'reached' },
      text: text.trim() === '' ? null : text,
      ...(planned && isPlanned ? { plannedId: planned.id, on: planned.on } : {}),
      next:
        step && title
          ? { kind: step.kind, title, dueOn: step.dueOn, dueTime: step.dueTime, reminderMinutes: step.dueTime ? 0 : null }
          : null,
    })
  }
  return (
    <FormModal
      isOpen
      size="lg"
      title={t('call_log.title')}
      submitLabel={t('activities.composer.save_call')}
      isBusy={log.isPending}
      error={log.error}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        submit()
      }}
    >
      <KeyedChoices
        label={t('call_log.outcome')}
        choices={callOutcome.options.map((value) => ({ value, label: t(`call_log.outcome.${value}`) }))}
        value={outcome}
        onChange={choose}
      />
      <Textarea
        ref={note}
        autosize
        minRows={3}
        maxRows={10}
        label={t('call_log.note')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <TextInput
        label={t('call_log.next')}
        placeholder={t('call_log.next_hint')}
        value={next}
        onChange={({ currentTarget }) => setNext(currentTarget.value)}
      />
      {step && (
        <Text c="dimmed" role="status">
          {t('call_log.next_preview', {
            title: title ?? '',
            when:
              step.dueOn === null
                ? t('activities.tasks.no_day')
                : [format.weekdayAndDay(step.dueOn), step.dueTime].filter(Boolean).join(' '),
          })}
        </Text>
      )}
      {planned && (
        <Checkbox
          label={t('call_log.planned', { title: planned.title ?? '' })}
          checked={isPlanned}
          onChange={({ currentTarget }) => setWasPlanned(currentTarget.checked)}
        />
      )}
      <Field label={t('call_log.direction')}>
        <SegmentedControl
          size="xs"
          aria-label={t('call_log.direction')}
          data={(['out', 'in'] as const).map((value) => ({ value, label: t(`call_log.direction.${value}`) }))}
          value={direction}
          onChange={setDirection}
        />
      </Field>
    </FormModal>
  )
}
