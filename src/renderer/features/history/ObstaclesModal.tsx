// Why a change cannot be taken back: the later changes that stand on it, by name.
import { List, Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'

export function ObstaclesModal({ operation, onClose }: { readonly operation: string; readonly onClose: () => void }) {
  const t = useT()
  useFocusBack()
  const format = useFormat()
  const obstacles = useQuery(useApi().history.obstacles({ operation }))
  const { total = 0, listed = [] } = obstacles.data ?? {}

  return (
    <Modal opened onClose={onClose} title={t('history.obstacles.title')} closeButtonProps={{ 'aria-label': t('base.close') }}>
      <Text mb="md">{t('history.obstacles.text')}</Text>
      {obstacles.isPending && <Pending lines={3} />}
      {obstacles.isError && <ErrorNote error={obstacles.error} />}
      <List>
        {listed.map(({ table, rowId, name, field, label, at, actorName }) => (
          <List.Item key={`${table} ${rowId} ${field}`}>
            {t('history.obstacles.line', {
              name: name ?? t('history.unnamed'),
              field: field === null ? t('history.obstacles.whole') : (label ?? t.known(`field.${field}`, 'field.other')),
            })}
            {at !== null && (
              <Text size="xs" c="dimmed">
                {t('history.obstacles.by', { when: format.nearMoment(at), name: actorName ?? t('history.who_unknown') })}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
      {total > listed.length && (
        <Text mt="sm" c="dimmed">
          {t('history.obstacles.more', { count: total - listed.length })}
        </Text>
      )}
    </Modal>
  )
}
