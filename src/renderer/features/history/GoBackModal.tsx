// Takes the whole office back to a moment, after showing what that takes back and what it cannot.
import { Button, Group, List, Modal, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { MomentInput } from '#renderer/records/fields/MomentInput.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'

/** So many kinds of work are named; the rest is counted. */
const NAMED = 8

interface GoBackModalProps {
  /** From when a copy is that asks whether the office goes back there; null: any moment. */
  readonly copiedFrom?: string | null
  readonly onClose: () => void
}

export function GoBackModal({ copiedFrom = null, onClose }: GoBackModalProps) {
  const t = useT()
  const api = useApi()
  const [until, setUntil] = useState(copiedFrom)
  const [isPicking, setIsPicking] = useState(false)
  useFocusBack()
  const preview = useQuery({
    ...api.history.goBackPreview({ until: until ?? '' }),
    enabled: until !== null,
    placeholderData: keepPreviousData,
  })
  const goBack = useAction(api.history.goBack(), {
    said: ({ rows }) => t('history.go_back.done', { count: rows }),
    onDone: onClose,
    errors: 'caller',
  })
  const found = until === null ? undefined : preview.data
  const counted = (id: string, what: string, count: number): Line => ({ id, text: t('history.go_back.counted', { what, count }) })

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('history.go_back.title')}
      closeOnClickOutside={!goBack.isPending}
      // Escape closes the calendar first.
      closeOnEscape={!isPicking}
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      <Text mb="md">{t('history.go_back.text')}</Text>
      {copiedFrom !== null && <Text mb="md">{t('history.go_back.arrived')}</Text>}
      <MomentInput
        label={t('history.go_back.until')}
        value={until}
        onChange={setUntil}
        disabled={goBack.isPending}
        popoverProps={{ onOpen: () => setIsPicking(true), onExitTransitionEnd: () => setIsPicking(false) }}
        mb="md"
      />
      {until !== null && preview.isPending && <Pending lines={3} />}
      {until !== null && preview.isError && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
      {found?.rows === 0 && <Text>{t('history.go_back.nothing')}</Text>}
      {found && found.rows > 0 && (
        <>
          <Text fw={600}>{t('history.go_back.rows', { count: found.rows })}</Text>
          <Counted
            title={t('history.go_back.operations')}
            lines={found.operations.map(({ procedure, count }) =>
              counted(procedure, t.known(`history.did.${procedure}`, 'history.did.other'), count),
            )}
          />
          <Counted
            title={t('history.go_back.people')}
            lines={found.people.map(({ id, name, count }) =>
              counted(id ?? '', name ?? t(id === null ? 'history.system' : 'history.who_unknown'), count),
            )}
          />
        </>
      )}
      {found && found.kept.length > 0 && (
        <Counted
          title={t('history.go_back.kept')}
          lines={found.kept.map(({ reason, count }) => counted(reason, t(`history.go_back.kept.${reason}`), count))}
        />
      )}
      {goBack.progress && (
        <Text mt="md" size="sm" role="status">
          {t('history.go_back.progress', { done: goBack.progress.done, total: goBack.progress.total ?? 0 })}
        </Text>
      )}
      {goBack.isError && <ErrorNote error={goBack.error} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={goBack.isPending ? goBack.cancel : onClose}>
          {t('base.cancel')}
        </Button>
        <Button
          color="red"
          disabled={!found || found.rows === 0 || preview.isPlaceholderData}
          loading={goBack.isPending}
          onClick={() => until !== null && goBack.mutate({ until })}
        >
          {t('history.go_back.do')}
        </Button>
      </Group>
    </Modal>
  )
}

interface Line {
  readonly id: string
  readonly text: string
}

function Counted({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const t = useT()
  const rest = lines.length - NAMED
  return (
    <>
      <Title order={3} size="sm" mt="md">
        {title}
      </Title>
      <List size="sm">
        {lines.slice(0, NAMED).map(({ id, text }) => (
          <List.Item key={id}>{text}</List.Item>
        ))}
      </List>
      {rest > 0 && (
        <Text size="sm" c="dimmed">
          {t('history.go_back.more', { count: rest })}
        </Text>
      )}
    </>
  )
}
