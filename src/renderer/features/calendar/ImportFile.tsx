// What a calendar file holds, before it is taken in: each entry, what is here already, and what could not be read.
import { List, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'

interface ImportFileProps {
  readonly file: string
  readonly me: string
  readonly onClose: () => void
}

/** So many entries are named; the rest is counted. */
const NAMED = 100

export function ImportFile({ file, me, onClose }: ImportFileProps) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const preview = useQuery({ ...api.calendarFiles.preview({ file }), gcTime: 0 })
  const run = useAction(api.calendarFiles.import(), {
    said: ({ added, calledOff }) =>
      calledOff.length === 0
        ? t('calendar.imported', { count: added.length })
        : t('calendar.called_off', { added: added.length, count: calledOff.length, title: calledOff[0]?.title ?? '' }),
    errors: 'caller',
    onDone: onClose,
  })
  const entries = preview.data?.entries ?? []
  const fresh = entries.filter(({ isHere, callsOff }) => callsOff || !isHere)

  return (
    <FormModal
      isOpen
      size="lg"
      title={t('calendar.import.title')}
      submitLabel={t('calendar.import.submit', { count: fresh.length })}
      isBusy={run.isPending}
      error={run.error}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        if (fresh.length > 0) run.mutate({ file, recordType: 'user', recordId: me })
        else onClose()
      }}
    >
      {preview.isPending && <Pending />}
      {preview.isError && <ErrorNote error={preview.error} />}
      {preview.data && (
        <Stack gap="md">
          <Text c="dimmed">{t('calendar.import.figures', { fresh: fresh.length, here: entries.length - fresh.length })}</Text>
          <RelatedList label={t('calendar.import.entries')}>
            {entries.slice(0, NAMED).map(({ title, dueOn, dueTime, recurrence, isHere, callsOff }, index) => (
              <RelatedRow
                key={index}
                name={title ?? t('calendar.import.untitled')}
                facts={[
                  dueOn === null ? null : format.day(dueOn),
                  dueTime,
                  recurrence === null ? null : t('calendar.repeating'),
                  callsOff ? t('calendar.import.calls_off') : isHere ? t('calendar.import.here') : null,
                ]}
              />
            ))}
          </RelatedList>
          {entries.length > NAMED && <Text c="dimmed">{t('calendar.import.more', { count: entries.length - NAMED })}</Text>}
          {preview.data.warnings.length > 0 && (
            <List size="sm">
              {preview.data.warnings.map(({ title, key, params }, index) => (
                <List.Item key={index}>
                  {[title, t.known(key, 'calendar.ics.unreadable', params)].filter(Boolean).join(': ')}
                </List.Item>
              ))}
            </List>
          )}
        </Stack>
      )}
    </FormModal>
  )
}
