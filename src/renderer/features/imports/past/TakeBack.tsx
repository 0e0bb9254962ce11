// Taking an import back: first it says what somebody worked on since, for that stays as it is.
import { List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'

interface TakeBackProps {
  readonly importId: string
  readonly fileName: string
  readonly onClose: () => void
  readonly onDone?: (done: { readonly rows: number; readonly kept: number }) => void
}

const LISTED = 12

export function TakeBack({ importId, fileName, onClose, onDone }: TakeBackProps) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const edited = useQuery({ ...api.imports.editedSince({ id: importId }), gcTime: 0 })
  const takeBack = useAction(api.imports.takeBack(), {
    errors: 'caller',
    said: ({ kept }) => t('imports.take_back.said', { name: fileName, kept }),
    onDone: (done) => {
      onDone?.(done)
      onClose()
    },
  })
  const { total = 0, listed = [] } = edited.data ?? {}

  return (
    <ConfirmModal
      isOpen
      title={t('imports.take_back.title', { name: fileName })}
      confirmLabel={t('imports.take_back.confirm')}
      isBusy={takeBack.isPending || edited.isPending}
      onClose={() => {
        if (takeBack.isPending) takeBack.cancel()
        onClose()
      }}
      onConfirm={() => takeBack.mutate({ id: importId })}
    >
      <Text mb="sm">{t('imports.take_back.text')}</Text>
      {edited.isPending && <Pending lines={2} />}
      {edited.isError && <ErrorNote error={edited.error} />}
      {takeBack.isError && <ErrorNote error={takeBack.error} />}
      {takeBack.progress && (
        <Text role="status" mb="sm">
          {takeBack.progress.total === null
            ? t('base.progress.unknown', { done: takeBack.progress.done })
            : t('base.progress', { done: takeBack.progress.done, total: takeBack.progress.total })}
        </Text>
      )}
      {total > 0 && <Text mb="xs">{t('imports.take_back.kept', { count: total })}</Text>}
      <List>
        {listed.slice(0, LISTED).map(({ recordType, id, name, at, byName, fields }) => (
          <List.Item key={`${recordType} ${id}`}>
            {name ?? t('history.unnamed')}
            {fields.length > 0 &&
              `: ${t('imports.list', { names: fields.map((field) => t.known(`field.${field}`, 'field.other')) })}`}
            {at !== null && (
              <Text size="xs" c="dimmed">
                {t('history.obstacles.by', { when: format.nearMoment(at), name: byName ?? t('history.who_unknown') })}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
      {total > LISTED && (
        <Text mt="xs" c="dimmed">
          {t('history.obstacles.more', { count: total - LISTED })}
        </Text>
      )}
    </ConfirmModal>
  )
}
