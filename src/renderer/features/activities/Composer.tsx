// Writes down a note, a call or a meeting, or adds a task with a due day. Ctrl+Enter saves; the text stays if saving fails.
import { Button, Group, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { errorIssues } from '#renderer/ui/field-issues.ts'
import { ComposerBox } from '#renderer/ui/TimelineList.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import type { RecordType } from '#shared/base/fields.ts'
import { toTimeOfDay } from './time-of-day.ts'

const KINDS = ['note', 'call', 'meeting', 'task'] as const
type Kind = (typeof KINDS)[number]

interface Values extends Readonly<Record<string, unknown>> {
  readonly kind: Kind
  readonly text: string
  readonly dueOn: string | null
  readonly dueTime: string
}

const EMPTY: Values = { kind: 'note', text: '', dueOn: null, dueTime: '' }

interface ComposerProps {
  readonly recordType: RecordType
  readonly recordId: string
}

export function Composer({ recordType, recordId }: ComposerProps) {
  const t = useT()
  const [values, setValues] = useState<Values>(EMPTY)
  const { kind, text, dueOn, dueTime } = values
  const change = (changes: Partial<Values>) => setValues((before) => ({ ...before, ...changes }))
  const draft = useDraft({
    key: `activities.log ${recordType} ${recordId}`,
    values,
    isDirty: text.trim() !== '',
    onRestore: setValues,
  })
  const clear = () => {
    draft.forget()
    setValues({ ...EMPTY, kind })
  }
  const log = useAction(useApi().activities.log(), {
    errors: 'caller',
    said: (activity) => t(`activities.logged.${activity.kind}`),
    onDone: clear,
  })
  const issues = log.error ? errorIssues(t, log.error) : {}
  const isTask = kind === 'task'

  const save = () => {
    if (log.isPending) return
    const words = isTask ? { title: text, dueOn, dueTime: toTimeOfDay(dueTime) } : { text }
    log.mutate({ kind, recordType, recordId, ...words })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    save()
  }
  return (
    <ComposerBox label={t('activities.composer.label')} onKeyDown={onKeyDown}>
      <SegmentedControl
        size="xs"
        aria-label={t('activities.composer.kind')}
        data={KINDS.map((value) => ({ value, label: t(`activities.kind.${value}`) }))}
        value={kind}
        onChange={(chosen) => change({ kind: chosen })}
      />
      <Textarea
        autosize
        minRows={2}
        maxRows={12}
        aria-label={t('activities.composer.label')}
        placeholder={t(`activities.composer.${kind}`)}
        value={text}
        error={
          issues['text'] ?? issues['title'] ?? (log.error && Object.keys(issues).length === 0 && errorText(t, log.error).text)
        }
        onChange={(event) => change({ text: event.currentTarget.value })}
        onBlur={draft.flush}
      />
      <Group gap="sm" justify="flex-end" align="flex-end">
        <DraftNote restoredAt={draft.restoredAt} onDiscard={clear} />
        {isTask && (
          <>
            <DayInput
              label={t('activities.composer.due_on')}
              value={dueOn}
              onChange={(day) => change({ dueOn: day })}
              error={issues['dueOn']}
            />
            <TextInput
              placeholder="14:30"
              label={t('activities.composer.due_time')}
              value={dueTime}
              error={issues['dueTime']}
              onChange={(event) => change({ dueTime: event.currentTarget.value })}
            />
          </>
        )}
        <Button loading={log.isPending} disabled={text.trim() === ''} onClick={save}>
          {t(`activities.composer.save_${kind}`)}
        </Button>
      </Group>
    </ComposerBox>
  )
}
